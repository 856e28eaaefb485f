import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { adminApp } from './admin-app.middleware';
import { securityHeaders } from './security-headers.middleware';
import { explainBodyErrors, refuseDeepBodies } from './body-error';
import { checkNumbersOf, noteInexactNumber, refuseInexactNumbers } from './exact-body';
import { problemOf } from './problem';
import { limitTime } from './time-limit.middleware';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const answerProblem: ErrorRequestHandler = (error, _request, response, _next) => {
  const problem = problemOf(error);
  response.status(problem?.status ?? 500).json(problem);
};

async function serve(...handlers: (RequestHandler | ErrorRequestHandler)[]): Promise<string> {
  const app = express();
  app.use(...handlers, answerProblem);
  const server = app.listen(0, '127.0.0.1');
  ends.push(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function builtApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'admin-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<p>the app</p>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'run()');
  return folder;
}

test('every page of the admin app is the same file, which is asked for again; assets keep for ever', async () => {
  const url = await serve(adminApp(builtApp()));
  for (const path of ['/', '/inbox', '/tasks/1']) {
    const page = await fetch(url + path);
    expect(await page.text()).toBe('<p>the app</p>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  }
  const asset = await fetch(`${url}/assets/main-1a2b.js`);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each(['/', '/inbox', '/index.html'])(
  'the page %s may show the styles of its own scripts, and no others',
  async (path) => {
    const folder = builtApp();
    writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="%STYLE_NONCE%" />');
    const url = await serve(securityHeaders('https://orkestra.example'), adminApp(folder));
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const page = await fetch(url + path);
      const nonce = /nonce="([\w-]{22})"/.exec(await page.text())?.[1] ?? 'none';
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  },
);

test.each(['/api/x', '/graphql', '/health/live', '/metrics', '/assets/none.js', '/scim/v2/x'])(
  '%s is no page of it',
  async (path) => {
    const next: RequestHandler = (_request, response) => void response.status(418).end();
    expect((await fetch((await serve(adminApp(builtApp()), next)) + path)).status).toBe(418);
  },
);

test('without a build it says how to make one', async () => {
  const page = await fetch(await serve(adminApp('/no/such/folder')));
  expect(page.status).toBe(503);
  expect(await page.text()).toMatch('npm run build:admin');
});

test('a request that takes too long is answered all the same', async () => {
  const response = await fetch(
    await serve(
      limitTime(() => 20),
      () => undefined,
    ),
  );
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'request.timeout' });
});

test.each([
  ['{"a":[{"n":9007199254740993}]}', 'utf-8'],
  ['{"a":[{"n":9007199254740993}]}', 'utf-16le'],
])(
  'a body with a number that would be rounded is refused where it stands (%s, %s)',
  async (text, charset) => {
    const parser = express.json({ verify: noteInexactNumber });
    const own: RequestHandler = (request, response) => {
      expect(() => checkNumbersOf(request)).toThrow('/a/0/n');
      response.status(418).end();
    };
    const url = await serve(parser, explainBodyErrors, refuseInexactNumbers('/own'), own);
    const body = Buffer.from(text, charset === 'utf-8' ? 'utf-8' : 'utf-16le');
    const headers = { 'content-type': `application/json; charset=${charset}` };
    const refused = await fetch(`${url}/other`, { method: 'POST', body, headers });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'request.inexact_number',
      details: { fields: [{ pointer: '/a/0/n', message: expect.stringContaining('Send it as text') }] },
    });
    expect((await fetch(`${url}/own`, { method: 'POST', body, headers })).status).toBe(418);
  },
);

test.each([
  ['too large', JSON.stringify('x'.repeat(200)), 'application/json', 413, 'request.too_large'],
  ['no JSON', '{', 'application/json', 400, 'request.not_json'],
  ['in a foreign charset', '{}', 'application/json; charset=x', 415, 'request.unreadable'],
])('a body that is %s', async (_name, body, type, status, code) => {
  const url = await serve(express.json({ limit: 100 }), explainBodyErrors);
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
});

test('JSON that is nested too deeply is refused in a body and in a query, and says so', async () => {
  const answer: RequestHandler = (_request, response) => void response.json({});
  const url = await serve(express.json(), explainBodyErrors, refuseDeepBodies, answer);
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const post = async (body: string) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect((await post(nested(120))).status).toBe(200);
  for (const response of [
    await post(nested(121)),
    await post(nested(20_000)),
    await fetch(`${url}/?variables=${nested(121)}`),
  ]) {
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'request.too_deep' });
  }
});
