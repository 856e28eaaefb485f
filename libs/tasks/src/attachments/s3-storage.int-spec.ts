import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { loadConfig } from '@orkestra/core';
import { S3Server } from '../../../../test/harness/servers/s3-server';
import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { AttachmentsService, LARGEST_ATTACHMENT } from './attachments.service';
import { S3Storage } from './s3-storage';

const { sam } = people;
const urls = { DATABASE_URL: 'postgres://none', SYSTEM_DATABASE_URL: 'postgres://none' };

let server: S3Server;
let storage: S3Storage;

const open = (more: Record<string, string> = {}) =>
  S3Storage.open('attachments', loadConfig({ ...urls, ...server.settings, ...more }));
const bytes = (size: number, fault?: Error) =>
  Readable.from(
    (function* () {
      for (let left = size; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), left % 251);
      if (fault !== undefined) throw fault;
    })(),
    { objectMode: false },
  );

beforeAll(async () => {
  server = await S3Server.start();
  storage = await open();
});
afterAll(async () => {
  storage?.onApplicationShutdown();
  await server?.stop();
});

it.each([1, 65_537, 5 * 1024 * 1024, LARGEST_ATTACHMENT])(
  'gives %d bytes back as they were',
  async (size) => {
    const key = `t/${size}`;
    await storage.put(key, bytes(size));
    expect((await buffer(await storage.get(key))).equals(await buffer(bytes(size)))).toBe(true);
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toThrow();
  },
);

it.each([1_000, 12 * 1024 * 1024])(
  'leaves nothing of an upload that breaks off after %d bytes',
  async (size) => {
    await expect(storage.put('t/broken', bytes(size, new Error('gone')))).rejects.toThrow('gone');
    expect(await server.objects()).toEqual([]);
    expect(await server.unfinishedUploads()).toBe(0);
  },
);

it('signs what it asks for', async () => {
  const wrong = await open({ ATTACHMENTS_S3_SECRET_ACCESS_KEY: 'wrong' });
  await expect(wrong.put('t/x', bytes(10))).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  wrong.onApplicationShutdown();
});

describe('attachments in a bucket', () => {
  let desk: TaskPeople;

  beforeAll(async () => {
    desk = await TaskPeople.start(server.settings);
  });
  afterAll(() => desk?.close());

  it('are stored, read and deleted, and refused beyond 25 MB without a trace', async () => {
    const attachments = desk.get(AttachmentsService);
    const task = await desk.newTask();
    const file = (size: number) => ({ name: 'x.bin', declaredType: undefined, content: bytes(size) });
    const { id, size } = await attachments.add(sam, task.id, file(LARGEST_ATTACHMENT));
    expect(size).toBe(LARGEST_ATTACHMENT);
    expect(await server.objects()).toEqual([
      expect.stringMatching(new RegExp(`^${sam.tenantId}/[0-9a-f-]{36}$`)),
    ]);
    const key = { taskId: task.id, attachmentId: id };
    const opened = await attachments.open(sam, key);
    expect((await buffer(await opened.content())).length).toBe(LARGEST_ATTACHMENT);
    expect(await codeOf(attachments.add(sam, task.id, file(LARGEST_ATTACHMENT + 1)))).toBe(
      'task.attachment_too_large',
    );
    expect(await server.objects()).toHaveLength(1);
    expect(await server.unfinishedUploads()).toBe(0);
    await attachments.remove(sam, key);
    expect(await server.objects()).toEqual([]);
    expect(await desk.rows('SELECT * FROM stray_files')).toEqual([]);
  });

  it('say so when the bucket cannot be reached, and note for the sweep what may be left', async () => {
    const attachments = desk.get(AttachmentsService);
    const task = await desk.newTask();
    const { id } = await attachments.add(sam, task.id, {
      name: 'x',
      declaredType: undefined,
      content: bytes(10),
    });
    await server.stop();
    const content = bytes(30 * 1024 * 1024);
    expect(await codeOf(attachments.add(sam, task.id, { name: 'x', declaredType: undefined, content }))).toBe(
      'task.attachment_storage',
    );
    expect(content.destroyed).toBe(true);
    const opened = await attachments.open(sam, { taskId: task.id, attachmentId: id });
    expect(await codeOf(opened.content())).toBe('task.attachment_storage');
    expect(await desk.rows('SELECT * FROM stray_files')).toHaveLength(1);
  });
});
