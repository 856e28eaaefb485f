import type { CommandName } from './commands';
import { undoOf } from './undo';

const now = new Date('2026-03-01T12:00:00Z');
const before = { priority: 50, dueAt: '2026-03-02T12:00:00Z', assignee: { id: 'me', displayName: 'Me' } };

test.each<[CommandName, unknown]>([
  ['CLAIM', { name: 'RELEASE', input: {} }],
  ['RELEASE', { name: 'CLAIM', input: {} }],
  ['SUSPEND', { name: 'RESUME', input: {} }],
  ['SET_PRIORITY', { name: 'SET_PRIORITY', input: { priority: 50 } }],
  ['SET_DUE_DATE', { name: 'SET_DUE_DATE', input: { dueAt: before.dueAt } }],
  ['COMPLETE', null],
  ['CANCEL', null],
  ['FORWARD', null],
  ['APPROVE', null],
])('%s is taken back by %j', (name, undo) => {
  expect(undoOf(name, before, 'me', now)).toEqual(undo);
});

test('what somebody else held is not claimed for them', () => {
  expect(undoOf('RELEASE', before, 'you', now)).toBeNull();
});

test('a due date that has passed does not come back, and none does', () => {
  expect(undoOf('SET_DUE_DATE', { ...before, dueAt: '2026-02-01T12:00:00Z' }, 'me', now)).toBeNull();
  expect(undoOf('SET_DUE_DATE', { ...before, dueAt: null }, 'me', now)).toEqual({
    name: 'SET_DUE_DATE',
    input: { dueAt: null },
  });
});
