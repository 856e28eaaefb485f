import { TenantSettingsService, type TenantContext } from '@orkestra/tenancy';
import { testContext } from '../../../tenancy/src/testing';
import { codeOf, digestOf, GROUPS, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { ALLOW, email, ToolDesk } from '../../../../test/harness/tool-calls';
import { actorOf, allowedActions, TaskDetailsService, type TaskOrigin, type TaskView } from '..';

let office: Office;
let desk: ToolDesk;
beforeAll(async () => {
  office = await Office.open();
  desk = new ToolDesk(office);
});
afterAll(() => office?.close());
afterEach(() => policy('forbid'));

const payloadDigest = digestOf(PAYLOAD);
const DECISIONS = ['claim', 'claim_and_complete', 'complete', 'approve', 'reject', 'request_changes'];

const policy = (value: 'forbid' | 'warn' | 'allow') =>
  office.app.get(TenantSettingsService).setSelfApproval(office.people.ada, value);

/** An approval for Sam that a bot asks for. */
const ask = (spec: object = {}, origin?: TaskOrigin & { by?: TenantContext }): Promise<TaskView> =>
  office.task(
    { form: undefined, approval: { payload: PAYLOAD }, onBehalfOf: 'sam@a.test', ...spec },
    origin ?? { workflowId: `${office.bot.tenantId}/case` },
  );

const approve = (by: TenantContext, { id }: TaskView) =>
  office.approvals.approve(by, { taskId: id, payloadDigest });

async function decisionsOf(by: TenantContext, { id }: TaskView): Promise<string[]> {
  const task = await office.tasks.get(by, id);
  return allowedActions(task, actorOf(by)).filter((action) => DECISIONS.includes(action));
}

/** A program that acts for Sam. */
const botOfSam = () =>
  testContext({
    tenantId: office.bot.tenantId,
    channel: 'mcp',
    onBehalfOf: PERSON_IDS.sam,
    principal: office.bot.principal,
  });

describe('where it is forbidden', () => {
  it('the person for whom it is asked does not decide it; a colleague does', async () => {
    const { sam, lee } = office.people;
    const task = await ask();
    expect(task).toMatchObject({ onBehalfOf: PERSON_IDS.sam, requesters: [PERSON_IDS.sam] });
    expect(await office.tasks.get(sam, task.id)).toEqual(task);
    expect(await decisionsOf(sam, task)).toEqual([]);
    expect(await decisionsOf(lee, task)).toEqual(['claim', 'approve', 'reject', 'request_changes']);
    expect(await codeOf(approve(sam, task))).toBe('task.self_approval');
    const command = { taskId: task.id, payloadDigest, reason: 'No' };
    expect(await codeOf(office.approvals.reject(sam, command))).toBe('task.self_approval');
    expect(await codeOf(office.tasks.claim(sam, { taskId: task.id }))).toBe('task.self_approval');
    expect((await office.bulk.run(sam, [task.id], { action: 'claim' }))[0]?.error?.code).toBe(
      'task.self_approval',
    );
    expect(await approve(lee, task)).toMatchObject({ outcome: 'approved' });
  });

  it('nor does whoever made it, whoever started the workflow, or whom the workflow or the key acts for', async () => {
    const { sam, kim } = office.people;
    const other = { onBehalfOf: 'kim@a.test' };
    const asked = [
      await ask({ onBehalfOf: undefined }, { by: sam }),
      await ask({ onBehalfOf: undefined }, { by: office.engine, startedById: PERSON_IDS.sam }),
      await ask({ onBehalfOf: undefined }, { by: office.engine, startedFor: [PERSON_IDS.sam] }),
      await ask({ onBehalfOf: undefined }, { by: botOfSam() }),
      // Naming another person takes nobody away.
      await ask(other, { by: botOfSam() }),
      await ask(other, { by: office.engine, startedFor: [PERSON_IDS.sam] }),
    ];
    for (const task of asked) expect(await codeOf(approve(sam, task))).toBe('task.self_approval');
    expect(asked.map(({ onBehalfOf }) => onBehalfOf)).toEqual([
      ...[null, null, PERSON_IDS.sam, PERSON_IDS.sam, PERSON_IDS.kim, PERSON_IDS.kim],
    ]);
    expect(await codeOf(approve(kim, asked[4] as TaskView))).toBe('task.self_approval');
  });

  it('nor does a program that acts for them, where programs may decide', async () => {
    const task = await ask({ decidableBy: 'anyone' }, { by: office.engine });
    const tool = testContext({
      tenantId: office.tool.tenantId,
      principal: office.tool.principal,
      onBehalfOf: PERSON_IDS.sam,
    });
    expect(await codeOf(approve(tool, task))).toBe('task.self_approval');
    expect(await approve(office.tool, task)).toMatchObject({ outcome: 'approved' });
  });

  it('a form that only asks for something is theirs to answer', async () => {
    const { sam } = office.people;
    const task = await office.task({ onBehalfOf: 'sam@a.test' });
    expect(task).toMatchObject({ onBehalfOf: PERSON_IDS.sam, requesters: [], selfApproval: null });
    const done = await office.tasks.complete(sam, { taskId: task.id, data: { answer: 'x' }, claim: true });
    expect(done.outcome).toBe('completed');
  });

  it('it reaches them on no way: by name, in turn, as a substitute, by delegation, by a step', async () => {
    const { sam, lee, eva } = office.people;
    expect(await codeOf(ask({ assignTo: { user: 'sam@a.test' } }))).toBe('task.invalid_spec');
    const turns = { assignTo: { group: 'l1', strategy: 'round-robin' } };
    const given = await Promise.all([ask(turns), ask(turns), ask(turns), ask(turns)]);
    expect(given.map(({ assigneeId }) => assigneeId)).not.toContain(PERSON_IDS.sam);

    const now = office.clock.now();
    await office.rows(
      `INSERT INTO absences (tenant_id, id, user_id, starts_at, ends_at, substitute_id, created_by_kind, created_by_id,
       created_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, 'user', 'x', $3)`,
      [sam.tenantId, PERSON_IDS.kim, new Date(+now - 1000), new Date(+now + 60_000), PERSON_IDS.sam],
    );
    const away = await ask({ assignTo: { user: 'kim@a.test' } });
    expect(away).toMatchObject({ assigneeId: null, status: 'READY' });
    const vote = { assignTo: { candidates: { users: ['kim@a.test', 'lee@a.test'] } } };
    const voted = await ask({ ...vote, approval: { payload: PAYLOAD, quorum: 'any' } });
    expect(voted.candidates.users).not.toContain(PERSON_IDS.sam);
    await office.rows('DELETE FROM absences');

    const task = await ask({ assignTo: { user: 'lee@a.test', group: 'l1' } });
    const to = { user: 'sam@a.test' };
    const { id: taskId } = task;
    const refused = [
      office.handover.delegate(lee, { taskId, to: 'sam@a.test' }),
      office.handover.forward(lee, { taskId, to }),
      office.handover.assign(eva, { taskId, to }),
      office.handover.escalate(lee, { taskId, to }),
      office.handover.nominate(eva, { taskId, users: ['sam@a.test'] }),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual(Array(5).fill('task.target_excluded'));

    const hour = 3_600_000;
    const step = { action: 'reassign', after: { milliseconds: hour }, to };
    const timed = await ask({ assignTo: { user: 'lee@a.test', group: 'l1' }, sla: { chain: [step] } });
    office.clock.pass(hour);
    await office.timers.advance(office.engine, timed.id);
    expect(await office.tasks.get(lee, timed.id)).toMatchObject({ assigneeId: PERSON_IDS.lee });
  });

  it('they have no voice in a vote, and do not count for it', async () => {
    const { sam, lee, kim } = office.people;
    const users = ['sam@a.test', 'lee@a.test', 'kim@a.test'];
    const quorum = (rule: object | string) => ({
      assignTo: { candidates: { users } },
      approval: { payload: PAYLOAD, quorum: rule },
    });
    expect(await codeOf(ask(quorum({ rule: 'count', count: 3 })))).toBe('task.invalid_spec');
    const task = await ask(quorum('all'));
    const voters = await office.app.get(TaskDetailsService).voters(lee, [task.id]);
    expect(
      voters
        .get(task.id)
        ?.map(({ id }) => id)
        .sort(),
    ).toEqual([PERSON_IDS.lee, PERSON_IDS.kim].sort());
    expect(await codeOf(approve(sam, task))).toBe('task.self_approval');
    await approve(lee, task);
    expect(await approve(kim, task)).toMatchObject({ outcome: 'approved' });
  });

  it('the list of what is theirs to take leaves it out', async () => {
    const { sam, lee } = office.people;
    const { id } = await ask({ type: 'listed' });
    const taken = async (ctx: TenantContext, group?: string) => {
      const page = await office.tasks.list(ctx, { candidate: true, type: 'listed', group }, {});
      return page.items.map((task) => task.id);
    };
    expect([await taken(sam), await taken(sam, 'l1')]).toEqual([[], []]);
    expect([await taken(lee), await taken(lee, 'l1')]).toEqual([[id], [id]]);
    await policy('warn');
    expect(await taken(sam)).toEqual([id]);
  });
});

describe('an agent that asks for somebody', () => {
  const task = { assignTo: { group: 'l1' }, onBehalfOf: 'sam@a.test' };

  it('is not allowed anything by that person, nor by what they have allowed for others', async () => {
    const { sam, lee } = office.people;
    const asked = await desk.ask([email()], { task });
    expect(await codeOf(desk.decide(asked.taskId, ALLOW, { by: sam }))).toBe('task.self_approval');
    await desk.decide(asked.taskId, ALLOW, { by: lee });
    const call = email({ tool: 'send_letter' });
    const ruleId = await desk.grant([], { tool: 'send_letter' });
    expect((await desk.ask([call])).calls[0]).toMatchObject({ verdict: 'allowed', ruleId });
    expect((await desk.ask([call], { task })).calls[0]).toMatchObject({ verdict: 'pending', ruleId: null });
    expect((await desk.ask([call], { by: botOfSam() })).calls[0]?.verdict).toBe('pending');
    await policy('warn');
    const warned = await desk.ask([call], { task });
    expect(warned.calls[0]).toMatchObject({ verdict: 'allowed', ruleId, selfApproval: true });
  });

  it('is told until when it may make an allowed call', async () => {
    const day = 24 * 3_600_000;
    const until = new Date(office.clock.now().getTime() + day);
    const { requestId, taskId } = await desk.ask([email({ tool: 'a' }), email({ tool: 'b', callId: '2' })]);
    await desk.decide(taskId, { 'call-1': ALLOW, 2: { verdict: 'deny', message: 'No' } });
    const { calls } = await desk.service.verdicts(office.bot, requestId);
    expect(calls.map(({ validUntil }) => validUntil)).toEqual([until, null]);
    const rows = await office.rows('SELECT verdict_until FROM task_decisions WHERE task_id = $1', [taskId]);
    expect(rows).toEqual([{ verdict_until: until }]);
    await desk.grant([], { tool: 'c' }, 2);
    const covered = await desk.ask([email({ tool: 'c' })]);
    expect(covered.calls[0]?.validUntil).toEqual(new Date(office.clock.now().getTime() + day / 12));
  });
});

describe('where it is let pass', () => {
  it('with a warning, the record says so', async () => {
    const { sam, ada } = office.people;
    await policy('warn');
    const task = await ask();
    expect(await decisionsOf(sam, task)).toContain('approve');
    await approve(sam, task);
    const details = office.app.get(TaskDetailsService);
    expect((await details.decisions(ada, [task.id])).get(task.id)).toMatchObject({ selfApproval: true });
    const { items = [] } = (await details.events(ada, [task.id], {})).get(task.id) ?? {};
    expect(items.at(-1)).toMatchObject({ kind: 'approved', changes: { selfApproval: true } });
    const other = await ask();
    await approve(office.people.lee, other);
    expect((await details.decisions(ada, [other.id])).get(other.id)).toMatchObject({ selfApproval: false });
  });

  it('freely, nothing is said; the policy counts at once for what is open', async () => {
    const { sam } = office.people;
    const [first, second] = [await ask(), await ask()];
    await policy('allow');
    expect(await approve(sam, first)).toMatchObject({ outcome: 'approved' });
    const [row] = await office.rows('SELECT self_approval FROM task_decisions WHERE task_id = $1', [
      first.id,
    ]);
    expect(row).toEqual({ self_approval: false });
    await office.tasks.claim(sam, { taskId: second.id });
    await policy('forbid');
    expect(await codeOf(approve(sam, second))).toBe('task.self_approval');
    expect(await codeOf(office.handover.delegate(sam, { taskId: second.id, to: 'lee@a.test' }))).toBe(
      'task.self_approval',
    );
    expect(await office.tasks.release(sam, { taskId: second.id })).toMatchObject({ status: 'READY' });
  });
});

it('names only active people of the tenant', async () => {
  for (const onBehalfOf of ['nobody@a.test', 'olga@b.test', office.olga.principal.id, GROUPS.l1])
    expect(await codeOf(ask({ onBehalfOf }))).toBe('directory.unknown_user');
  expect(await codeOf(ask({ onBehalfOf: '' }))).toBe('task.invalid_spec');
});
