import { belongsTo, tabNames, tabOf } from './tabs';

const sam = 'sam';

describe('belongsTo', () => {
  it.each([
    ['READY', null, ['CLAIM'], ['claim', 'open']],
    ['READY', null, ['APPROVE', 'REJECT'], ['claim', 'open']],
    ['READY', null, ['ASSIGN'], ['open']],
    ['RESERVED', sam, ['RELEASE'], ['mine', 'open']],
    ['IN_PROGRESS', 'lee', [], ['open']],
    ['COMPLETED', sam, [], ['closed']],
    ['EXPIRED', null, [], ['closed']],
  ] as const)(
    'places a task that is %s, held by %s, with %j allowed',
    (status, holder, allowed, expected) => {
      const task = { status, assignee: holder ? { id: holder } : null, allowedActions: allowed };
      expect(tabNames.filter((tab) => belongsTo(tab, task, sam))).toEqual(expected);
    },
  );
});

test('an address that names no tab means the first one', () => {
  expect(tabOf('closed')).toBe('closed');
  expect(tabOf('constructor')).toBe('claim');
  expect(tabOf(null)).toBe('claim');
});
