import { type Actor, allowedActions, maySee, refusal, type TaskAccess } from './task.state';

const sam: Actor = { kind: 'user', id: 'sam', role: 'member', groups: [{ id: 'l1', role: 'member' }] };
const max: Actor = { kind: 'user', id: 'max', role: 'member', groups: [{ id: 'l2', role: 'member' }] };
const ada: Actor = { kind: 'user', id: 'ada', role: 'admin', groups: [] };
const bot: Actor = { kind: 'service', id: 'bot', role: 'member', groups: [] };

const ready: TaskAccess = {
  status: 'READY',
  assigneeId: null,
  ownerId: null,
  groupId: 'l1',
  createdBy: { kind: 'service', id: 'bot' },
  candidates: { users: [], groups: ['l1'] },
  excluded: [],
};
const held: TaskAccess = { ...ready, status: 'RESERVED', assigneeId: 'sam' };

describe('allowedActions', () => {
  it('lets a candidate claim a ready task, or claim and complete it in one step', () => {
    expect(allowedActions(ready, sam)).toEqual(['claim', 'claim_and_complete']);
  });

  it('lets the assignee release and complete', () => {
    expect(allowedActions(held, sam)).toEqual(['release', 'complete']);
    expect(allowedActions({ ...held, status: 'IN_PROGRESS' }, sam)).toEqual(['release', 'complete']);
  });

  it.each(['COMPLETED', 'CANCELLED', 'EXPIRED', 'SUSPENDED'] as const)('lets nobody act on %s', (status) => {
    expect(allowedActions({ ...held, status }, sam)).toEqual([]);
  });

  it('puts exclusion before candidacy and assignment', () => {
    expect(allowedActions({ ...ready, excluded: ['sam'] }, sam)).toEqual([]);
    expect(allowedActions({ ...held, excluded: ['sam'] }, sam)).toEqual([]);
  });

  it('never lets a service decide, nor an admin who is no candidate', () => {
    expect(allowedActions(ready, bot)).toEqual([]);
    expect(allowedActions(ready, ada)).toEqual([]);
  });
});

describe('refusal', () => {
  it('says what is in the way', () => {
    expect(refusal(held, { ...sam, id: 'lee' }, 'claim')).toBe('held');
    expect(refusal(ready, max, 'claim')).toBe('candidate');
    expect(refusal(held, { ...sam, id: 'lee' }, 'complete')).toBe('assignee');
    expect(refusal(ready, sam, 'complete')).toBe('unclaimed');
    expect(refusal(ready, bot, 'claim')).toBe('service');
  });
});

describe('maySee', () => {
  it('shows a task to its queue, its holder, admins and programs, and to nobody else', () => {
    expect([sam, ada, bot].map((actor) => maySee(ready, actor))).toEqual([true, true, true]);
    expect(maySee(ready, max)).toBe(false);
    expect(maySee({ ...ready, assigneeId: 'max' }, max)).toBe(true);
  });
});
