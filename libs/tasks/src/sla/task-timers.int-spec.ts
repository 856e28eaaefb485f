import { codeOf, GROUPS, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const minute = 60_000;
const hour = 60 * minute;
const after = (minutes: number) => ({ after: { milliseconds: minutes * minute } });
const advance = (taskId: string) => office.timers.advance(office.engine, taskId);
/** Who was told by the newest event of a kind. */
const recipients = async (taskId: string, kind: string): Promise<unknown> => {
  const [row] = await office.rows<{ to: unknown }>(
    `SELECT changes -> 'recipients' AS to FROM task_events WHERE task_id = $1 AND kind = $2 ORDER BY id DESC LIMIT 1`,
    [taskId, kind],
  );
  return row?.to;
};
const stepsOf = async (taskId: string): Promise<string[]> => {
  const rows = await office.rows<{ step: string }>(
    `SELECT action || ' ' || status AS step FROM task_steps WHERE task_id = $1 ORDER BY position`,
    [taskId],
  );
  return rows.map(({ step }) => step);
};

describe('a chain', () => {
  it('takes its steps in their time: notify, reassign, escalate, expire', async () => {
    const { id } = await office.task({
      sla: {
        timeoutMs: hour,
        chain: [
          { action: 'notify', ...after(10), message: 'Still waiting' },
          { action: 'reassign', ...after(20), to: { user: 'lee@a.test' } },
          { action: 'escalate', ...after(30), to: { group: 'l2' } },
          { action: 'notify', ...after(40), to: { user: 'zoe@a.test' } },
          { action: 'expire', fromDueMs: hour },
        ],
      },
    });
    expect(await advance(id)).toEqual({ taskId: id, nextInMs: 10 * minute });
    office.clock.pass(10 * minute);
    expect(await advance(id)).toEqual({ taskId: id, nextInMs: 10 * minute });
    expect(await recipients(id, 'notified')).toEqual({ supervisorsOf: [GROUPS.l1] });
    expect(await office.tasks.get(office.engine, id)).toMatchObject({ revision: 1, status: 'READY' });
    office.clock.pass(10 * minute);
    await advance(id);
    expect(await office.tasks.get(office.engine, id)).toMatchObject({
      status: 'RESERVED',
      assigneeId: PERSON_IDS.lee,
      escalationLevel: 0,
    });
    office.clock.pass(10 * minute);
    await advance(id);
    expect(await office.tasks.get(office.engine, id)).toMatchObject({
      status: 'READY',
      assigneeId: null,
      groupId: GROUPS.l2,
      escalationLevel: 1,
    });
    office.clock.pass(30 * minute);
    expect(await advance(id)).toEqual({ taskId: id, nextInMs: hour });
    expect(await recipients(id, 'notified')).toEqual({ users: [PERSON_IDS.zoe], groups: [] });
    expect(await recipients(id, 'sla_breached')).toEqual({ supervisorsOf: [GROUPS.l2] });
    office.clock.pass(hour);
    const { closed } = await advance(id);
    expect(closed).toMatchObject({ outcome: 'expired', reason: 'Nobody decided in time.' });
    expect(await advance(id)).toEqual({ taskId: id, closed });
    expect(await office.history(id)).toEqual([
      'created',
      'notified',
      'reassigned',
      'escalated',
      'notified',
      'sla_breached',
      'expired',
    ]);
    expect(await office.told(id)).toEqual(['task.closed']);
  });

  it('catches up on all that is due in one look, in the order of time', async () => {
    const { id } = await office.task({
      sla: {
        timeoutMs: hour,
        chain: [
          { action: 'notify', ...after(10) },
          { action: 'escalate', ...after(20) },
          { action: 'escalate', fromDueMs: 0, to: { group: 'l2' } },
        ],
      },
    });
    office.clock.pass(3 * hour);
    expect(await advance(id)).toEqual({ taskId: id });
    expect(await office.history(id)).toEqual([
      'created',
      'notified',
      'escalated',
      'notified',
      'escalated',
      'sla_breached',
    ]);
    expect(await office.tasks.get(office.engine, id)).toMatchObject({ escalationLevel: 2, revision: 3 });
  });

  it('warns of what nobody has claimed only where that is so, and stops no other step for it', async () => {
    const chain = [
      { action: 'notify', ...after(10), ifUnclaimed: true },
      { action: 'escalate', ...after(20), ifUnclaimed: true },
      { action: 'notify', ...after(30) },
    ];
    const [claimed, unclaimed, released] = await Promise.all(
      [1, 2, 3].map(() => office.task({ sla: { timeoutMs: hour, chain } })),
    );
    await office.tasks.claim(office.people.sam, { taskId: claimed?.id ?? '' });
    await office.tasks.claim(office.people.sam, { taskId: released?.id ?? '' });
    office.clock.pass(15 * minute);
    for (const task of [claimed, unclaimed, released]) await advance(task?.id ?? '');
    await office.tasks.release(office.people.sam, { taskId: released?.id ?? '' });
    office.clock.pass(20 * minute);
    for (const task of [claimed, unclaimed, released]) await advance(task?.id ?? '');
    expect(await stepsOf(claimed?.id ?? '')).toEqual([
      'notify skipped',
      'escalate skipped',
      'notify done',
      'breach pending',
    ]);
    expect(await stepsOf(unclaimed?.id ?? '')).toEqual([
      'notify done',
      'escalate done',
      'notify done',
      'breach pending',
    ]);
    expect((await stepsOf(released?.id ?? '')).slice(0, 2)).toEqual(['notify skipped', 'escalate done']);
    // Without a target the task stays where it is, and the supervisors are told.
    expect(await office.tasks.get(office.engine, unclaimed?.id ?? '')).toMatchObject({
      status: 'READY',
      escalationLevel: 1,
      groupId: GROUPS.l1,
    });
  });

  it('does each step once, however many look at the same moment', async () => {
    const { id } = await office.task({
      sla: { timeoutMs: hour, chain: [{ action: 'escalate', ...after(10), to: { group: 'l2' } }] },
    });
    office.clock.pass(2 * hour);
    const answers = await Promise.all(Array.from({ length: 20 }, () => advance(id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ taskId: id })]),
    );
    expect(await office.history(id)).toEqual(['created', 'escalated', 'sla_breached']);
    expect(await office.tasks.get(office.engine, id)).toMatchObject({ escalationLevel: 1 });
  });

  it('has one outcome when its end meets a decision', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await office.task({
        sla: { timeoutMs: hour, chain: [{ action: 'expire', fromDueMs: 0 }] },
      });
      office.clock.pass(hour);
      const data = { answer: 'In time' };
      const [decided, progress] = await Promise.all([
        codeOf(office.tasks.complete(office.people.sam, { taskId: id, data, claim: true })),
        advance(id),
      ]);
      const task = await office.tasks.get(office.engine, id);
      expect(task.outcome).toBe(decided === 'no error' ? 'completed' : 'expired');
      expect(progress.closed?.outcome).toBe(task.outcome);
      expect(await office.told(id)).toEqual(['task.closed']);
      expect(await office.history(id)).toEqual(['created', task.outcome]);
    }
  });

  it('gives the task to nobody who has left or is excluded: the supervisors are told', async () => {
    const { id } = await office.task({
      sla: {
        timeoutMs: hour,
        chain: [
          { action: 'reassign', ...after(10), to: { user: 'kim@a.test' } },
          { action: 'escalate', ...after(20), to: { user: 'kim@a.test' } },
          { action: 'notify', ...after(30), to: { user: 'kim@a.test' } },
        ],
      },
    });
    await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.kim]);
    office.clock.pass(40 * minute);
    await advance(id);
    await office.rows('UPDATE users SET active = true WHERE id = $1', [PERSON_IDS.kim]);
    expect(await office.history(id)).toEqual(['created', 'notified', 'escalated', 'notified', 'notified']);
    expect(await recipients(id, 'notified')).toEqual({ supervisorsOf: [GROUPS.l1] });
    expect(await office.tasks.get(office.engine, id)).toMatchObject({
      status: 'READY',
      assigneeId: null,
      escalationLevel: 1,
    });
  });

  it('of a vote takes the vote from nobody: whoever would get it is told, and the history says so', async () => {
    const approval = { payload: PAYLOAD, quorum: { rule: 'all' } };
    const chain = [
      { action: 'escalate', ...after(10), to: { group: 'l2' } },
      { action: 'reassign', ...after(11), to: { user: 'zoe@a.test' } },
      { action: 'notify', ...after(30), to: { group: 'l2' } },
    ];
    const { id } = await office.task({ form: undefined, approval, sla: { timeoutMs: hour, chain } });
    office.clock.pass(20 * minute);
    await advance(id);
    expect(await office.tasks.get(office.engine, id)).toMatchObject({
      status: 'READY',
      assigneeId: null,
      escalationLevel: 1,
      candidates: { users: [], groups: [GROUPS.l1] },
    });
    office.clock.pass(20 * minute);
    await advance(id);
    const told = await office.rows(
      `SELECT kind, changes -> 'recipients' AS to, changes ->> 'staysWith' AS stays FROM task_events
       WHERE task_id = $1 AND kind <> 'created' ORDER BY id`,
      [id],
    );
    const [l2, zoe] = [
      { users: [], groups: [GROUPS.l2] },
      { users: [PERSON_IDS.zoe], groups: [] },
    ];
    expect(told).toEqual([
      { kind: 'escalated', to: null, stays: null },
      { kind: 'notified', to: l2, stays: 'voters' },
      { kind: 'notified', to: zoe, stays: 'voters' },
      { kind: 'notified', to: l2, stays: null },
    ]);
  });
});

describe('advance', () => {
  it('knows no task of another tenant, and none without an id', async () => {
    const { id } = await office.task({ sla: { timeoutMs: hour } });
    expect(await codeOf(office.timers.advance(office.olga, id))).toBe('task.not_found');
    expect(await codeOf(advance('nothing'))).toBe('task.not_found');
  });

  it('says how a task stands without changing it', async () => {
    const task = await office.task({ sla: { timeoutMs: hour } });
    office.clock.pass(2 * hour);
    expect(await office.timers.progressOf(office.engine, task)).toEqual({ taskId: task.id, nextInMs: 0 });
    expect(await office.history(task.id)).toEqual(['created']);
  });
});
