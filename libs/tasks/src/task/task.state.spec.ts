import { type Actor, maySee, type TaskAccess } from './task-roles';
import { allowedActions, refusal, TASK_ACTIONS } from './task.state';
import { isClosed, TASK_STATUSES } from './task-status';

const person = (id: string, group?: string, role: 'member' | 'supervisor' = 'member'): Actor => ({
  kind: 'user',
  id,
  role: 'operator',
  groups: group === undefined ? [] : [{ id: group, role }],
});
const sam = person('sam', 'l1');
const max = person('max', 'l2');
const eva = person('eva', 'l1', 'supervisor');
const ada: Actor = { kind: 'user', id: 'ada', role: 'admin', groups: [] };
const bot: Actor = { kind: 'service', id: 'bot', role: 'operator', groups: [], scopes: ['tasks:complete'] };
const other: Actor = { ...bot, id: 'other' };
/** What acts in Sam's name, with whatever scopes. */
const agent: Actor = { ...sam, scopes: ['tasks:write', 'tasks:complete'], agent: 'desk-agent' };
const guest = (...actions: string[]): Actor => ({ ...person('gil'), guest: { taskId: 't', actions } });
const system: Actor = { kind: 'system', id: 'system', role: 'admin', groups: [] };

const ready: TaskAccess = {
  status: 'READY',
  assigneeId: null,
  ownerId: null,
  groupId: 'l1',
  createdBy: { kind: 'service', id: 'bot' },
  startedById: null,
  candidates: { users: [], groups: ['l1'] },
  excluded: [],
  decidableBy: 'people',
  approval: false,
  voting: false,
  voters: [],
  waitingFor: null,
  requesters: [],
  selfApproval: null,
};
const held: TaskAccess = { ...ready, status: 'RESERVED', assigneeId: 'sam' };
const begun: TaskAccess = { ...held, status: 'IN_PROGRESS' };
const put = (task: TaskAccess): TaskAccess => ({ ...task, status: 'SUSPENDED' });
const approval: TaskAccess = { ...ready, approval: true };
const vote: TaskAccess = { ...approval, voting: true };

const OF_SUPERVISOR = ['assign', 'nominate', 'suspend', 'cancel', 'escalate', 'set_priority', 'set_due_date'];

describe('allowedActions', () => {
  test.each<[string, TaskAccess, Actor, string[]]>([
    ['a candidate of a ready task', ready, sam, ['claim', 'claim_and_complete']],
    [
      'the assignee',
      held,
      sam,
      ['complete', 'release', 'start', 'delegate', 'forward', 'suspend', 'escalate'],
    ],
    [
      'the assignee who has begun',
      begun,
      sam,
      ['complete', 'release', 'stop', 'delegate', 'forward', 'suspend', 'escalate'],
    ],
    ['an agent of a candidate', ready, agent, ['claim']],
    [
      'an agent of a candidate, also where programs may decide',
      { ...ready, decidableBy: 'anyone' },
      agent,
      ['claim'],
    ],
    ['an agent of a candidate of an approval', approval, agent, ['claim']],
    ['an agent of a voter', vote, agent, []],
    [
      'an agent of the assignee',
      held,
      agent,
      ['release', 'start', 'delegate', 'forward', 'suspend', 'escalate'],
    ],
    ['a guest of another task', ready, guest('complete'), []],
    ['a guest', { ...ready, id: 't' }, guest('complete', 'comment'), ['claim_and_complete']],
    ['a guest of a task that somebody holds', { ...held, id: 't' }, guest('complete'), ['complete']],
    ['a guest of an approval', { ...approval, id: 't' }, guest('approve', 'complete'), ['approve']],
    [
      'a guest of a held approval',
      { ...held, approval: true, id: 't' },
      guest('approve', 'reject'),
      ['approve', 'reject'],
    ],
    ['a guest of a vote', { ...vote, id: 't' }, guest('approve', 'reject'), []],
    ['a guest who may only comment', { ...ready, id: 't' }, guest('comment'), []],
    ['the assignee of a suspended task', put(held), sam, ['resume']],
    ['a stranger', ready, max, []],
    ['a supervisor', held, eva, ['release', 'forward', ...OF_SUPERVISOR]],
    ['an admin', held, ada, ['release', 'forward', ...OF_SUPERVISOR]],
    ['the program that asked for the task', ready, bot, ['cancel', 'forward']],
    ['the program that asked for a task that is held', held, bot, ['cancel']],
    ['the program that asked for a vote', vote, bot, ['cancel']],
    [
      'the person who asked for a task',
      { ...ready, createdBy: { kind: 'user', id: 'max' } },
      max,
      ['cancel', 'forward'],
    ],
    [
      'a supervisor who asked for a task that is held',
      { ...held, createdBy: { kind: 'user', id: 'eva' } },
      eva,
      ['release', 'forward', ...OF_SUPERVISOR],
    ],
    ['another program', ready, other, []],
    ['the server', put(held), system, ['resume', 'cancel', 'expire', 'set_priority', 'set_due_date']],
    ['one who holds it for another', { ...held, ownerId: 'eva' }, sam, ['start', 'resolve', 'suspend']],
    ['the owner of a delegated task', { ...held, ownerId: 'zoe' }, person('zoe'), ['resolve']],
    ['a candidate of an approval', approval, sam, ['claim', 'approve', 'reject', 'request_changes']],
    ['a voter', vote, sam, ['approve', 'reject', 'request_changes']],
    ['one who has voted', { ...vote, voters: ['sam'] }, sam, []],
    [
      'a candidate of an approval that another holds',
      { ...approval, status: 'RESERVED', assigneeId: 'x' },
      sam,
      [],
    ],
    [
      'the creator of an approval that waits for changes',
      { ...put(approval), waitingFor: 'requester', createdBy: { kind: 'user', id: 'max' } },
      max,
      ['answer_changes', 'cancel'],
    ],
  ])('%s', (_, task, actor, expected) => {
    expect(allowedActions(task, actor).sort()).toEqual([...expected].sort());
  });

  it.each(['COMPLETED', 'CANCELLED', 'EXPIRED'] as const)('lets nobody act on %s', (status) => {
    for (const actor of [sam, eva, ada, bot, system])
      expect(allowedActions({ ...held, status }, actor)).toEqual([]);
  });

  it('puts exclusion before every role', () => {
    for (const actor of [sam, eva, ada]) {
      const task = { ...held, assigneeId: actor.id, ownerId: actor.id, excluded: [actor.id] };
      expect(allowedActions(task, actor)).toEqual([]);
      expect(refusal(task, actor, 'cancel')).toBe('excluded');
    }
  });
});

describe('a program', () => {
  const open: TaskAccess = { ...ready, decidableBy: 'anyone' };

  it('decides only what is decidable by anyone, with the scope, and what it neither made nor started', () => {
    expect(allowedActions(open, other)).toEqual(['claim_and_complete']);
    expect(allowedActions(ready, other)).toEqual([]);
    expect(allowedActions(open, { ...other, scopes: ['tasks:write'] })).toEqual([]);
    expect(allowedActions(open, bot)).toEqual(['forward', 'cancel']);
    expect(allowedActions({ ...open, startedById: 'other' }, other)).toEqual([]);
  });
});

describe('refusal', () => {
  it('says what is in the way', () => {
    const lee = { ...sam, id: 'lee' };
    expect(refusal(held, lee, 'claim')).toBe('held');
    expect(refusal(ready, max, 'claim')).toBe('candidate');
    expect(refusal(held, lee, 'complete')).toBe('assignee');
    expect(refusal(ready, sam, 'complete')).toBe('unclaimed');
    expect(refusal(ready, bot, 'claim')).toBe('service');
    expect(refusal(held, bot, 'forward')).toBe('held');
    expect(refusal(ready, other, 'forward')).toBe('service');
    expect(refusal(put(held), sam, 'complete')).toBe('suspended');
    expect(refusal(held, sam, 'resume')).toBe('not_suspended');
    expect(refusal(begun, sam, 'start')).toBe('started');
    expect(refusal(held, sam, 'stop')).toBe('not_started');
    expect(refusal(held, sam, 'resolve')).toBe('not_delegated');
    expect(refusal({ ...held, ownerId: 'eva' }, sam, 'complete')).toBe('delegated');
    expect(refusal({ ...approval, status: 'RESERVED', assigneeId: 'sam' }, sam, 'complete')).toBe('approval');
    expect(refusal(ready, sam, 'approve')).toBe('not_approval');
    expect(refusal(vote, sam, 'claim')).toBe('voting');
    expect(refusal({ ...vote, voters: ['sam'] }, sam, 'approve')).toBe('voted');
    expect(refusal(held, max, 'cancel')).toBe('supervisor');
    expect(refusal(held, ada, 'expire')).toBe('system');
    expect(refusal({ ...held, status: 'COMPLETED' }, sam, 'complete')).toBe('closed');
  });

  it('is there exactly where an action is not allowed', () => {
    for (const status of TASK_STATUSES) {
      for (const actor of [sam, max, eva, ada, bot, other, system]) {
        const task = { ...held, status, assigneeId: status === 'READY' ? null : 'sam' };
        const allowed = allowedActions(task, actor);
        if (isClosed(status)) expect(allowed).toEqual([]);
        for (const action of TASK_ACTIONS) {
          expect(refusal(task, actor, action) === null).toBe(allowed.includes(action));
        }
      }
    }
  });
});

describe('maySee', () => {
  it('shows a task to its queue, its holder, admins and programs, and to nobody else', () => {
    expect([sam, ada, bot].map((actor) => maySee(ready, actor))).toEqual([true, true, true]);
    expect(maySee(ready, max)).toBe(false);
    expect(maySee({ ...ready, assigneeId: 'max' }, max)).toBe(true);
  });
});
