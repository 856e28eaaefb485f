import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { TasksService, type TaskView } from '..';
import { DraftsService } from './drafts.service';

const { sam, lee, max, ada, olga, bot } = people;

let desk: TaskPeople;
let drafts: DraftsService;
let tasks: TasksService;
let task: TaskView;

beforeAll(async () => {
  desk = await TaskPeople.start();
  drafts = desk.get(DraftsService);
  tasks = desk.get(TasksService);
});
beforeEach(async () => {
  task = await desk.newTask();
});
afterAll(() => desk?.close());

const save = (data: unknown, expectedVersion = 0, ctx = sam) =>
  drafts.save(ctx, { taskId: task.id, data, expectedVersion });
const read = async (ctx = sam) => (await drafts.find(ctx, [task.id])).get(task.id);
const stored = () => desk.rows('SELECT * FROM task_drafts WHERE task_id = $1', [task.id]);

describe('save', () => {
  it('keeps a draft for the person, to be read on another device, letter by letter', async () => {
    const data = { b: 'half an ans', a: [1, null, { x: '\ud800 \0 "' }] };
    const saved = await save(data);
    expect(saved).toEqual({ taskId: task.id, data, version: 1, savedAt: expect.any(Date) });
    const found = await read();
    expect(found).toEqual(saved);
    expect(JSON.stringify(found?.data)).toBe(JSON.stringify(data));
    expect(await read(lee)).toBeUndefined();
    expect(await save({ a: 'lee' }, 0, lee)).toMatchObject({ version: 1 });
    expect(await read()).toEqual(saved);
  });

  it('tells the second of two devices when the other one saved', async () => {
    const first = await save({ a: 1 });
    const second = await save({ a: 2 }, 1);
    expect(second.version).toBe(2);
    const late = save({ a: 3 }, 1);
    await expect(late).rejects.toMatchObject({
      code: 'task.draft_conflict',
      kind: 'conflict',
      message: expect.stringContaining(second.savedAt.toISOString()),
      details: { version: 2, savedAt: second.savedAt.toISOString() },
    });
    expect(await codeOf(save({ a: 3 }))).toBe('task.draft_conflict');
    expect((await read())?.data).toEqual({ a: 2 });
    expect(first.version).toBe(1);
  });

  it('lets one of two simultaneous first saves win', async () => {
    const answers = await Promise.all([codeOf(save({ a: 'left' })), codeOf(save({ a: 'right' }))]);
    expect(answers.toSorted()).toEqual(['no error', 'task.draft_conflict']);
  });

  it('takes a repeated save, whose answer was lost, for what it is', async () => {
    const saved = await save({ a: 1 });
    expect(await save({ a: 1 })).toEqual(saved);
  });

  it('starts a task that the person holds, and no other', async () => {
    await save({ a: 1 });
    expect((await tasks.get(sam, task.id)).status).toBe('READY');
    await tasks.claim(sam, { taskId: task.id });
    await save({ a: 1 }, 0, lee);
    expect((await tasks.get(sam, task.id)).status).toBe('RESERVED');
    await save({ a: 2 }, 1);
    const started = await tasks.get(sam, task.id);
    expect(started.status).toBe('IN_PROGRESS');
    await save({ a: 3 }, 2);
    expect(await tasks.get(sam, task.id)).toEqual(started);
  });

  it.each([
    ['a list', [1]],
    ['a text', 'x'],
    ['nothing', null],
    ['more than 256 KiB', { a: 'ä'.repeat(128 * 1024) }],
    ['a pit', { a: JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown }],
  ])('refuses %s', async (_, data) => {
    expect(await codeOf(save(data))).toBe('task.invalid_draft');
    expect(await stored()).toEqual([]);
  });

  it('is for people who may see the open task and are not excluded from it', async () => {
    expect(await codeOf(save({}, 0, bot))).toBe('task.draft_for_people');
    expect(await codeOf(save({}, 0, max))).toBe('task.not_found');
    expect(await codeOf(save({}, 0, ada))).toBe('no error');
    const without = await desk.newTask({ assignTo: { group: 'support-l1', excluded: [sam.principal.id] } });
    expect(await codeOf(drafts.save(sam, { taskId: without.id, data: {}, expectedVersion: 0 }))).toMatch(
      /^task\.not_(candidate|found)$/,
    );
    await tasks.complete(lee, { taskId: task.id, data: { answer: 'x' }, claim: true });
    expect(await codeOf(save({}))).toBe('task.closed');
  });
});

describe('discard', () => {
  it('throws the draft away once, and never gives a version out twice', async () => {
    await save({ a: 1 });
    await drafts.discard(sam, { taskId: task.id, expectedVersion: 1 });
    expect(await read()).toBeUndefined();
    await drafts.discard(sam, { taskId: task.id, expectedVersion: 1 });
    await expect(save({ a: 'late' }, 1)).rejects.toMatchObject({
      code: 'task.draft_conflict',
      message: expect.stringContaining('discarded'),
    });
    expect((await save({ a: 2 })).version).toBe(3);
    expect(JSON.stringify(await stored())).not.toContain('late');
  });

  it('does not throw away what another device has saved since', async () => {
    await save({ a: 1 });
    await save({ a: 2 }, 1);
    expect(await codeOf(drafts.discard(sam, { taskId: task.id, expectedVersion: 1 }))).toBe(
      'task.draft_conflict',
    );
    expect((await read())?.data).toEqual({ a: 2 });
  });
});

describe('when the task closes', () => {
  const close = (ago = '0 hours') =>
    desk.rows(
      `UPDATE tasks SET status = 'CANCELLED', outcome = 'cancelled', closed_at = now() - $2::interval WHERE id = $1`,
      [task.id, ago],
    );

  it('can be read for a day by whoever wrote it, and is deleted by the sweep after that', async () => {
    await drafts.removeOfClosedTasks();
    const saved = await save({ a: 1 });
    await save({ a: 2 }, 0, lee);
    const open = await desk.newTask();
    await drafts.save(sam, { taskId: open.id, data: {}, expectedVersion: 0 });
    await close('23 hours');
    expect(await read()).toEqual(saved);
    expect((await read(lee))?.data).toEqual({ a: 2 });
    expect(await read(ada)).toBeUndefined();
    expect(await codeOf(save({ a: 3 }, 1))).toBe('task.closed');
    expect(await drafts.removeOfClosedTasks()).toBe(0);
    await drafts.discard(lee, { taskId: task.id, expectedVersion: 1 });
    expect(await read(lee)).toBeUndefined();

    await close('25 hours');
    expect(await read()).toBeUndefined();
    expect(await drafts.removeOfClosedTasks()).toBe(2);
    expect(await stored()).toEqual([]);
    expect((await drafts.find(sam, [open.id])).size).toBe(1);
  });

  it('is gone at once for whoever decided, and kept for the others', async () => {
    await save({ answer: 'Mine' });
    await save({ answer: 'half' }, 0, lee);
    await tasks.complete(lee, { taskId: task.id, data: { answer: 'Done' }, claim: true });
    expect(await read(lee)).toBeUndefined();
    expect((await read())?.data).toEqual({ answer: 'Mine' });
  });

  it('no save slips in while the task is being closed', async () => {
    const closing = tasks.complete(lee, { taskId: task.id, data: { answer: 'x' }, claim: true });
    const [closed, saved] = await Promise.all([codeOf(closing), codeOf(save({ a: 1 }))]);
    expect(closed).toBe('no error');
    expect(['no error', 'task.closed']).toContain(saved);
    expect((await read())?.data).toEqual(saved === 'no error' ? { a: 1 } : undefined);
  });
});

describe('another tenant', () => {
  it('neither reads nor writes a draft', async () => {
    await save({ a: 1 });
    expect((await drafts.find(olga, [task.id])).size).toBe(0);
    expect(await codeOf(save({}, 0, olga))).toBe('task.not_found');
    expect(await codeOf(drafts.discard(olga, { taskId: task.id, expectedVersion: 1 }))).toBe(
      'task.not_found',
    );
  });
});
