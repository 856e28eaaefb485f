import { borrowedWords, holdsForOwner, readOnlyReason } from './read-only.words';

const sam = { id: 'sam', displayName: 'Sam' };
const owner = { displayName: 'Lee' };

test('who holds a task for its owner fills it in, others do not', () => {
  const lent = { assignee: sam, allowedActions: ['RESOLVE' as const] };
  expect(holdsForOwner(lent, 'sam')).toBe(true);
  expect(holdsForOwner(lent, 'lee')).toBe(false);
  expect(holdsForOwner({ ...lent, allowedActions: ['COMPLETE'] }, 'sam')).toBe(false);
  expect(borrowedWords({ owner })).toContain('Lee completes it');
});

test('nobody is told that they themselves are in the way', () => {
  expect(readOnlyReason({ status: 'RESERVED', assignee: sam, owner }, 'sam')).toBe(
    'You hold this task for Lee, who decides.',
  );
  expect(readOnlyReason({ status: 'RESERVED', assignee: sam }, 'lee')).toContain('Sam holds this task');
  expect(readOnlyReason({ status: 'SUSPENDED', assignee: sam }, 'sam')).toBe('The task is suspended.');
  expect(readOnlyReason({ status: 'READY' }, 'sam')).toContain('for other people');
});
