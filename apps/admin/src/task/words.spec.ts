import { signInMessage } from '../auth/auth-api';
import { initialsOf } from '../app/initials';
import { priorityName } from '../badges/priority.words';
import { conflictText } from '../commands/conflict.words';
import { describeEvent, worthSaying } from '../history/event.words';
import { decisionWords, deliveryStep, isClosed } from './outcome/outcome.words';

describe('conflictText', () => {
  const refusal = (reason: string, details = {}) => ({ reason, details, message: 'From the server.' });
  it('says who holds the task, and else what the server said', () => {
    const details = { assignee: { id: '1', displayName: 'Lee Park' } };
    expect(conflictText(refusal('task.already_claimed', details))).toBe(
      'Lee Park has already claimed this task.',
    );
    expect(conflictText(refusal('task.already_claimed'))).toBe('From the server.');
    expect(conflictText(refusal('task.suspended'))).toBe('From the server.');
    expect(conflictText(refusal('task.revision_conflict'))).toContain('is kept');
  });
});

describe('describeEvent', () => {
  const actor = { kind: 'USER', displayName: 'Sam Reyes' };
  it('makes a sentence of what it knows and shows the rest as it is named', () => {
    expect(describeEvent({ kind: 'claimed', actor })).toBe('Sam Reyes claimed it');
    expect(describeEvent({ kind: 'task.created', actor })).toBe('Sam Reyes created the task');
    const differences = [{ field: 'vote', after: 'approved' }];
    expect(describeEvent({ kind: 'voted', actor, differences })).toBe('Sam Reyes voted: approved');
    expect(describeEvent({ kind: 'due_date_moved', actor })).toBe('Sam Reyes · due date moved');
  });

  it('says who was told, and that nobody was given a vote by it', () => {
    const system = { kind: 'SYSTEM', displayName: 'Orkestra' };
    const told = (...differences: { field: string; after: string }[]) =>
      describeEvent({ kind: 'notified', actor: system, differences });
    const recipients = { field: 'recipients', after: 'Directors' };
    expect(told()).toBe('Orkestra sent a reminder');
    expect(told(recipients)).toBe('Orkestra sent a reminder to Directors');
    expect(told(recipients, { field: 'staysWith', after: 'voters' })).toBe(
      'Orkestra told Directors of it, and the vote stays with those who vote',
    );
  });
});

describe('the steps after a decision', () => {
  it('names who decided, but nobody for an expiry', () => {
    expect(decisionWords('COMPLETED', { displayName: 'Sam' })).toBe('Completed by Sam');
    expect(decisionWords('EXPIRED', { displayName: 'System' })).toBe('Expired');
  });

  it('has no delivery for a task without a workflow', () => {
    expect(deliveryStep(null)).toBeNull();
    expect(deliveryStep('PENDING')?.state).toBe('going');
    expect(deliveryStep('MOOT')?.state).toBe('failed');
  });

  it('takes only a starting or running workflow for open', () => {
    expect([isClosed('STARTING'), isClosed('RUNNING'), isClosed('TIMED_OUT')]).toEqual([false, false, true]);
  });
});

describe('small words', () => {
  it('names priorities by the nearest of the four', () => {
    expect([0, 25, 50, 75, 100].map(priorityName)).toEqual(['Low', 'Low', 'Medium', 'High', 'Urgent']);
  });

  it('makes initials', () => {
    expect(['Ada Lovelace', 'sam', ' Lee van der Park ', ''].map(initialsOf)).toEqual(['AL', 'S', 'LP', '']);
  });

  it('explains a refused sign-in', () => {
    expect(signInMessage(401, null)).toContain('not right');
    expect(signInMessage(429, '30')).toContain('30 seconds');
    expect(signInMessage(429, null)).toContain('a minute');
    expect(signInMessage(503, null)).toContain('Try again');
  });
});

test('a line of the history does not say the same twice', () => {
  const differences = [{ field: 'status' }, { field: 'assignee' }, { field: 'dueAt' }];
  const fieldsOf = (kind: string) => worthSaying({ kind, differences }).map(({ field }) => field);
  expect(fieldsOf('claimed')).toEqual(['dueAt']);
  expect(fieldsOf('released')).toEqual(['assignee', 'dueAt']);
  expect(fieldsOf('assigned')).toEqual(['status', 'assignee', 'dueAt']);
});
