import { LiveBus, type LiveMessage } from '@orkestra/core';
import { testContext } from '../../../tenancy/src/testing';
import { eventually } from '../../../../test/harness';
import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { TaskDetailsService, TasksService, type TaskView } from '..';
import { CommentsService } from './comments.service';

const { sam, lee, max, ada, olga, bot } = people;
const [SAM, LEE, MAX] = [sam.principal.id, lee.principal.id, max.principal.id];

let desk: TaskPeople;
let comments: CommentsService;
let task: TaskView;

beforeAll(async () => {
  desk = await TaskPeople.start();
  comments = desk.get(CommentsService);
});
beforeEach(async () => {
  task = await desk.newTask();
});
afterAll(() => desk?.close());

const add = (text: string, more: object = {}) => comments.add(sam, { taskId: task.id, text, ...more });
const events = async (kind: string) =>
  (await desk.get(TaskDetailsService).events(sam, [task.id], {}))
    .get(task.id)
    ?.items.filter((event) => event.kind === kind) ?? [];

describe('add', () => {
  it('keeps the text, who wrote it and whom it speaks to, and leaves the revision as it is', async () => {
    const comment = await add('  @Lee please look\n', { mentions: [LEE, LEE] });
    expect(comment).toMatchObject({
      taskId: task.id,
      text: '@Lee please look',
      mentions: [LEE],
      author: { kind: 'user', id: SAM, displayName: 'Sam' },
      version: 1,
      editedAt: null,
      deletedAt: null,
      deletedBy: null,
    });
    expect((await desk.get(TasksService).get(sam, task.id)).revision).toBe(task.revision);
  });

  it('tells the history by digest and never what was said', async () => {
    const { id } = await add('a secret matter');
    const [event] = await events('comment_added');
    expect(event).toMatchObject({
      actor: { displayName: 'Sam' },
      changes: {
        commentId: { before: null, after: id },
        textDigest: { before: null, after: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
    expect(JSON.stringify(event)).not.toContain('secret');
  });

  it('tells those who look on, after the commit', async () => {
    const messages = desk.get(LiveBus).subscribe(sam.tenantId);
    const heard: LiveMessage[] = [];
    void (async () => {
      for await (const message of messages) heard.push(message);
    })();
    await add('hello');
    const told = { topic: 'task', id: task.id, kind: 'commented', revision: task.revision };
    await eventually(() => heard.some((message) => message.id === told.id && message.kind === told.kind));
    expect(heard).toContainEqual({ tenantId: sam.tenantId, ...told });
    messages.end();
  });

  it('lets programs comment, and anybody who may see a closed task', async () => {
    await desk.get(TasksService).complete(sam, { taskId: task.id, data: { answer: 'x' }, claim: true });
    const comment = await comments.add(bot, { taskId: task.id, text: 'noted' });
    expect(comment.author).toEqual({ kind: 'service', id: bot.principal.id, displayName: 'Bot' });
  });

  it('answers a repeated operation with the one comment, also when both come at once', async () => {
    for (const operationId of ['warm', 'op-1']) {
      const twins = await Promise.all(Array.from({ length: 10 }, () => add('once', { operationId })));
      expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
    }
    expect(await events('comment_added')).toHaveLength(2);
    const operation = { operationId: 'op-1' };
    expect(await codeOf(add('twice', operation))).toBe('task.operation_conflict');
    const theirs = await comments.add(lee, { taskId: task.id, text: 'once', ...operation });
    expect(theirs.author.displayName).toBe('Lee');
  });

  it.each([
    ['nothing', ' \n '],
    ['a text with a NUL', 'a\0b'],
    ['a text of 10,001 characters', 'x'.repeat(10_001)],
  ])('refuses %s', async (_, text) => {
    expect(await codeOf(add(text))).toBe('task.invalid_comment');
  });

  it('takes 10,000 characters, of whatever width', async () => {
    expect((await add('😀'.repeat(10_000))).text).toHaveLength(20_000);
  });

  it('refuses mentions of strangers, of people of other tenants, and of those who may not see the task', async () => {
    for (const id of ['nobody', '00000000-0000-7000-8000-0000000000ff', olga.principal.id]) {
      expect(await codeOf(add('hi', { mentions: [LEE, id] }))).toBe('directory.unknown_user');
    }
    await expect(add('hi', { mentions: [LEE, MAX] })).rejects.toMatchObject({
      code: 'task.mention_cannot_see',
      message: expect.stringContaining('Max'),
      details: { users: [{ id: MAX, displayName: 'Max' }] },
    });
    expect(await codeOf(add('hi', { mentions: Array.from({ length: 51 }, (_, n) => `${n}`) }))).toBe(
      'task.invalid_comment',
    );
    expect(await events('comment_added')).toEqual([]);
    expect((await add('hi', { mentions: [ada.principal.id] })).mentions).toEqual([ada.principal.id]);
  });

  it('needs the scope to write, and a task that the principal may see', async () => {
    const reader = testContext({ ...bot, scopes: ['tasks:read'], principal: bot.principal });
    expect(await codeOf(comments.add(reader, { taskId: task.id, text: 'x' }))).toBe('auth.missing_scope');
    expect(await codeOf(comments.add(max, { taskId: task.id, text: 'x' }))).toBe('task.not_found');
    expect(await codeOf(comments.add(sam, { taskId: 'x', text: 'x' }))).toBe('task.not_found');
  });

  it('ends at 1,000 comments', async () => {
    await desk.rows(
      `INSERT INTO task_comments (tenant_id, id, task_id, author_kind, author_id, author_name, body, request_digest, created_at)
       SELECT $1, gen_random_uuid(), $2, 'user', 'x', 'X', 'x', '', now() FROM generate_series(1, 999)`,
      [sam.tenantId, task.id],
    );
    await add('the last one');
    expect(await codeOf(add('one more'))).toBe('task.too_many_comments');
  });
});

describe('edit', () => {
  it('keeps every earlier text, newest first, by pages', async () => {
    const { id } = await add('one', { mentions: [LEE] });
    await comments.edit(sam, { commentId: id, text: 'two', expectedVersion: 1 });
    const third = await comments.edit(sam, { commentId: id, text: 'three' });
    expect(third).toMatchObject({ text: 'three', version: 3, mentions: [], editedAt: expect.any(Date) });
    const first = await comments.history(lee, id, { first: 1 });
    expect(first).toMatchObject({
      items: [{ version: 2, text: 'two', mentions: [], writtenAt: expect.any(Date) }],
      hasNextPage: true,
    });
    const rest = await comments.history(lee, id, { after: first.endCursor });
    expect(rest.items).toEqual([{ version: 1, text: 'one', mentions: [LEE], writtenAt: expect.any(Date) }]);
    expect(await events('comment_edited')).toHaveLength(2);
    expect(await codeOf(comments.history(lee, id, { after: 'rubbish' }))).toBe('pagination.invalid_cursor');
  });

  it('is for the author alone, of what is there and as they saw it', async () => {
    const { id } = await add('mine');
    expect(await codeOf(comments.edit(lee, { commentId: id, text: 'x' }))).toBe('task.not_comment_author');
    expect(await codeOf(comments.edit(ada, { commentId: id, text: 'x' }))).toBe('task.not_comment_author');
    expect(await codeOf(comments.edit(max, { commentId: id, text: 'x' }))).toBe('task.comment_not_found');
    expect(await codeOf(comments.edit(sam, { commentId: id, text: 'x', expectedVersion: 2 }))).toBe(
      'task.comment_version_conflict',
    );
    expect(await codeOf(comments.edit(sam, { commentId: id, text: 'x', mentions: [MAX] }))).toBe(
      'task.mention_cannot_see',
    );
    expect(await codeOf(comments.edit(sam, { commentId: 'x', text: 'x' }))).toBe('task.comment_not_found');
  });

  it('of nothing makes no version', async () => {
    const { id } = await add('same', { mentions: [LEE] });
    expect(await comments.edit(sam, { commentId: id, text: 'same', mentions: [LEE] })).toMatchObject({
      version: 1,
    });
    expect(await events('comment_edited')).toEqual([]);
  });

  it('lets one of two simultaneous edits of the same version win', async () => {
    const { id } = await add('start');
    const edit = (text: string) => codeOf(comments.edit(sam, { commentId: id, text, expectedVersion: 1 }));
    const answers = await Promise.all([edit('left'), edit('right')]);
    expect(answers.toSorted()).toEqual(['no error', 'task.comment_version_conflict']);
  });

  it('ends after 50 edits', async () => {
    const { id } = await add('0');
    for (let n = 1; n <= 50; n += 1) await comments.edit(sam, { commentId: id, text: `${n}` });
    expect(await codeOf(comments.edit(sam, { commentId: id, text: 'x' }))).toBe(
      'task.too_many_comment_edits',
    );
  });
});

describe('delete', () => {
  it('takes the texts away, and leaves who wrote one and who deleted it', async () => {
    const { id } = await add('regretted');
    await comments.edit(sam, { commentId: id, text: 'still regretted' });
    const deleted = await comments.remove(ada, id);
    expect(deleted).toMatchObject({
      text: null,
      mentions: [],
      author: { displayName: 'Sam' },
      deletedBy: { displayName: 'Ada' },
      deletedAt: expect.any(Date),
    });
    expect((await comments.history(sam, id, {})).items).toEqual([]);
    const left = await desk.rows(
      'SELECT c::text FROM task_comments c UNION ALL SELECT e::text FROM task_events e',
    );
    expect(JSON.stringify(left)).not.toContain('regretted');
    expect(await comments.remove(sam, id)).toEqual(deleted);
    expect(await events('comment_deleted')).toHaveLength(1);
    expect(await codeOf(comments.edit(sam, { commentId: id, text: 'x' }))).toBe('task.comment_deleted');
  });

  it('is for the author and for admins', async () => {
    const { id } = await add('mine');
    expect(await codeOf(comments.remove(lee, id))).toBe('task.not_comment_author');
    expect(await codeOf(comments.remove(bot, id))).toBe('task.not_comment_author');
    expect(await codeOf(comments.remove(max, id))).toBe('task.comment_not_found');
    expect((await comments.remove(sam, id)).deletedBy?.id).toBe(SAM);
  });
});

describe('list', () => {
  it('pages through several tasks at once, newest first, each comment once', async () => {
    const other = await desk.newTask();
    for (const text of ['1', '2', '3']) await add(text);
    await comments.add(lee, { taskId: other.id, text: 'there' });
    const page = await comments.list(sam, [task.id, other.id], { first: 2 });
    expect(page.get(other.id)?.items.map(({ text }) => text)).toEqual(['there']);
    expect(page.get(task.id)).toMatchObject({ items: [{ text: '3' }, { text: '2' }], hasNextPage: true });
    const rest = await comments.list(sam, [task.id], { after: page.get(task.id)?.endCursor });
    expect(rest.get(task.id)).toMatchObject({ items: [{ text: '1' }], hasNextPage: false });
    expect(await codeOf(comments.list(sam, [task.id], { after: 'x' }))).toBe('pagination.invalid_cursor');
  });
});

describe('another tenant', () => {
  it('neither reads nor changes a comment, nor learns that it is there', async () => {
    const { id } = await add('ours');
    expect((await comments.list(olga, [task.id], {})).get(task.id)?.items).toEqual([]);
    expect(await codeOf(comments.history(olga, id, {}))).toBe('task.comment_not_found');
    expect(await codeOf(comments.edit(olga, { commentId: id, text: 'x' }))).toBe('task.comment_not_found');
    expect(await codeOf(comments.remove(olga, id))).toBe('task.comment_not_found');
    expect(await codeOf(comments.add(olga, { taskId: task.id, text: 'x' }))).toBe('task.not_found');
  });
});
