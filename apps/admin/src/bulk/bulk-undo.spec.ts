import { bulkUndoOf } from './bulk-undo';

const now = new Date('2027-03-01T12:00:00Z');
const me = { id: 'me', displayName: 'Me' };
const lee = { id: 'lee', displayName: 'Lee' };
const soon = '2027-03-02T12:00:00Z';
const tasks = [
  { id: '1', priority: 50, dueAt: soon, assignee: me },
  { id: '2', priority: 75, dueAt: null, assignee: lee },
  { id: '3', priority: 50, dueAt: '2027-02-01T12:00:00Z', assignee: me },
];

test.each([
  [{ action: 'CLAIM' }, [{ command: { action: 'RELEASE' }, taskIds: ['1', '2', '3'] }]],
  [{ action: 'RELEASE' }, [{ command: { action: 'CLAIM' }, taskIds: ['1', '3'] }]],
  [
    { action: 'SET_PRIORITY', priority: 100 },
    [
      { command: { action: 'SET_PRIORITY', priority: 50 }, taskIds: ['1', '3'] },
      { command: { action: 'SET_PRIORITY', priority: 75 }, taskIds: ['2'] },
    ],
  ],
  [
    { action: 'SET_PRIORITY', priority: 75 },
    [{ command: { action: 'SET_PRIORITY', priority: 50 }, taskIds: ['1', '3'] }],
  ],
  [
    { action: 'SET_DUE_DATE', dueAt: null },
    [
      { command: { action: 'SET_DUE_DATE', dueAt: soon }, taskIds: ['1'] },
      { command: { action: 'SET_DUE_DATE', dueAt: null }, taskIds: ['2'] },
    ],
  ],
  [{ action: 'ASSIGN', to: { user: 'lee' } }, []],
  [{ action: 'CANCEL' }, []],
] as const)('%j is taken back by %j', (command, undo) => {
  expect(bulkUndoOf(command, tasks, 'me', now)).toEqual(undo);
});

test('too many values of before are not put back', () => {
  const many = Array.from({ length: 21 }, (_, n) => ({
    id: `${n}`,
    priority: n,
    dueAt: null,
    assignee: null,
  }));
  expect(bulkUndoOf({ action: 'SET_PRIORITY', priority: 100 }, many, 'me', now)).toEqual([]);
});
