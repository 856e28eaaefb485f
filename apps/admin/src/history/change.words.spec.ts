import { describeChange } from './change.words';

test.each([
  [
    { field: 'assignee', before: null, after: 'Sam' },
    { name: 'Assignee', before: 'nobody', after: 'Sam' },
  ],
  [
    { field: 'status', before: 'READY', after: 'RESERVED' },
    { name: 'Status', before: 'Ready', after: 'Claimed' },
  ],
  [
    { field: 'priority', before: '50', after: '90' },
    { name: 'Priority', before: 'Medium (50)', after: 'Urgent (90)' },
  ],
  [
    { field: 'group', before: 'A', after: null },
    { name: 'Group', before: 'A', after: 'none' },
  ],
  [
    { field: 'status', before: 'NEW_ONE', after: 'READY' },
    { name: 'Status', before: 'NEW_ONE', after: 'Ready' },
  ],
])('%j', (change, text) => {
  expect(describeChange(change)).toEqual(text);
});

test('a moment is written as people write it, and none as none', () => {
  const text = describeChange({ field: 'dueAt', before: null, after: '2026-03-01T12:00:00Z' });
  expect(text).toMatchObject({ name: 'Due', before: 'none' });
  expect(text?.after).toContain('2026');
});

test('what reads the same is no change', () => {
  const [before, after] = ['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:00.400Z'];
  expect(describeChange({ field: 'dueAt', before, after })).toBeNull();
});

test.each(['vote', 'outcome', 'waitingFor', 'something'])('%s is said elsewhere', (field) => {
  expect(describeChange({ field, before: null, after: 'x' })).toBeNull();
});
