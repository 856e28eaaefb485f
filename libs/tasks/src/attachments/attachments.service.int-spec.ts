import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { TenantDatabase } from '@orkestra/core';
import { testContext } from '../../../tenancy/src/testing';
import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { TaskDetailsService, TasksService, type TaskView } from '..';
import { AttachmentStorage } from './attachment-storage';
import { AttachmentsService, LARGEST_ATTACHMENT } from './attachments.service';
import { checkAttachments } from './check-attachments.store';

const { sam, lee, max, ada, olga, bot } = people;

const folder = mkdtempSync(join(tmpdir(), 'orkestra-attachments-'));
let desk: TaskPeople;
let attachments: AttachmentsService;
let tasks: TasksService;
let task: TaskView;

beforeAll(async () => {
  desk = await TaskPeople.start({ ATTACHMENTS_DIR: folder });
  attachments = desk.get(AttachmentsService);
  tasks = desk.get(TasksService);
});
beforeEach(async () => {
  task = await desk.newTask();
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true });
});

const file = (content: string | Buffer = 'hello', name = 'hello.txt', declaredType = 'text/plain') => ({
  name,
  declaredType,
  content: Readable.from([Buffer.from(content)]),
});
const add = (given = file(), ctx = sam) => attachments.add(ctx, task.id, given);
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
const strays = () => desk.rows<{ fileKey: string }>('SELECT file_key AS "fileKey" FROM stray_files');
const rows = () => desk.rows('SELECT * FROM task_attachments WHERE task_id = $1', [task.id]);
/** A file of so many bytes that is never in memory as a whole. */
const large = (size: number) =>
  Readable.from(
    (function* () {
      for (let left = size; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), left % 251);
    })(),
    { objectMode: false },
  );

describe('add', () => {
  it('stores the content, its digest, its true type and a harmless name', async () => {
    const attachment = await add(file('%PDF-1.7 x', '../../päper.pdf', 'text/html'));
    expect(attachment).toEqual({
      id: expect.any(String),
      taskId: task.id,
      name: 'päper.pdf',
      contentType: 'application/pdf',
      size: 10,
      digest: createHash('sha256').update('%PDF-1.7 x').digest('hex'),
      uploadedBy: { kind: 'user', id: sam.principal.id, displayName: 'Sam' },
      createdAt: expect.any(Date),
    });
    const opened = await attachments.open(lee, { taskId: task.id, attachmentId: attachment.id });
    expect(opened.attachment).toEqual(attachment);
    expect(String(await buffer(await opened.content()))).toBe('%PDF-1.7 x');
    expect((await attachments.list(lee, [task.id])).get(task.id)).toEqual([attachment]);
    expect(await strays()).toEqual([]);
    expect((await tasks.get(sam, task.id)).revision).toBe(task.revision);
  });

  it('puts files where no name from outside leads, apart by tenant', async () => {
    await add(file('x', '../../../etc/passwd'));
    for (const one of files()) {
      expect(join(one.parentPath, one.name)).toMatch(new RegExp(`^${folder}/${sam.tenantId}/[0-9a-f-]{36}$`));
    }
  });

  it('tells the history by digest, without the name', async () => {
    const attachment = await add(file('x', 'dismissal-of-max.txt'));
    const pages = await desk.get(TaskDetailsService).events(sam, [task.id], {});
    const items = pages.get(task.id)?.items ?? [];
    expect(items.at(-1)).toMatchObject({
      kind: 'attachment_added',
      changes: {
        attachmentId: { before: null, after: attachment.id },
        fileDigest: { before: null, after: attachment.digest },
      },
    });
    expect(JSON.stringify(items)).not.toContain('dismissal');
  });

  it('takes 25 MB and not one byte more', async () => {
    const attachment = await add({ ...file(), content: large(LARGEST_ATTACHMENT) });
    expect(attachment.size).toBe(LARGEST_ATTACHMENT);
    await attachments.remove(sam, { taskId: task.id, attachmentId: attachment.id });
    const before = files().length;
    const tooLarge = add({ ...file(), content: large(LARGEST_ATTACHMENT + 1) });
    expect(await codeOf(tooLarge)).toBe('task.attachment_too_large');
    expect(await rows()).toEqual([]);
    expect(files()).toHaveLength(before);
    expect(await strays()).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off, nor of an empty one', async () => {
    const before = files().length;
    const broken = Readable.from(
      (function* () {
        yield randomBytes(200_000);
        throw new Error('the sender is gone');
      })(),
      { objectMode: false },
    );
    await expect(add({ ...file(), content: broken })).rejects.toThrow('the sender is gone');
    expect(await codeOf(add(file('')))).toBe('task.attachment_empty');
    expect(await rows()).toEqual([]);
    expect(files()).toHaveLength(before);
    expect(await strays()).toEqual([]);
  });

  it('says so when the storage does not work, and stops reading', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
      { objectMode: false },
    );
    await add();
    renameSync(join(folder, sam.tenantId), join(folder, 'moved'));
    writeFileSync(join(folder, sam.tenantId), 'in the way');
    await expect(add({ ...file(), content: endless })).rejects.toMatchObject({
      code: 'task.attachment_storage',
      kind: 'unavailable',
      cause: expect.objectContaining({ syscall: 'mkdir' }),
    });
    expect(endless.destroyed).toBe(true);
    rmSync(join(folder, sam.tenantId));
    renameSync(join(folder, 'moved'), join(folder, sam.tenantId));
    await attachments.removeOrphans(-1_000);
    expect(await strays()).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  it('is for those who may see the task and may write, while it is open', async () => {
    expect(await codeOf(add(file(), max))).toBe('task.not_found');
    expect((await add(file(), bot)).uploadedBy.kind).toBe('service');
    const reader = testContext({ ...bot, scopes: ['tasks:read'], principal: bot.principal });
    expect(await codeOf(add(file(), reader))).toBe('auth.missing_scope');
    await tasks.complete(sam, { taskId: task.id, data: { answer: 'x' }, claim: true });
    expect(await codeOf(add())).toBe('task.closed');
  });

  it('ends at 50, also when many come at once', async () => {
    for (let n = 0; n < 45; n += 1) await add(file(`${n}`));
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => codeOf(add(file(`late ${n}`)))));
    expect(answers.filter((code) => code === 'no error')).toHaveLength(5);
    expect(answers.filter((code) => code === 'task.too_many_attachments')).toHaveLength(7);
    expect(await rows()).toHaveLength(50);
    expect(await strays()).toEqual([]);
  });
});

describe('delete', () => {
  it('removes row and file, by the uploader or an admin, while the task is open', async () => {
    const [first, second, third] = [await add(), await add(), await add()];
    const key = (one: { id: string }) => ({ taskId: task.id, attachmentId: one.id });
    const before = files().length;
    expect(await codeOf(attachments.remove(lee, key(first)))).toBe('task.not_attachment_owner');
    expect(await codeOf(attachments.remove(max, key(first)))).toBe('task.not_found');
    await attachments.remove(sam, key(first));
    await attachments.remove(ada, key(second));
    expect(await codeOf(attachments.remove(sam, key(first)))).toBe('task.attachment_not_found');
    expect(await codeOf(attachments.open(sam, key(first)))).toBe('task.attachment_not_found');
    expect(files()).toHaveLength(before - 2);
    await tasks.complete(sam, { taskId: task.id, data: { answer: 'x' }, claim: true });
    expect(await codeOf(attachments.remove(sam, key(third)))).toBe('task.closed');
    expect(await rows()).toHaveLength(1);
    expect(await strays()).toEqual([]);
  });

  it('of a file that another task has finds nothing', async () => {
    const attachment = await add();
    const other = await desk.newTask();
    const key = { taskId: other.id, attachmentId: attachment.id };
    expect(await codeOf(attachments.open(sam, key))).toBe('task.attachment_not_found');
    expect(await codeOf(attachments.remove(sam, key))).toBe('task.attachment_not_found');
    expect(await codeOf(attachments.open(sam, { taskId: task.id, attachmentId: 'x' }))).toBe(
      'task.attachment_not_found',
    );
  });

  it('waits for a completion that uses the file, and then comes too late', async () => {
    const { id } = await add();
    let removed: Promise<string> = Promise.resolve('not begun');
    await desk.get(TenantDatabase).run(sam, async (em) => {
      await checkAttachments(em, sam, task.id, [id]);
      removed = codeOf(attachments.remove(sam, { taskId: task.id, attachmentId: id }));
      await em.query(
        `UPDATE tasks SET status = 'COMPLETED', outcome = 'completed', closed_at = now() WHERE id = $1`,
        [task.id],
      );
    });
    expect(await removed).toBe('task.closed');
    expect(await rows()).toHaveLength(1);
  });
});

describe('removeOrphans', () => {
  it('finishes what a crash cut short, of every tenant, and leaves uploads alone that still run', async () => {
    const kept = await add();
    const storage = desk.get(AttachmentStorage);
    // A crash after the file and before the row leaves file and note; so does one after a deletion's commit.
    const keys = [sam, olga].map(({ tenantId }) => `${tenantId}/${crypto.randomUUID()}`);
    for (const key of keys) await storage.put(key, Readable.from([Buffer.from('x')]));
    const before = files().length;
    await desk.rows(
      `INSERT INTO stray_files VALUES ($1, $2, now() - interval '2 h'), ($3, $4, now() - interval '2 h')`,
      [sam.tenantId, keys[0], olga.tenantId, keys[1]],
    );
    expect(await attachments.removeOrphans(3 * 3_600_000)).toBe(0);
    expect(await attachments.removeOrphans(3_600_000)).toBe(2);
    expect(files()).toHaveLength(before - 2);
    expect(await strays()).toEqual([]);
    const opened = await attachments.open(sam, { taskId: task.id, attachmentId: kept.id });
    expect(String(await buffer(await opened.content()))).toBe('hello');
  });

  it('keeps the note of a file that cannot be removed, and goes on with the others', async () => {
    const keys = [1, 2].map(() => `${sam.tenantId}/${crypto.randomUUID()}`);
    await desk.rows(
      `INSERT INTO stray_files VALUES ($1, $2, now() - interval '2 h'), ($1, $3, now() - interval '1 h')`,
      [sam.tenantId, ...keys],
    );
    mkdirSync(join(folder, keys[0] as string), { recursive: true });
    expect(await attachments.removeOrphans(1_000)).toBe(1);
    expect(await strays()).toEqual([{ fileKey: keys[0] }]);
    rmdirSync(join(folder, keys[0] as string));
    expect(await attachments.removeOrphans(1_000)).toBe(1);
  });

  it('makes an upload fail that it overtook, in place of a row without a file', async () => {
    const slow = Readable.from(
      (async function* () {
        yield Buffer.from('first half');
        expect(await attachments.removeOrphans(-1_000)).toBe(1);
        yield Buffer.from('second half');
      })(),
      { objectMode: false },
    );
    expect(await codeOf(add({ ...file(), content: slow }))).toBe('task.upload_too_slow');
    expect(await rows()).toEqual([]);
    expect(await strays()).toEqual([]);
  });
});

describe('checkAttachments', () => {
  it('knows the attachments of the task and names the others', async () => {
    const mine = await add();
    const check = (ids: string[], ctx = sam) =>
      desk.get(TenantDatabase).run(ctx, (em) => checkAttachments(em, ctx, task.id, ids));
    await check([]);
    await check([mine.id, mine.id]);
    const stranger = '00000000-0000-7000-8000-0000000000ff';
    await expect(check([mine.id, stranger, 'x'])).rejects.toMatchObject({
      code: 'task.unknown_attachment',
      details: { ids: [stranger, 'x'] },
    });
    expect(await codeOf(check([mine.id], olga))).toBe('task.unknown_attachment');
  });
});

describe('another tenant', () => {
  it('neither reads, adds nor deletes', async () => {
    const { id } = await add();
    expect((await attachments.list(olga, [task.id])).get(task.id)).toEqual([]);
    expect(await codeOf(attachments.open(olga, { taskId: task.id, attachmentId: id }))).toBe(
      'task.not_found',
    );
    expect(await codeOf(attachments.remove(olga, { taskId: task.id, attachmentId: id }))).toBe(
      'task.not_found',
    );
    expect(await codeOf(add(file(), olga))).toBe('task.not_found');
  });
});
