import { GROUPS, Office, PERSON_IDS } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());
afterEach(async () => {
  await office.rows('UPDATE groups SET escalation_chain = NULL');
  await office.rows(`UPDATE tenants SET settings = settings - 'escalationChain'`);
});

const minute = 60_000;
const hour = 60 * minute;
const advance = (taskId: string) => office.timers.advance(office.engine, taskId);
const after = (minutes: number) => ({ after: { milliseconds: minutes * minute } });
const ofGroup = (chain: object[]) =>
  office.rows('UPDATE groups SET escalation_chain = $2 WHERE id = $1', [GROUPS.l1, JSON.stringify(chain)]);
const ofTenant = (chain: object[]) =>
  office.rows(
    `UPDATE tenants SET settings = settings || jsonb_build_object('escalationChain', $1::jsonb) WHERE slug = 'a'`,
    [JSON.stringify(chain)],
  );
/** A task whose due date has just been missed. */
const breached = async (chain?: object[]) => {
  const task = await office.task({ sla: { timeoutMs: hour, chain } });
  office.clock.pass(hour);
  await advance(task.id);
  return task;
};
const history = async (taskId: string) => (await office.history(taskId)).slice(1);

it('without any chain tells the supervisors, and the task stays open until its time to live ends', async () => {
  const { id } = await breached();
  expect(await history(id)).toEqual(['sla_breached']);
  const [event] = await office.rows(
    `SELECT changes FROM task_events WHERE task_id = $1 AND kind = 'sla_breached'`,
    [id],
  );
  expect(event?.['changes']).toEqual({ recipients: { supervisorsOf: [GROUPS.l1] } });
  office.clock.pass(20 * 24 * hour);
  expect(await advance(id)).toEqual({ taskId: id });
  expect(await office.tasks.get(office.engine, id)).toMatchObject({ status: 'READY' });
});

it('is that of the group, counted from the breach', async () => {
  await ofTenant([{ action: 'expire', ...after(1) }]);
  await ofGroup([
    { action: 'escalate', ...after(5), to: { group: 'l2' } },
    { action: 'notify', fromDueMs: 10 * minute },
    { action: 'expire', ...after(30) },
  ]);
  const { id } = await breached();
  expect(await advance(id)).toEqual({ taskId: id, nextInMs: 5 * minute });
  office.clock.pass(5 * minute);
  expect(await advance(id)).toEqual({ taskId: id, nextInMs: 5 * minute });
  expect(await office.tasks.get(office.engine, id)).toMatchObject({ groupId: GROUPS.l2, escalationLevel: 1 });
  office.clock.pass(25 * minute);
  expect((await advance(id)).closed).toMatchObject({ outcome: 'expired' });
  expect(await history(id)).toEqual(['sla_breached', 'escalated', 'notified', 'expired']);
});

it('is that of the tenant where the group has none', async () => {
  await ofTenant([{ action: 'reassign', ...after(1), to: { user: 'ada@a.test' } }]);
  const { id } = await breached();
  office.clock.pass(minute);
  await advance(id);
  expect(await office.tasks.get(office.engine, id)).toMatchObject({
    assigneeId: PERSON_IDS.ada,
    status: 'RESERVED',
  });
});

it('follows a warning of the task, but not its own answer to a breach', async () => {
  await ofGroup([{ action: 'expire', ...after(1) }]);
  const warned = await breached([{ action: 'notify', fromDueMs: -minute }]);
  const answered = await breached([{ action: 'notify', fromDueMs: 0, to: { user: 'zoe@a.test' } }]);
  const escalated = await breached([{ action: 'escalate', ...after(10), to: { group: 'l2' } }]);
  office.clock.pass(5 * minute);
  for (const { id } of [warned, answered, escalated]) await advance(id);
  expect(await history(warned.id)).toEqual(['notified', 'sla_breached', 'expired']);
  expect(await history(answered.id)).toEqual(['notified', 'sla_breached']);
  expect(await history(escalated.id)).toEqual(['escalated', 'sla_breached']);
});

it('begins once, also when the due date is moved and missed again', async () => {
  await ofGroup([{ action: 'escalate', ...after(1), to: { group: 'l2' } }]);
  const { id } = await breached();
  office.clock.pass(minute);
  await advance(id);
  await office.control.setDueDate(office.people.ada, {
    taskId: id,
    dueAt: new Date(office.clock.now().getTime() + hour),
  });
  office.clock.pass(2 * hour);
  await advance(id);
  expect(await history(id)).toEqual(['sla_breached', 'escalated', 'due_date_changed', 'sla_breached']);
});

it.each([
  [[{ action: 'escalate', ...after(1), to: { group: 'gone' } }], ['escalated', 'notified']],
  [[{ action: 'reassign', ...after(1), to: { user: 'gone@a.test' } }], ['notified']],
  [[{ action: 'notify', ...after(1), to: { user: 'olga@b.test' } }], ['notified']],
])('leaves to the supervisors what names nobody: %j', async (chain, expected) => {
  await ofGroup(chain);
  const { id } = await breached();
  office.clock.pass(minute);
  await advance(id);
  expect(await history(id)).toEqual(['sla_breached', ...expected]);
  const [event] = await office.rows(
    `SELECT changes FROM task_events WHERE task_id = $1 ORDER BY id DESC LIMIT 1`,
    [id],
  );
  expect(event?.['changes']).toMatchObject({ recipients: { supervisorsOf: [GROUPS.l1] } });
});

it.each([[[]], [[{ action: 'dance' }]], [[{ action: 'notify' }]]])(
  'that means nothing is none: %j',
  async (chain) => {
    await ofGroup(chain);
    const { id } = await breached();
    expect(await history(id)).toEqual(['sla_breached']);
  },
);

it('pauses with the task', async () => {
  await ofGroup([{ action: 'expire', ...after(10) }]);
  const { id } = await breached();
  office.clock.pass(4 * minute);
  await office.control.suspend(office.people.eva, { taskId: id });
  office.clock.pass(24 * hour);
  expect(await advance(id)).toEqual({ taskId: id });
  await office.control.resume(office.people.eva, { taskId: id });
  expect(await advance(id)).toEqual({ taskId: id, nextInMs: 6 * minute });
});
