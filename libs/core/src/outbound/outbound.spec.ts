import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '../process/config';
import { NameLookup, Outbound } from './outbound.provider';

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
    if (request.url === '/drip') return response.writeHead(200).write('drip');
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

it('gives back the beginning alone of what is large or slow, where that is enough', async () => {
  const beginning = async (path: string) => {
    const answer = await open.fetch(`http://127.0.0.1:${port}${path}`, { timeout: 200, answerUpTo: 100 });
    return [answer.status, (await answer.text()).length];
  };
  expect(await beginning('/large')).toEqual([200, 100]);
  expect(await beginning('/drip')).toEqual([200, 4]);
  await expect(beginning('/slow')).rejects.toThrow('within 0.2 s');
});

it('connects to the address that it checked, and checks each time', async () => {
  class Rebinding extends NameLookup {
    private readonly addresses = ['127.0.0.2', '127.0.0.1'];
    override lookUp = ((name: string, options: object, done: (error: null, found: object[]) => void) => {
      expect(name).toBe('hooks.test');
      done(null, [{ address: this.addresses.shift() ?? '', family: 4 }]);
    }) as unknown as typeof lookup;
  }
  const { server: other, port: otherPort } = await listenAt('127.0.0.2');
  const config = loadConfig({ ...DATABASES, NODE_ENV: 'test', OUTBOUND_ALLOWED_NETWORKS: '127.0.0.2' });
  const outbound = new Outbound(config, new Rebinding());
  expect((await outbound.fetch(`http://hooks.test:${otherPort}/first`)).status).toBe(200);
  await expect(outbound.fetch(`http://hooks.test:${port}/second`)).rejects.toThrow('private network');
  expect(asked).toEqual([]);
  other.close();
});

it('takes no other scheme, no password, and in production nothing but https', async () => {
  const production = outboundOf({ NODE_ENV: 'production', OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8' });
  await expect(production.fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('no https address');
  await expect(open.fetch('file:///etc/passwd')).rejects.toThrow('no https address');
  await expect(open.fetch(`http://a:b@127.0.0.1:${port}/`)).rejects.toThrow('password');
  expect(asked).toEqual([]);
});

async function listenAt(host: string): Promise<{ server: Server; port: number }> {
  const other = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => other.listen(0, host, resolve));
  return { server: other, port: (other.address() as AddressInfo).port };
}
