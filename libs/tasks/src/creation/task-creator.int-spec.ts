import { codeOf, Office, PERSON_IDS } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const minute = 60_000;
const hour = 60 * minute;
const inMs = (ms: number) => new Date(office.clock.now().getTime() + ms);

describe('a repeated creation', () => {
  it('finds its task after the due date has passed, its user has left, or it was decided', async () => {
    const spec = {
      assignTo: { user: 'kim@a.test' },
      sla: { dueAt: inMs(hour).toISOString() },
    };
    const origin = { requestKey: 'late', workflowId: `${office.engine.tenantId}/late`, by: office.engine };
    const first = await office.task(spec, origin);
    await office.tasks.complete(office.people.kim, { taskId: first.id, data: { answer: 'x' } });
    office.clock.pass(2 * hour);
    await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.kim]);
    const again = await office.task(spec, origin);
    expect(again).toMatchObject({ id: first.id, status: 'COMPLETED' });
    // Another content is refused for what is wrong with it, or for the key.
    const other = { ...spec, title: 'Other' };
    expect(await codeOf(office.task(other, origin))).toBe('directory.unknown_user');
    await office.rows('UPDATE users SET active = true WHERE id = $1', [PERSON_IDS.kim]);
    expect(await codeOf(office.task(other, origin))).toBe('task.invalid_spec');
    expect(await codeOf(office.task({ title: 'Other' }, origin))).toBe('task.request_key_conflict');
    // And a key that has made nothing makes nothing now.
    expect(await codeOf(office.task(spec, { ...origin, requestKey: 'new' }))).toBe('task.invalid_spec');
  });

  it('is of one tenant', async () => {
    const mine = await office.task({}, { requestKey: 'same' });
    const theirs = await office.tasks.create(
      office.olga,
      {
        title: 'Customer needs help',
        form: { answer: { type: 'text', required: true } },
        assignTo: { group: 'l1' },
      },
      { requestKey: 'same' },
    );
    expect(theirs.id).not.toBe(mine.id);
  });
});

describe('a task outside workflows', () => {
  it('costs no workflow unless time changes something about it', async () => {
    const bare = await office.task({}, {});
    const timed = await office.task({ sla: { timeoutMs: hour } }, {});
    expect([bare.timerWorkflowId, await office.told(bare.id)]).toEqual([null, []]);
    const workflowId = `${timed.tenantId}/task-${timed.id}`;
    expect(timed.timerWorkflowId).toBe(workflowId);
    expect(await office.tasks.get(office.engine, timed.id)).toEqual(timed);
    expect(await office.rows('SELECT kind, workflow_id FROM outbox WHERE task_id = $1', [timed.id])).toEqual([
      { kind: 'task.timers', workflow_id: workflowId },
    ]);
    await office.tasks.complete(office.people.sam, { taskId: timed.id, data: { answer: 'x' }, claim: true });
    await office.tasks.complete(office.people.sam, { taskId: bare.id, data: { answer: 'x' }, claim: true });
    expect(await office.told(timed.id)).toEqual(['task.timers', 'task.closed']);
    expect(await office.told(bare.id)).toEqual([]);
  });
});

describe('bad input', () => {
  it.each<[string, object]>([
    ['an empty title', { title: '  ' }],
    ['an unknown field', { titel: 'x' }],
    ['a NUL', { title: 'a\0b' }],
    ['a priority out of range', { priority: 101 }],
    ['a context of 300 KB', { context: { text: 'x'.repeat(300_000) } }],
    ['a payload of 300 KB', { approval: { payload: 'x'.repeat(300_000) } }],
    ['a time to live of nothing', { timeToLiveMs: 0 }],
    ['a quorum of nobody', { approval: { payload: 1, quorum: { rule: 'count', count: 0 } } }],
    ['101 percent', { approval: { payload: 1, quorum: { rule: 'percentage', percentage: 101 } } }],
  ])('%s is refused before anything is written', async (_, spec) => {
    const count = 'SELECT (SELECT count(*) FROM tasks) + (SELECT count(*) FROM task_events) AS all';
    const before = await office.rows(count);
    expect(await codeOf(office.task(spec))).toBe('task.invalid_spec');
    expect(await office.rows(count)).toEqual(before);
  });

  it('a result of 5 MB is refused, and the task stays as it was', async () => {
    const { id } = await office.task();
    const data = { answer: 'x'.repeat(5_000_000) };
    expect(await codeOf(office.tasks.complete(office.people.sam, { taskId: id, data, claim: true }))).toBe(
      'task.invalid_data',
    );
    expect(await office.tasks.get(office.people.sam, id)).toMatchObject({ status: 'READY', revision: 1 });
  });
});
