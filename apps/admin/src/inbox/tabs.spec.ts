import { belongsTo, filterOf, tabNames, tabOf } from './tabs';

const sam = 'sam';

describe('belongsTo', () => {
  it.each([
    ['READY', null, ['claim', 'open']],
    ['RESERVED', sam, ['mine', 'open']],
    ['IN_PROGRESS', 'lee', ['open']],
    ['COMPLETED', sam, ['closed']],
    ['EXPIRED', null, ['closed']],
  ] as const)('places a task that is %s and held by %s', (status, holder, expected) => {
    const task = { status, assignee: holder ? { id: holder } : null };
    expect(tabNames.filter((tab) => belongsTo(tab, task, sam))).toEqual(expected);
  });
});

describe('tabOf and filterOf', () => {
  it('falls back to the first tab for an address that names none', () => {
    expect(tabOf('closed')).toBe('closed');
    expect(tabOf('constructor')).toBe('claim');
    expect(tabOf(null)).toBe('claim');
  });

  it('narrows to a group only when one is chosen', () => {
    expect(filterOf('claim', null)).toEqual({ candidate: true, status: ['READY'] });
    expect(filterOf('claim', 'support-l1')).toEqual({
      candidate: true,
      status: ['READY'],
      group: 'support-l1',
    });
  });
});
