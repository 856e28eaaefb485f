import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../process/config';
import { Outbound } from './outbound.provider';

const DATABASES = { DATABASE_URL: 'postgres://a/b', SYSTEM_DATABASE_URL: 'postgres://a/b' };
const outboundOf = (env: Record<string, string>) =>
  new Outbound(loadConfig({ ...DATABASES, NODE_ENV: 'test', ...env }));
const open = outboundOf({ OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8,::1' });

let server: Server;
let port: number;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/large') return response.end(Buffer.alloc(2 * 1024 * 1024));
    if (request.url === '/slow') return undefined;
    if (request.url === '/away') return response.writeHead(302, { location: '/else' }).end();
    return response.setHeader('content-type', 'application/json').end('{"fine":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('calls what it may, and gives back what came', async () => {
  const answer = await open.fetch(`http://127.0.0.1:${port}/a`, { method: 'POST', body: 'x' });
  expect([answer.status, await answer.json()]).toEqual([200, { fine: true }]);
  expect(asked).toEqual(['POST /a']);
});

it.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1'])(
  'does not call %s unless it is allowed, by whatever name',
  async (host) => {
    await expect(outboundOf({}).fetch(`http://${host}:${port}/`)).rejects.toThrow('private network');
    expect(asked).toEqual([]);
  },
);

it('follows no redirect', async () => {
  expect((await open.fetch(`http://127.0.0.1:${port}/away`)).status).toBe(302);
  expect(asked).toEqual(['GET /away']);
});

it('reads no answer that is too large, and waits for none that is too slow', async () => {
  await expect(open.fetch(`http://127.0.0.1:${port}/large`)).rejects.toThrow('1 MiB');
  await expect(open.fetch(`http://127.0.0.1:${port}/slow`, { timeout: 50 })).rejects.toThrow('within 0.05 s');
});

it('takes no other scheme, no password, and in production nothing but https', async () => {
  const production = outboundOf({ NODE_ENV: 'production', OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8' });
  await expect(production.fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('no https address');
  await expect(open.fetch('file:///etc/passwd')).rejects.toThrow('no https address');
  await expect(open.fetch(`http://a:b@127.0.0.1:${port}/`)).rejects.toThrow('password');
  expect(asked).toEqual([]);
});
