import type { TaskView } from '@orkestra/tasks';
import type { Principal } from '@orkestra/tenancy';
import { matches, type ResolvedFilter } from './task-matching';

const me: Principal = {
  kind: 'user',
  id: 'me',
  displayName: 'Me',
  role: 'member',
  groups: [{ id: 'g', key: 'support', role: 'member' }],
};
const task = (change: Partial<TaskView> = {}) =>
  ({
    status: 'READY',
    assigneeId: null,
    groupId: 'g',
    workflowId: 'w',
    candidates: { users: [], groups: ['g'] },
    excluded: [],
    ...change,
  }) as unknown as TaskView;

test.each<[string, ResolvedFilter, Partial<TaskView>, boolean]>([
  ['open tasks, when nothing is asked for', {}, {}, true],
  ['no closed ones then', {}, { status: 'COMPLETED' }, false],
  ['closed ones of one workflow', { workflowId: 'w' }, { status: 'COMPLETED' }, true],
  ['not those of another workflow', { workflowId: 'v' }, {}, false],
  ['a status', { status: ['COMPLETED'] }, { status: 'COMPLETED' }, true],
  ['no other status', { status: ['COMPLETED'] }, {}, false],
  ['what I hold', { assignedToMe: true }, { status: 'RESERVED', assigneeId: 'me' }, true],
  ['not what others hold', { assignedToMe: true }, { status: 'RESERVED', assigneeId: 'you' }, false],
  ['what I may claim', { candidate: true }, {}, true],
  ['not what is taken', { candidate: true }, { status: 'RESERVED', assigneeId: 'you' }, false],
  ['not what I am excluded from', { candidate: true }, { excluded: ['me'] }, false],
  ['a group', { groupId: 'g' }, {}, true],
  ['no other group', { groupId: 'h' }, {}, false],
])('a list shows %s', (_name, filter, change, expected) => {
  expect(matches(task(change), filter, me)).toBe(expected);
});
