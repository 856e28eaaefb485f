import { codeOf, Office } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const inMs = (ms: number) => new Date(office.clock.now().getTime() + ms);
const chain = [
  { action: 'notify', fromDueMs: -10 * minute },
  { action: 'escalate', fromDueMs: 10 * minute, to: { group: 'l2' } },
];

/** When each step that is still to come will be, counted from now. */
async function left(taskId: string): Promise<Record<string, number>> {
  const rows = await office.rows<{ action: string; at: Date }>(
    `SELECT action, at FROM task_steps WHERE task_id = $1 AND status = 'pending' ORDER BY at`,
    [taskId],
  );
  return Object.fromEntries(
    rows.map(({ action, at }) => [action, at.getTime() - office.clock.now().getTime()]),
  );
}

describe('a pause', () => {
  it('keeps what is left of every time limit to the second', async () => {
    const { eva, sam } = office.people;
    const { id, expiresAt } = await office.task({ sla: { timeoutMs: hour, chain } });
    await office.tasks.claim(sam, { taskId: id });
    office.clock.pass(12 * minute + 7 * second);
    const before = await left(id);
    expect(before).toEqual({
      notify: 37 * minute + 53 * second,
      breach: 47 * minute + 53 * second,
      escalate: 57 * minute + 53 * second,
    });
    await office.control.suspend(sam, { taskId: id, reason: 'Customer is away' });
    office.clock.pass(3 * day + 11 * second);
    expect(await office.timers.advance(office.engine, id)).toEqual({ taskId: id });
    const resumed = await office.control.resume(eva, { taskId: id });
    expect(resumed).toMatchObject({ status: 'RESERVED', pausedAt: null, resumesAt: null, expiresAt });
    expect(resumed.dueAt).toEqual(inMs(47 * minute + 53 * second));
    expect(await left(id)).toEqual(before);
    expect(await office.timers.advance(office.engine, id)).toEqual({
      taskId: id,
      nextInMs: before['notify'],
    });
  });

  it('loses nothing over many pauses, and gives back no time that had passed', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour, chain } });
    for (let round = 0; round < 5; round += 1) {
      office.clock.pass(8 * minute + 333);
      await office.control.suspend(eva, { taskId: id });
      office.clock.pass(round * hour + 77);
      await office.control.resume(eva, { taskId: id });
    }
    const passed = 5 * (8 * minute + 333);
    expect(await left(id)).toEqual({
      notify: 50 * minute - passed,
      breach: hour - passed,
      escalate: 70 * minute - passed,
    });
  });

  it('does not undo a step that was due before it', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour, chain } });
    office.clock.pass(55 * minute);
    await office.control.suspend(eva, { taskId: id });
    office.clock.pass(day);
    await office.control.resume(eva, { taskId: id });
    expect(await office.timers.advance(office.engine, id)).toMatchObject({ nextInMs: 5 * minute });
    expect(await office.history(id)).toEqual(['created', 'suspended', 'resumed', 'notified']);
  });

  it('leaves no way to work on the task, and comes back where it was', async () => {
    const { sam, eva } = office.people;
    const { id } = await office.task();
    await office.tasks.claim(sam, { taskId: id });
    await office.tasks.start(sam, { taskId: id });
    await office.control.suspend(sam, { taskId: id });
    const data = { answer: 'x' };
    expect(await codeOf(office.tasks.complete(sam, { taskId: id, data }))).toBe('task.suspended');
    expect(await codeOf(office.tasks.release(sam, { taskId: id }))).toBe('task.suspended');
    expect(await codeOf(office.control.suspend(sam, { taskId: id }))).toBe('task.suspended');
    expect(await codeOf(office.handover.assign(eva, { taskId: id, to: { user: 'lee@a.test' } }))).toBe(
      'task.suspended',
    );
    await office.control.setPriority(eva, { taskId: id, priority: 75 });
    expect(await office.control.resume(sam, { taskId: id })).toMatchObject({
      status: 'IN_PROGRESS',
      priority: 75,
    });
    expect(await codeOf(office.control.resume(sam, { taskId: id }))).toBe('task.not_suspended');
  });

  it('ends at a moment that lies ahead, but not too far', async () => {
    const { eva } = office.people;
    const { id } = await office.task();
    for (const resumesAt of [inMs(0), inMs(-1), inMs(6 * 365 * day), new Date(Number.NaN)]) {
      expect(await codeOf(office.control.suspend(eva, { taskId: id, resumesAt }))).toBe(
        'task.invalid_command',
      );
    }
    expect(await office.control.suspend(eva, { taskId: id, resumesAt: inMs(1) })).toMatchObject({
      resumesAt: inMs(1),
    });
  });

  it('in working hours keeps what is left of those', async () => {
    const { eva } = office.people;
    // A Monday; where nobody says anything else, working hours are from 9 to 17.
    office.clock.passTo('2028-03-06T09:00:00Z');
    const { id, dueAt } = await office.task({ sla: { timeoutMs: 4 * hour, calendar: true } });
    expect(dueAt).toEqual(inMs(4 * hour));
    office.clock.pass(hour);
    await office.control.suspend(eva, { taskId: id });
    // Until three hours before the end of Tuesday, and then two hours into it.
    office.clock.pass(day + 4 * hour);
    const resumed = await office.control.resume(eva, { taskId: id });
    expect(resumed.dueAt).toEqual(inMs(3 * hour));
    await office.control.suspend(eva, { taskId: id });
    office.clock.pass(2 * hour);
    const later = await office.control.resume(eva, { taskId: id });
    // One hour is left of this day; the other two are the first of the next.
    expect(later.dueAt).toEqual(inMs(hour + 16 * hour + 2 * hour));
  });
});

describe('a new due date', () => {
  it('moves every step that is still to come by as much', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour, chain } });
    office.clock.pass(52 * minute);
    await office.timers.advance(office.engine, id);
    await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(5 * hour), reason: 'Agreed' });
    // What has happened is not repeated.
    expect(await left(id)).toEqual({ breach: 5 * hour, escalate: 5 * hour + 10 * minute });
    expect(await office.timers.advance(office.engine, id)).toMatchObject({ nextInMs: 5 * hour });
    await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(minute) });
    expect(await left(id)).toEqual({ breach: minute, escalate: 11 * minute });
    expect(await office.history(id)).toEqual(['created', 'notified', 'due_date_changed', 'due_date_changed']);
  });

  it('after the old one has passed has its own breach', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour } });
    office.clock.pass(2 * hour);
    expect(await office.timers.advance(office.engine, id)).toEqual({ taskId: id });
    await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(hour) });
    expect(await left(id)).toEqual({ breach: hour });
    office.clock.pass(hour);
    await office.timers.advance(office.engine, id);
    expect((await office.history(id)).filter((kind) => kind === 'sla_breached')).toHaveLength(2);
  });

  it('is taken away, and given to a task that had none', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour, chain } });
    const without = await office.control.setDueDate(eva, { taskId: id, dueAt: null });
    expect(without.dueAt).toBeNull();
    expect(await left(id)).toEqual({ notify: 50 * minute, escalate: 70 * minute });
    const again = await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(3 * hour) });
    expect(again.dueAt).toEqual(inMs(3 * hour));
    expect(await left(id)).toEqual({ notify: 50 * minute, escalate: 70 * minute, breach: 3 * hour });
    const bare = await office.task();
    await office.control.setDueDate(eva, { taskId: bare.id, dueAt: inMs(hour) });
    expect(await left(bare.id)).toEqual({ breach: hour });
    expect(await office.told(bare.id)).toEqual(['task.changed']);
  });

  it('that is set during a pause is what is left when it ends', async () => {
    const { eva } = office.people;
    const { id } = await office.task({ sla: { timeoutMs: hour, chain } });
    await office.control.suspend(eva, { taskId: id });
    office.clock.pass(2 * hour);
    const set = await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(30 * minute) });
    expect(set).toMatchObject({ status: 'SUSPENDED', dueAt: inMs(30 * minute) });
    office.clock.pass(day);
    const resumed = await office.control.resume(eva, { taskId: id });
    expect(resumed.dueAt).toEqual(inMs(30 * minute));
    expect(await left(id)).toEqual({ notify: 20 * minute, breach: 30 * minute, escalate: 40 * minute });
  });

  it('lies ahead, and at most five years', async () => {
    const { eva } = office.people;
    const { id } = await office.task();
    for (const dueAt of [inMs(0), inMs(-day), inMs(6 * 365 * day), new Date(Number.NaN)]) {
      expect(await codeOf(office.control.setDueDate(eva, { taskId: id, dueAt }))).toBe(
        'task.invalid_command',
      );
    }
    expect(await office.history(id)).toEqual(['created']);
  });

  it('of a task outside workflows starts the workflow of its timers, once', async () => {
    const { eva } = office.people;
    const { id } = await office.task({}, {});
    expect(await office.told(id)).toEqual([]);
    const timed = await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(hour) });
    expect(timed.timerWorkflowId).toBe(`${timed.tenantId}/task-${id}`);
    await office.control.setDueDate(eva, { taskId: id, dueAt: inMs(2 * hour) });
    await office.control.cancel(eva, { taskId: id });
    expect(await office.told(id)).toEqual(['task.timers', 'task.changed', 'task.closed']);
  });
});

describe('cancelling, priority and reasons', () => {
  it('are for supervisors, admins and whoever asked for the task', async () => {
    const { sam, eva, ada } = office.people;
    const { id } = await office.task();
    await office.tasks.claim(sam, { taskId: id });
    expect(await codeOf(office.control.cancel(sam, { taskId: id }))).toBe('task.supervisor_only');
    expect(await codeOf(office.control.setPriority(sam, { taskId: id, priority: 1 }))).toBe(
      'task.supervisor_only',
    );
    expect(await codeOf(office.control.expire(ada, { taskId: id }))).toBe('task.system_only');
    await office.control.setPriority(eva, { taskId: id, priority: 100 });
    await office.control.setPriority(ada, { taskId: id, priority: 0 });
    const own = await office.task({}, { by: sam });
    expect(await office.control.cancel(sam, { taskId: own.id })).toMatchObject({ status: 'CANCELLED' });
  });

  it.each([-1, 101, 1.5, Number.NaN])('refuse the priority %p', async (priority) => {
    const { id } = await office.task();
    expect(await codeOf(office.control.setPriority(office.people.eva, { taskId: id, priority }))).toBe(
      'task.invalid_command',
    );
  });

  it.each(['x'.repeat(2_001), 'a\0b'])('refuse a reason that is too long or no text', async (reason) => {
    const { id } = await office.task();
    expect(await codeOf(office.control.cancel(office.people.eva, { taskId: id, reason }))).toBe(
      'task.invalid_command',
    );
  });

  it('keep the reason beside the history, not in what changed', async () => {
    const { id } = await office.task();
    await office.control.cancel(office.people.eva, { taskId: id, reason: '  Solved by phone ' });
    const [event] = await office.rows(
      `SELECT note, changes FROM task_events WHERE task_id = $1 AND kind = 'cancelled'`,
      [id],
    );
    expect(event?.['note']).toBe('Solved by phone');
    expect(JSON.stringify(event?.['changes'])).not.toContain('phone');
    expect(await office.tasks.closed(office.engine, id)).toEqual({
      taskId: id,
      outcome: 'cancelled',
      reason: 'Solved by phone',
      completedAt: office.clock.now().toISOString(),
    });
  });
});
