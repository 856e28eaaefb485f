import { commandCases } from '../../../../test/harness/command-cases';
import { codeOf, Office, TASK } from '../../../../test/harness/office';
import { TASK_ACTIONS, TaskSweepService } from '..';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const CASES = commandCases(() => office);
const sam = () => office.people.sam;
const eva = () => office.people.eva;
const ada = () => office.people.ada;
const engine = () => office.engine;
const hour = 3_600_000;
const ready = () => office.task({ sla: { timeoutMs: 4 * hour } });

/** Everything that a command may write. */
async function written(taskId: string): Promise<unknown> {
  const [row] = await office.rows(
    `SELECT to_jsonb(t) AS task,
       (SELECT jsonb_agg(to_jsonb(c) ORDER BY role, principal_id) FROM task_candidates c WHERE c.task_id = t.id) AS people,
       (SELECT count(*) FROM task_events e WHERE e.task_id = t.id) AS events,
       (SELECT count(*) FROM task_decisions d WHERE d.task_id = t.id) AS decisions,
       (SELECT count(*) FROM task_payloads p WHERE p.task_id = t.id) AS payloads,
       (SELECT count(*) FROM outbox o WHERE o.task_id = t.id) AS deliveries,
       (SELECT jsonb_agg(to_jsonb(s) ORDER BY position) FROM task_steps s WHERE s.task_id = t.id) AS steps,
       (SELECT count(*) FROM task_operations) AS operations
     FROM tasks t WHERE t.id = $1`,
    [taskId],
  );
  return row;
}

describe.each(Object.entries(CASES))('%s', (action, { kind, prepare, by, run, after, told }) => {
  it('changes the task once, with one event and what the workflow needs to hear', async () => {
    const before = await prepare();
    const [events, messages] = [await office.history(before.id), await office.told(before.id)];
    expect(await office.tasks.get(ada(), before.id)).toEqual(before);
    const answer = await run(by(), { taskId: before.id });
    expect(answer).toMatchObject({ ...after, revision: before.revision + 1 });
    expect(await office.tasks.get(ada(), before.id)).toEqual(answer);
    expect(await office.history(before.id)).toEqual([...events, kind]);
    expect(await office.told(before.id)).toEqual([...messages, ...(told === undefined ? [] : [told])]);
    const [event] = await office.rows(
      `SELECT actor_kind, actor_id, channel, revision, changes FROM task_events
       WHERE task_id = $1 ORDER BY id DESC LIMIT 1`,
      [before.id],
    );
    const { principal, channel } = by();
    expect(event).toMatchObject({
      actor_kind: principal.kind,
      actor_id: principal.id,
      channel,
      revision: answer.revision,
    });
    if (before.status !== answer.status) {
      expect(event?.['changes']).toMatchObject({ status: { before: before.status, after: answer.status } });
    }
  });

  it('keeps what the inbox reads like the task', async () => {
    const { id } = await run(by(), { taskId: (await prepare()).id });
    const rows = await office.rows(
      `SELECT bool_and(c.claimable = (t.status = 'READY') AND c.open = (t.closed_at IS NULL)
                AND c.due_at = t.due_at AND c.rank = t.rank) AS same
       FROM task_candidates c JOIN tasks t ON t.id = c.task_id WHERE t.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ same: true }]);
  });

  it('refuses a revision that is not the present one, and writes nothing', async () => {
    const { id, revision } = await prepare();
    const before = await written(id);
    const stale = { taskId: id, expectedRevision: revision - 1, operationId: `stale-${action}` };
    expect(await codeOf(run(by(), stale))).toBe('task.revision_conflict');
    expect(await written(id)).toEqual(before);
    // A failure is not remembered: the same id does for the right revision.
    const right = { ...stale, expectedRevision: revision };
    expect(await run(by(), right)).toMatchObject({ revision: revision + 1 });
  });

  it('answers a repeated operation as the first time, and does it once', async () => {
    const { id, revision } = await prepare();
    const command = { taskId: id, operationId: `again-${action}` };
    const [first, twin] = await Promise.all([run(by(), command), run(by(), command)]);
    const later = await run(by(), command);
    expect(first).toMatchObject({ ...after, revision: revision + 1 });
    expect([twin, later]).toEqual([first, first]);
    expect((await office.history(id)).filter((one) => one === kind)).toHaveLength(1);
    const other = run(by(), { ...command, expectedRevision: revision });
    expect(await codeOf(other)).toBe('task.operation_conflict');
  });

  it('is for nobody of another tenant, nor for who may not see the task', async () => {
    const { id } = await prepare();
    const before = await written(id);
    for (const ctx of [office.olga, office.people.zoe]) {
      expect(await codeOf(run(ctx, { taskId: id }))).toBe('task.not_found');
    }
    expect(await codeOf(run(ada(), { taskId: 'no-uuid' }))).toBe('task.not_found');
    expect(await codeOf(run(office.tool, { taskId: id }))).toBe('task.service_may_not_decide');
    expect(await written(id)).toEqual(before);
  });

  it('is over once the task is closed', async () => {
    const { id } = await prepare();
    await office.control.cancel(engine(), { taskId: id });
    expect(await codeOf(run(by(), { taskId: id }))).toBe('task.closed');
  });

  it('is not for the excluded, whatever else they are', async () => {
    const { id } = await prepare();
    const { principal } = by();
    if (principal.kind !== 'user') return;
    await office.rows(
      `INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
       SELECT tenant_id, id, 'user', $2, 'excluded', false, due_at, rank FROM tasks WHERE id = $1`,
      [id, principal.id],
    );
    expect(await codeOf(run(by(), { taskId: id }))).toBe('task.not_candidate');
  });
});

it('is tried with every command that there is', () => {
  expect(Object.keys(CASES).sort()).toEqual([...TASK_ACTIONS].sort());
});

describe('an operation', () => {
  it('belongs to the principal and its whole content, dates among it', async () => {
    const { id } = await ready();
    const resumesAt = new Date(office.clock.now().getTime() + hour);
    const command = { taskId: id, operationId: 'dated', resumesAt };
    await office.control.suspend(eva(), command);
    const other = { ...command, resumesAt: new Date(resumesAt.getTime() + 1) };
    expect(await codeOf(office.control.suspend(eva(), other))).toBe('task.operation_conflict');
    expect(await office.control.suspend(eva(), command)).toMatchObject({
      resumesAt,
      dueAt: expect.any(Date),
    });
    // Of another person it is another operation.
    expect(await codeOf(office.control.suspend(ada(), command))).toBe('task.suspended');
    expect(await codeOf(office.control.resume(eva(), { taskId: id, operationId: 'dated' }))).toBe(
      'task.operation_conflict',
    );
  });

  it('is remembered for seven days', async () => {
    const { id } = await ready();
    const sweep = office.app.get(TaskSweepService);
    const command = { taskId: id, operationId: 'week' };
    const first = await office.tasks.claim(sam(), command);
    office.clock.pass(7 * 24 * hour - 1_000);
    await sweep.forgetOperations();
    expect(await office.tasks.claim(sam(), command)).toEqual(first);
    office.clock.pass(2_000);
    await sweep.forgetOperations();
    expect(await codeOf(office.tasks.claim(sam(), command))).toBe('task.already_claimed');
  });

  it.each([
    ['empty', ''],
    ['of 201 characters', 'x'.repeat(201)],
    ['with a NUL', 'a\0b'],
  ])('refuses an id that is %s', async (_, operationId) => {
    const { id } = await ready();
    expect(await codeOf(office.tasks.claim(sam(), { taskId: id, operationId }))).toBe('task.invalid_command');
  });

  it('of one tenant is not known in another', async () => {
    const { id } = await ready();
    await office.tasks.claim(sam(), { taskId: id, operationId: 'shared' });
    const theirs = await office.tasks.create(office.olga, { ...TASK, assignTo: { group: 'l1' } });
    const claimed = await office.handover.assign(office.olga, {
      taskId: theirs.id,
      to: { user: 'olga@b.test' },
      operationId: 'shared',
    });
    expect(claimed.status).toBe('RESERVED');
    expect(await codeOf(office.tasks.get(office.olga, id))).toBe('task.not_found');
  });
});
