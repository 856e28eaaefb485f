import { describeEvent, worthSaying } from './event.words';

describe('describeEvent', () => {
  const actor = { kind: 'USER', displayName: 'Sam Reyes' };
  it('makes a sentence of what it knows and shows the rest as it is named', () => {
    expect(describeEvent({ kind: 'claimed', actor })).toBe('Sam Reyes claimed it');
    expect(describeEvent({ kind: 'task.created', actor })).toBe('Sam Reyes created the task');
    const differences = [{ field: 'vote', after: 'approved' }];
    expect(describeEvent({ kind: 'voted', actor, differences })).toBe('Sam Reyes voted: approved');
    const own = [...differences, { field: 'selfApproval', after: 'own request' }];
    expect(describeEvent({ kind: 'voted', actor, differences: own })).toBe(
      'Sam Reyes voted: approved, their own request',
    );
    const asked = [{ field: 'onBehalfOf', after: 'Kim Lund' }];
    expect(describeEvent({ kind: 'created', actor, differences: asked })).toBe(
      'Sam Reyes created the task for Kim Lund',
    );
    expect(describeEvent({ kind: 'due_date_moved', actor })).toBe('Sam Reyes · due date moved');
  });

  it('says what a step left, whom it is for, and that nobody was given a vote by it', () => {
    const system = { kind: 'SYSTEM', displayName: 'Orkestra' };
    const told = (...differences: { field: string; after: string }[]) =>
      describeEvent({ kind: 'notified', actor: system, differences });
    const recipients = { field: 'recipients', after: 'Directors' };
    expect(told()).toBe('Orkestra noted a reminder here');
    expect(told(recipients)).toBe('Orkestra noted a reminder for Directors here');
    expect(told(recipients, { field: 'staysWith', after: 'voters' })).toBe(
      'Orkestra noted it here for Directors; the vote stays with those who vote',
    );
  });
});

test('a line of the history does not say the same twice', () => {
  const differences = [{ field: 'status' }, { field: 'assignee' }, { field: 'dueAt' }];
  const fieldsOf = (kind: string) => worthSaying({ kind, differences }).map(({ field }) => field);
  expect(fieldsOf('claimed')).toEqual(['dueAt']);
  expect(fieldsOf('released')).toEqual(['assignee', 'dueAt']);
  expect(fieldsOf('assigned')).toEqual(['status', 'assignee', 'dueAt']);
});
