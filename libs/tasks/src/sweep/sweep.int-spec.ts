import { Office } from '../../../../test/harness/office';
import { Outbox, OutboxSweepService, TaskSweepService, type TaskView, WorkflowTasksService } from '..';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let office: Office;
let sweep: TaskSweepService;
let outbox: OutboxSweepService;

beforeEach(async () => {
  office = await Office.open(12);
  sweep = office.app.get(TaskSweepService);
  outbox = office.app.get(OutboxSweepService);
});
afterEach(() => office.close());

const several = (count: number, spec: object = {}) =>
  Promise.all(Array.from({ length: count }, () => office.task(spec)));

async function statusOf({ id }: TaskView): Promise<string> {
  return (await office.tasks.get(office.engine, id)).status;
}

describe('the clock', () => {
  it('expires every task whose time to live is over, also suspended ones, and no other', async () => {
    const [claimed, suspended] = (await several(2, { timeToLiveMs: HOUR })) as [TaskView, TaskView];
    const longer = await office.task({ timeToLiveMs: 2 * HOUR });
    await office.tasks.claim(office.people.sam, { taskId: claimed.id });
    await office.control.suspend(office.engine, { taskId: suspended.id });
    const theirs = await office.task({ timeToLiveMs: HOUR }, { by: office.olga });
    office.clock.pass(HOUR - 1);
    expect(await sweep.expire()).toBe(0);
    office.clock.pass(1);
    expect(await sweep.expire()).toBe(3);
    expect(await statusOf(claimed)).toBe('EXPIRED');
    expect(await statusOf(suspended)).toBe('EXPIRED');
    expect(await statusOf(longer)).toBe('READY');
    expect((await office.tasks.get(office.olga, theirs.id)).status).toBe('EXPIRED');
    expect(await office.told(claimed.id)).toEqual(['task.closed']);
    expect(await sweep.expire()).toBe(0);
  });

  it('comes to all of them, though some cannot be changed', async () => {
    await several(205, { timeToLiveMs: HOUR });
    const stuck = await several(3, { title: 'Stuck', timeToLiveMs: HOUR / 2 });
    await office.rows(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON tasks FOR EACH ROW WHEN (NEW.title = 'Stuck') EXECUTE FUNCTION refuse()`);
    office.clock.pass(HOUR);
    const beat = jest.fn();
    expect(await sweep.expire(beat)).toBe(205);
    expect(beat).toHaveBeenCalledTimes(1);
    expect(await Promise.all(stuck.map(statusOf))).toEqual(['READY', 'READY', 'READY']);
  });

  it('does no harm when two sweep at once', async () => {
    const tasks = await several(30, { timeToLiveMs: HOUR });
    office.clock.pass(HOUR);
    const done = await Promise.all([sweep.expire(), sweep.expire(), sweep.expire()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(30);
    const events = await office.rows(`SELECT task_id FROM task_events WHERE kind = 'expired'`);
    expect(events).toHaveLength(tasks.length);
  });

  it('brings suspended tasks back when their time has come', async () => {
    const [timed, untimed] = (await several(2)) as [TaskView, TaskView];
    const resumesAt = new Date(office.clock.now().getTime() + HOUR);
    await office.control.suspend(office.engine, { taskId: timed.id, resumesAt });
    await office.control.suspend(office.engine, { taskId: untimed.id });
    expect(await sweep.resume()).toBe(0);
    office.clock.pass(HOUR);
    expect(await sweep.resume()).toBe(1);
    expect(await statusOf(timed)).toBe('READY');
    expect(await statusOf(untimed)).toBe('SUSPENDED');
    expect(await sweep.resume()).toBe(0);
  });

  it('forgets the answers of commands after a week, and drafts of tasks that have ended', async () => {
    const [task, open] = (await several(2)) as [TaskView, TaskView];
    const { sam } = office.people;
    await office.tasks.complete(sam, {
      taskId: task.id,
      data: { answer: 'x' },
      claim: true,
      operationId: 'once',
    });
    for (const { id } of [task, open]) {
      const draft = `INSERT INTO task_drafts (tenant_id, task_id, user_id, data, version, saved_at)
                     VALUES ($1, $2, $3, '{}', 1, now())`;
      await office.rows(draft, [task.tenantId, id, sam.principal.id]);
    }
    office.clock.pass(7 * DAY - 1);
    expect(await sweep.forgetOperations()).toBe(0);
    office.clock.pass(2);
    expect(await sweep.forgetOperations()).toBe(1);
    expect(await sweep.forgetOperations()).toBe(0);
    expect(await sweep.forgetDrafts()).toBe(1);
    expect(await office.rows('SELECT task_id FROM task_drafts')).toEqual([{ task_id: open.id }]);
    expect(await sweep.forgetDrafts()).toBe(0);
  });
});

describe('the outbox', () => {
  it('gets the rows that are missing, once, though several look for them', async () => {
    for (const { id: taskId } of await several(40)) await office.control.cancel(office.engine, { taskId });
    await office.rows('DELETE FROM outbox');
    office.clock.pass(2 * 60_000);
    const written = await Promise.all([1, 2, 3].map(() => outbox.tellUntold(HOUR)));
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(await office.rows('SELECT FROM outbox')).toHaveLength(40);
    expect(await outbox.tellUntold(HOUR)).toBe(0);
  });

  it('leaves alone what has just ended, what has a row, and what no workflow waits for', async () => {
    const [fresh, told] = (await several(2)) as [TaskView, TaskView];
    const alone = await office.task({}, {});
    await office.control.cancel(office.engine, { taskId: told.id });
    await office.control.cancel(office.engine, { taskId: alone.id });
    office.clock.pass(2 * 60_000);
    await office.control.cancel(office.engine, { taskId: fresh.id });
    await office.rows('DELETE FROM outbox WHERE task_id = $1', [fresh.id]);
    expect(await outbox.tellUntold(HOUR)).toBe(0);
  });

  it('says how much is to be delivered, and how old that is', async () => {
    expect(await outbox.backlog()).toEqual({ pending: 0, dead: 0, oldestSeconds: 0 });
    for (const { id: taskId } of await several(3)) await office.control.cancel(office.engine, { taskId });
    await office.rows(
      `UPDATE outbox SET status = 'dead' WHERE id = (SELECT min(id::text)::uuid FROM outbox)`,
    );
    office.clock.pass(90_000);
    expect(await outbox.backlog()).toEqual({ pending: 2, dead: 1, oldestSeconds: 90 });
  });

  it('counts failures, and no outages', async () => {
    const task = await office.task();
    await office.control.cancel(office.engine, { taskId: task.id });
    const rows = office.app.get(Outbox);
    const claim = async () => {
      office.clock.pass(10 * 60_000);
      const [row] = await rows.claimDue(1, 1_000);
      if (row === undefined) throw new Error('Nothing was due.');
      return row;
    };
    for (let outage = 0; outage < 30; outage += 1) await rows.defer(await claim(), 'away');
    expect((await claim()).attempts).toBe(1);
    await rows.fail(await claim(), 'broken');
    const [row] = await office.rows('SELECT status, attempts, last_error FROM outbox');
    expect(row).toEqual({ status: 'pending', attempts: 2, last_error: 'broken' });
  });
});

describe('tasks of workflows', () => {
  const workflows = () => office.app.get(WorkflowTasksService);

  it('finds the open tasks of a workflow, and the one whose timers it keeps, in its tenant alone', async () => {
    const workflowId = 'shared/id';
    const [open, closed] = await Promise.all([1, 2].map(() => office.task({}, { workflowId })));
    await office.control.cancel(office.engine, { taskId: closed?.id ?? '' });
    const theirs = await office.task({}, { workflowId, by: office.olga });
    const timed = await office.task({ sla: { timeoutMs: HOUR } }, {});
    const { tenantId } = office.engine;
    const found = await workflows().openOf([
      { tenantId, workflowId },
      { tenantId, workflowId: timed.timerWorkflowId ?? '' },
      { tenantId, workflowId: 'none' },
    ]);
    expect(found.map(({ id, timersOnly }) => ({ id, timersOnly }))).toEqual([
      { id: open?.id, timersOnly: false },
      { id: timed.id, timersOnly: true },
    ]);
    const ofOther = await workflows().openOf([{ tenantId: theirs.tenantId, workflowId }]);
    expect(ofOther.map(({ id }) => id)).toEqual([theirs.id]);
  });

  it('has timers started again once, though several ask for it', async () => {
    const task = await office.task({ sla: { timeoutMs: HOUR } }, {});
    await office.rows(`UPDATE outbox SET status = 'delivered'`);
    const timed = await workflows().openOf([
      { tenantId: task.tenantId, workflowId: task.timerWorkflowId ?? '' },
    ]);
    const restarted = await Promise.all([1, 2, 3].map(() => workflows().restartTimers(timed)));
    expect(restarted.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await office.told(task.id)).toEqual(['task.timers', 'task.timers']);
  });
});
