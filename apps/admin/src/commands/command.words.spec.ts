import { doneText, namedUser } from './command.words';

const lee = { id: 'lee', displayName: 'Lee' };
const group = { name: 'Support' };

test('who hands a task over is told who has it, above all where that is somebody else', () => {
  expect(doneText('ASSIGN', { assignee: lee, group }, 'lee')).toBe('Assigned. Lee has it now.');
  expect(doneText('ASSIGN', { assignee: lee, group }, 'kim')).toBe(
    'Assigned. The person whom you named is away: Lee stands in and has it now.',
  );
  expect(doneText('FORWARD', { assignee: null, group }, null)).toBe(
    'Forwarded. It waits in the queue of Support.',
  );
  expect(doneText('DELEGATE', { assignee: lee, group }, 'lee')).toContain(
    'The task comes back to you. Lee has',
  );
  expect(doneText('RESUME', { assignee: lee, group }, null)).toBe('Resumed.');
});

test('commands name a user in two ways', () => {
  expect(namedUser({ to: 'kim' })).toBe('kim');
  expect(namedUser({ to: { user: 'kim' } })).toBe('kim');
  expect([namedUser({ to: { group: 'x' } }), namedUser({}), namedUser({ to: undefined })]).toEqual([
    null,
    null,
    null,
  ]);
});
