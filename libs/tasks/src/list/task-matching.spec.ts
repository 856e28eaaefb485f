import type { Principal } from '@orkestra/tenancy';
import type { TaskView } from '../task/task-view';
import { matchesFilter, type ResolvedFilter } from './task-matching';

const day = (n: number) => new Date(Date.UTC(2030, 0, n));
const me: Principal = {
  kind: 'user',
  id: 'me',
  displayName: 'Me',
  role: 'operator',
  groups: [{ id: 'g', key: 'support', role: 'member' }],
};
const task = (change: Partial<TaskView> = {}) =>
  ({
    status: 'READY',
    type: 'refund',
    priority: 50,
    dueAt: null,
    createdAt: new Date('2030-01-10'),
    assigneeId: null,
    ownerId: null,
    createdBy: { kind: 'system', id: 'system' },
    voting: false,
    approval: false,
    voters: [],
    waitingFor: null,
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
  ['what I may vote on', { candidate: true }, { voting: true, approval: true }, true],
  ['not what I have voted on', { candidate: true }, { voting: true, approval: true, voters: ['me'] }, false],
  ['what a user holds', { assigneeId: 'you' }, { status: 'RESERVED', assigneeId: 'you' }, true],
  ['what nobody holds', { unassigned: true }, {}, true],
  ['not what somebody holds, then', { unassigned: true }, { assigneeId: 'you' }, false],
  ['a type', { type: 'refund' }, {}, true],
  ['no other type', { type: 'review' }, {}, false],
  ['a priority', { priority: { min: 50, max: 50 } }, {}, true],
  ['nothing less urgent', { priority: { min: 51 } }, {}, false],
  ['nothing more urgent', { priority: { max: 49 } }, {}, false],
  ['what is due', { due: { until: day(11) } }, { dueAt: day(10) }, true],
  ['not what is due at the end of the range', { due: { until: day(11) } }, { dueAt: day(11) }, false],
  ['nothing without a due date, then', { due: { from: day(9) } }, {}, false],
  ['anything when the range has no end', { due: { from: null } }, {}, true],
  ['what was created from a moment on', { created: { from: day(10) } }, {}, true],
  ['nothing created before', { created: { from: day(11), until: day(12) } }, {}, false],
  ['a group', { groupId: 'g' }, {}, true],
  ['no other group', { groupId: 'h' }, {}, false],
])('a list shows %s', (_name, filter, change, expected) => {
  expect(matchesFilter(task(change), filter, me)).toBe(expected);
});
