import { AbsencesService, DeactivationService } from '@orkestra/tenancy';
import { GROUPS, Office, PERSON_IDS, type PersonName } from '../../../../test/harness/office';
import { email, ToolDesk } from '../../../../test/harness/tool-calls';
import { LeftBehind } from './left-behind.service';
import { StandingRulesService } from '../tool-approvals/standing-rules.service';

let office: Office;
let leaving: DeactivationService;

beforeEach(async () => {
  office = await Office.open();
  leaving = office.app.get(DeactivationService);
  await office.rows(`UPDATE users SET role = 'owner' WHERE id = $1`, [PERSON_IDS.ada]);
});
afterEach(() => office?.close());

const leave = (name: PersonName) => leaving.deactivate(office.people.ada, PERSON_IDS[name]);
const claimed = async (by: PersonName = 'sam', spec: object = {}) =>
  office.tasks.claim(office.people[by], { taskId: (await office.task(spec)).id });
const seen = (taskId: string, by: PersonName = 'ada') => office.tasks.get(office.people[by], taskId);
const awayWith = (substitute: PersonName) =>
  office.app.get(AbsencesService).plan(office.people.ada, {
    user: PERSON_IDS.sam,
    from: office.clock.now(),
    until: new Date(office.clock.now().getTime() + 3_600_000),
    substitute: PERSON_IDS[substitute],
  });

describe('the tasks of somebody who leaves', () => {
  it('go back to their queue, where others claim them, and the history says why', async () => {
    const { id, revision } = await claimed();
    await office.tasks.start(office.people.sam, { taskId: id });
    const { departure } = await leave('sam');
    expect(departure).toEqual({
      ...{ held: 1, toGroups: [{ groupId: GROUPS.l1, count: 1 }], toPeople: [], claimable: 0, waiting: 0 },
      ...{ lent: 0, standingRules: 0 },
    });
    expect(await seen(id, 'lee')).toMatchObject({
      status: 'READY',
      assigneeId: null,
      revision: revision + 2,
    });
    const [event] = await office.rows(
      'SELECT kind, note, actor_id, changes FROM task_events WHERE task_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(event).toEqual({
      kind: 'released',
      note: 'sam was deactivated.',
      actor_id: PERSON_IDS.ada,
      changes: {
        status: { before: 'IN_PROGRESS', after: 'READY' },
        assigneeId: { before: PERSON_IDS.sam, after: null },
        leaving: PERSON_IDS.sam,
      },
    });
    await office.tasks.claim(office.people.lee, { taskId: id });
    await office.tasks.complete(office.people.lee, { taskId: id, data: { answer: 'x' } });
    expect(await office.told(id)).toEqual(['task.closed']);
  });

  it('go to whoever stands in for them, but for those that this one may never act on', async () => {
    const { id } = await claimed();
    const excluded = await claimed('sam', { assignTo: { group: 'l1', excluded: ['max@a.test'] } });
    const asked = { form: undefined, approval: { payload: {} }, onBehalfOf: 'max@a.test' };
    const own = await claimed('sam', asked);
    await awayWith('max');
    expect(await leaving.foretell(office.people.ada, PERSON_IDS.sam)).toMatchObject({
      held: 3,
      toGroups: [{ groupId: GROUPS.l1, count: 2 }],
      toPeople: [{ userId: PERSON_IDS.max, count: 1 }],
    });
    expect(await seen(id)).toMatchObject({ assigneeId: PERSON_IDS.sam });
    await leave('sam');
    for (const { id: barred } of [excluded, own])
      expect(await seen(barred)).toMatchObject({ status: 'READY', assigneeId: null });
    expect(await seen(id)).toMatchObject({
      status: 'RESERVED',
      assigneeId: PERSON_IDS.max,
      candidates: { users: [PERSON_IDS.max], groups: [GROUPS.l1] },
    });
    await office.tasks.release(office.people.max, { taskId: id });
    await office.tasks.claim(office.people.max, { taskId: id });
  });

  it('stay put aside where they were, in no hands', async () => {
    const { id } = await claimed();
    await office.control.suspend(office.people.sam, { taskId: id });
    await leave('sam');
    expect(await seen(id)).toMatchObject({ status: 'SUSPENDED', suspendedFrom: 'READY', assigneeId: null });
    await office.control.resume(office.people.eva, { taskId: id });
    await office.tasks.claim(office.people.lee, { taskId: id });
  });

  it('wait for an admin without a queue, or for others who were named', async () => {
    const alone = await office.task({ assignTo: { user: 'sam@a.test' } });
    const { departure } = await leave('sam');
    expect(departure).toMatchObject({ held: 1, waiting: 1, toGroups: [] });
    expect(await seen(alone.id)).toMatchObject({ status: 'READY', assigneeId: null });
    await office.handover.assign(office.people.ada, { taskId: alone.id, to: { user: 'lee@a.test' } });
    const both = await office.task({ assignTo: { candidates: { users: ['kim@a.test', 'zoe@a.test'] } } });
    await office.tasks.claim(office.people.kim, { taskId: both.id });
    expect((await leave('kim')).departure).toMatchObject({ held: 1, claimable: 1, waiting: 0 });
    await office.tasks.claim(office.people.zoe, { taskId: both.id });
  });

  it('which they hold for another go back with what was filled in; which they lent out stay there', async () => {
    const borrowed = await claimed('lee');
    await office.handover.delegate(office.people.lee, { taskId: borrowed.id, to: 'sam@a.test' });
    await office.drafts.save(office.people.sam, {
      taskId: borrowed.id,
      data: { answer: 'half' },
      expectedVersion: 0,
    });
    const lent = await claimed('sam');
    await office.handover.delegate(office.people.sam, { taskId: lent.id, to: 'max@a.test' });
    const { departure } = await leave('sam');
    expect(departure).toMatchObject({
      held: 1,
      lent: 1,
      toPeople: [{ userId: PERSON_IDS.lee, count: 1 }],
    });
    expect(await seen(borrowed.id)).toMatchObject({ assigneeId: PERSON_IDS.lee, ownerId: null });
    const drafts = await office.drafts.find(office.people.lee, [borrowed.id]);
    expect(drafts.get(borrowed.id)).toMatchObject({
      data: { answer: 'half' },
    });
    expect(await seen(lent.id)).toMatchObject({ assigneeId: PERSON_IDS.max, ownerId: null });
    expect((await office.history(borrowed.id)).at(-1)).toBe('resolved');
    await office.tasks.complete(office.people.max, { taskId: lent.id, data: { answer: 'x' } });
  });

  it('that are decided, or of others, are left alone', async () => {
    const done = await claimed();
    await office.tasks.complete(office.people.sam, { taskId: done.id, data: { answer: 'x' } });
    const other = await claimed('lee');
    expect((await leave('sam')).departure).toMatchObject({ held: 0, lent: 0 });
    expect(await seen(done.id)).toMatchObject({ assigneeId: PERSON_IDS.sam, status: 'COMPLETED' });
    expect(await seen(other.id)).toMatchObject({ assigneeId: PERSON_IDS.lee });
  });

  it('are a thousand in a few statements', async () => {
    const { id } = await claimed();
    await cloned(id, 999);
    const began = performance.now();
    expect((await leave('sam')).departure).toMatchObject({ held: 1_000 });
    expect(performance.now() - began).toBeLessThan(5_000);
    const [rest] = await office.rows(
      `SELECT count(*)::int AS held, (SELECT count(*)::int FROM task_events WHERE kind = 'released') AS told
       FROM tasks WHERE assignee_id = $1`,
      [PERSON_IDS.sam],
    );
    expect(rest).toEqual({ held: 0, told: 1_000 });
  });

  it('leave nothing behind of what came in while they left', async () => {
    const tasks = await Promise.all(Array.from({ length: 8 }, () => office.task()));
    const claims = tasks.map(({ id }) => office.tasks.claim(office.people.sam, { taskId: id }));
    const [left] = await Promise.allSettled([leave('sam'), ...claims]);
    expect(left?.status).toBe('fulfilled');
    // A request that was let in before, and that writes afterwards.
    const late = await office.task();
    await office.tasks.claim(office.people.sam, { taskId: late.id });
    const behind = office.app.get(LeftBehind);
    expect(await behind.handOn()).toBeGreaterThanOrEqual(1);
    expect(await behind.handOn()).toBe(0);
    const held = await office.rows('SELECT id FROM tasks WHERE assignee_id = $1', [PERSON_IDS.sam]);
    expect(held).toEqual([]);
    expect(await office.history(late.id)).toEqual(['created', 'claimed', 'released']);
  });
});

it('ends what they allowed agents, with a line in the history of the task', async () => {
  const desk = new ToolDesk(office);
  const ruleId = await desk.grant(['to']);
  const { departure } = await leave('sam');
  expect(departure.standingRules).toBe(1);
  const [rule] = await office.app
    .get(StandingRulesService)
    .find(office.people.ada, [ruleId])
    .then((all) => [...all.values()]);
  expect(rule).toMatchObject({ revokedBy: { id: PERSON_IDS.ada }, revokedAt: office.clock.now() });
  expect((await office.history(rule!.taskId)).at(-1)).toBe('rule_revoked');
  const asked = await desk.ask([email({ callId: 'again' })]);
  expect(asked.calls[0]?.verdict).toBe('pending');
});

async function cloned(id: string, times: number): Promise<void> {
  const columns = await office.rows<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'tasks' AND is_generated = 'NEVER' AND column_name NOT IN ('id', 'request_key')`,
  );
  const names = columns.map(({ name }) => name).join(', ');
  await office.rows(
    `INSERT INTO tasks (id, request_key, ${names})
     SELECT gen_random_uuid(), n::text, ${names} FROM tasks, generate_series(1, ${times}) n WHERE id = $1`,
    [id],
  );
}
