import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiClient, eventually, type Json, startSystem, type TestSystem } from '../harness';

const MB = 1024 * 1024;
const FOLDER = mkdtempSync(join(tmpdir(), 'orkestra-attachments-'));

describe('Attachments over HTTP', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let taskId: string;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'], env: { ATTACHMENTS_DIR: FOLDER } });
    sam = await system.person('sam@demo.test');
  });
  beforeEach(async () => {
    const spec = {
      title: 'With files',
      form: { ok: { type: 'boolean' } },
      assignTo: { group: 'support-l1' },
    };
    const answer = await system
      .agent('demo')
      .graphql('mutation ($spec: JSON!) { createTask(input: { spec: $spec }) { task { id } } }', { spec });
    taskId = answer.createTask.task.id as string;
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(FOLDER, { recursive: true });
  });

  const path = (more = '') => `/api/v1/tasks/${taskId}/attachments${more}`;
  const form = (content: Buffer | string, name = 'file.bin', type = 'application/octet-stream') => {
    const body = new FormData();
    body.append('file', new Blob([content], { type }), name);
    return body;
  };
  const upload = (client: ApiClient, body: FormData, headers: Record<string, string> = {}) =>
    client.request(path(), { method: 'POST', body, headers });
  const uploaded = async (body: FormData) => (await (await upload(sam, body)).json()) as Json;
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    return { status: response.status, ...((await response.json()) as Json) };
  };
  const traces = async () => ({
    files: readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
    rows: await system.rows(
      'SELECT file_key FROM task_attachments UNION ALL SELECT file_key FROM stray_files',
    ),
  });

  test('25 MB go up and come down again byte by byte, by cookie and by key', async () => {
    const content = randomBytes(25 * MB);
    const digest = createHash('sha256').update(content).digest('hex');
    const response = await upload(sam, form(content, 'Übersicht “2026”.bin'));
    expect(response.status).toBe(201);
    const attachment = (await response.json()) as Json;
    expect(attachment).toEqual({
      id: expect.any(String),
      name: 'Übersicht “2026”.bin',
      contentType: 'application/octet-stream',
      size: 25 * MB,
      digest,
      uploadedBy: { kind: 'user', id: expect.any(String), displayName: expect.any(String) },
      createdAt: expect.any(String),
      url: path(`/${attachment.id}`),
    });
    expect(response.headers.get('location')).toBe(attachment.url);
    for (const client of [sam, system.agent('demo'), await system.person('lee@demo.test')]) {
      const download = await client.request(attachment.url as string);
      expect(download.status).toBe(200);
      expect(download.headers.get('content-length')).toBe(String(25 * MB));
      const received = Buffer.from(await download.arrayBuffer());
      expect(createHash('sha256').update(received).digest('hex')).toBe(digest);
    }
  });

  test('a download is always saved, never shown, and asks again whether it may be seen', async () => {
    const { url, digest } = await uploaded(form('%PDF-1.7 x', 'a "b"\r\nü.pdf', 'text/html'));
    const download = await sam.request(url as string);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename=.*filename\*=UTF-8''/),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${digest}"`,
    });
    const head = await sam.request(url as string, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
    expect(await statusOf(url as string, { 'if-none-match': `"${digest}"` })).toBe(304);
    expect(await statusOf(url as string, { 'if-none-match': '"another"' })).toBe(200);
  });

  test('a page that is called a picture is known for what it is, and comes as bytes', async () => {
    const { url, contentType } = await uploaded(
      form('<!doctype html><script>alert(document.cookie)</script>', 'cat.png', 'image/png'),
    );
    expect(contentType).toBe('text/html');
    const download = await sam.request(url as string);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=cat.png',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
  });

  test('more than 25 MB are refused, whether announced or not, and leave nothing', async () => {
    const before = await traces();
    const tooLarge = {
      status: 413,
      code: 'task.attachment_too_large',
      detail: expect.stringMatching('25 MB'),
    };
    expect(await problem(await upload(sam, form(Buffer.alloc(25 * MB + 1))))).toMatchObject(tooLarge);
    expect(await problem(await upload(sam, form(Buffer.alloc(40 * MB))))).toMatchObject(tooLarge);
    expect((await send(50 * MB, { chunked: true })).status).toBe(413);
    expect(await traces()).toEqual(before);
    expect((await upload(sam, form('still well'))).status).toBe(201);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const before = await traces();
    const sending = send(10 * MB, { stopAfter: 5 * MB });
    await eventually(async () => (await traces()).files > before.files);
    (await sending).abort();
    await eventually(async () => (await traces()).files === before.files);
    await eventually(async () => (await traces()).rows.length === before.rows.length);
    expect(system.logs('gateway')).not.toContain('"A request failed"');
  });

  test('what is no form with one file is refused in words', async () => {
    const other = new FormData();
    other.append('other', new Blob(['x']), 'x');
    const two = form('x');
    two.append('file', new Blob(['y']), 'y');
    const withField = form('x');
    withField.append('note', 'x');
    for (const body of [new FormData(), other, two, withField]) {
      expect(await problem(await upload(sam, body))).toMatchObject({ status: 422, code: 'request.no_file' });
    }
    const json = await sam.post(path(), { file: 'x' });
    expect(await problem(json)).toMatchObject({ status: 415, code: 'request.not_a_form' });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhello';
    expect(await problem(await sam.request(path(), { method: 'POST', headers, body: cut }))).toMatchObject({
      status: 400,
      code: 'request.unreadable',
    });
    expect(await problem(await upload(sam, form('')))).toMatchObject({
      status: 422,
      code: 'task.attachment_empty',
    });
    const { rows } = await traces();
    expect(rows).toEqual(await system.rows('SELECT file_key FROM task_attachments'));
  });

  test('who may not see the task, in this tenant or another, finds nothing', async () => {
    const { url } = await uploaded(form('x'));
    for (const client of [await system.person('olga@other.test'), await system.person('max@demo.test')]) {
      const notFound = { status: 404, code: 'task.not_found' };
      expect(await problem(await client.request(url as string))).toMatchObject(notFound);
      expect(await problem(await client.request(url as string, { method: 'DELETE' }))).toMatchObject(
        notFound,
      );
      expect(await problem(await upload(client, form(Buffer.alloc(3 * MB))))).toMatchObject(notFound);
    }
    expect(await problem(await system.anonymous().request(url as string))).toMatchObject({ status: 401 });
    expect((await sam.request(url as string)).status).toBe(200);
  });

  test('a page of another site cannot attach anything with the cookie of a person', async () => {
    const { cookie } = sam.headers as { cookie: string };
    const from = async (headers: Record<string, string>) => {
      const response = await fetch(`${system.url('gateway')}${path()}`, {
        method: 'POST',
        body: form('x'),
        headers: { cookie, ...headers },
      });
      return { status: response.status, ...((await response.json()) as Json) };
    };
    const foreign = { status: 403, code: 'request.foreign_origin' };
    expect(await from({ origin: 'https://evil.test' })).toMatchObject(foreign);
    expect(await from({ origin: 'null' })).toMatchObject(foreign);
    expect((await from({ origin: system.url('gateway') })).status).toBe(201);
  });

  test('without any sign of where it comes from, a cookie alone is not enough', async () => {
    const { cookie } = sam.headers as { cookie: string };
    const bare = await send(10, { headers: { cookie } });
    expect(bare).toMatchObject({ status: 403, body: expect.stringContaining('request.unproven_origin') });
    const proven = await send(10, { headers: { cookie, 'x-requested-with': 'script' } });
    expect(proven.status).toBe(201);
  });

  test('is deleted by who attached it, and shown in GraphQL as long as it is there', async () => {
    const { id, url } = await uploaded(form('one', 'one.txt', 'text/plain'));
    await uploaded(form('two', 'two.txt', 'text/plain'));
    const query = `query ($id: ID!) { task(id: $id) {
      attachments { id name contentType size url uploadedBy { kind } } events { edges { node { kind } } } } }`;
    const read = async () => (await sam.graphql(query, { id: taskId })).task as Json;
    expect((await read()).attachments).toMatchObject([
      { id, name: 'one.txt', contentType: 'text/plain', size: 3, url, uploadedBy: { kind: 'USER' } },
      { name: 'two.txt' },
    ]);
    const lee = await system.person('lee@demo.test');
    expect(await problem(await lee.request(url as string, { method: 'DELETE' }))).toMatchObject({
      status: 403,
      code: 'task.not_attachment_owner',
    });
    expect((await sam.request(url as string, { method: 'DELETE' })).status).toBe(204);
    expect((await sam.request(url as string)).status).toBe(404);
    const { attachments, events } = await read();
    expect(attachments).toHaveLength(1);
    expect((events.edges as Json[]).map(({ node }) => node.kind as string)).toEqual([
      'created',
      'attachment_added',
      'attachment_added',
      'attachment_deleted',
    ]);
  });

  /** By hand: with a condition of one's own, `fetch` asks for a fresh answer in any case. */
  function statusOf(url: string, headers: Record<string, string>) {
    return new Promise<number | undefined>((resolve, reject) => {
      const options = { headers: { ...sam.headers, ...headers } };
      httpRequest(system.url('gateway') + url, options, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      })
        .once('error', reject)
        .end();
    });
  }

  interface Sending {
    chunked?: boolean;
    /** Stands still after so many bytes. */
    stopAfter?: number;
    headers?: Record<string, string>;
  }

  /** Sends a form by hand: `fetch` neither stops half-way nor leaves headers out. */
  function send(size: number, { chunked, stopAfter, headers = { ...sam.headers } }: Sending) {
    const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
    const end = '\r\n--x--\r\n';
    const length = String(start.length + size + end.length);
    const request = httpRequest(`${system.url('gateway')}${path()}`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'multipart/form-data; boundary=x',
        ...(chunked ? {} : { 'content-length': length }),
      },
    });
    const abort = () => void request.destroy();
    return new Promise<{ status: number; body: string; abort: () => void }>((resolve) => {
      request.on('error', () => resolve({ status: 0, body: 'the connection broke', abort }));
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(parts)), abort }),
        );
      });
      request.write(start);
      if (stopAfter !== undefined) {
        return void request.write(Buffer.alloc(stopAfter, 1), () => resolve({ status: 0, body: '', abort }));
      }
      request.write(Buffer.alloc(size, 1));
      request.end(end);
    });
  }
});
