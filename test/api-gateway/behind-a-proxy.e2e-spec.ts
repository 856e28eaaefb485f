import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { ApiClient } from '../harness';
import { RawSocket } from './raw-socket';
import { GatewaysInProcess } from './gateways-in-process';

/** Two gateways behind one proxy, which gives its clients addresses by the header `client`, as clients cannot. */
let gateways: GatewaysInProcess;
let proxy: Server;
let front: string;

beforeAll(async () => {
  let turn = 0;
  const next = () => new URL(gateways.url((turn += 1) % 2));
  proxy = createServer((incoming, answer) => {
    const to = next();
    const options = { port: to.port, host: to.hostname, method: incoming.method, path: incoming.url };
    const passed = request({ ...options, headers: passedOn(incoming) }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    incoming.pipe(passed);
  });
  proxy.on('upgrade', (incoming: IncomingMessage, client: Socket) => {
    const { port, hostname } = next();
    const server = connect(Number(port), hostname, () => {
      const lines = Object.entries(passedOn(incoming)).map(([name, value]) => `${name}: ${value}\r\n`);
      server.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
      client.pipe(server).pipe(client);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  front = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  gateways = await GatewaysInProcess.start(2, { PUBLIC_URL: front });
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await gateways?.close();
});

/** With the one `X-Forwarded-For` that a proxy sets itself: whatever the client sent there is gone. */
function passedOn({ headers }: IncomingMessage): Record<string, string> {
  const { client, ...others } = headers;
  return { ...(others as Record<string, string>), 'x-forwarded-for': String(client) };
}

const signIn = async (client: string, email: string, password: string, headers = {}) =>
  (
    await new ApiClient(front, { client, ...headers }).post('/api/v1/auth/sign-in', {
      tenant: 'demo',
      email,
      password,
    })
  ).status;

test('wrong passwords of one client lock out neither the others behind the proxy nor their accounts', async () => {
  for (let n = 0; n < 10; n += 1) expect(await signIn('203.0.113.7', 'sam@demo.test', 'wrong')).toBe(401);
  // The account waits, wherever somebody tries it from; the address does not yet.
  expect(await signIn('198.51.100.1', 'sam@demo.test', 'orkestra-demo')).toBe(429);
  expect(await signIn('203.0.113.7', 'lee@demo.test', 'orkestra-demo')).toBe(200);
  for (let n = 0; n < 90; n += 1) await signIn('203.0.113.7', `nobody-${n}@demo.test`, 'wrong');
  expect(await signIn('203.0.113.7', 'lee@demo.test', 'orkestra-demo')).toBe(429);
  expect(await signIn('198.51.100.1', 'lee@demo.test', 'orkestra-demo')).toBe(200);
  // Nobody gets another address by saying so.
  const claims = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1', 'x-real-ip': '192.0.2.1' };
  expect(await signIn('203.0.113.7', 'lee@demo.test', 'orkestra-demo', claims)).toBe(429);
}, 60_000);

test('a session and its live connection go through the proxy to either gateway', async () => {
  const { token } = await gateways.person('ada@demo.test');
  const cookie = `orkestra_session=${token}`;
  const headers = { client: '203.0.113.20', cookie, origin: front };
  for (let n = 0; n < 2; n += 1) {
    const page = new ApiClient(front, headers);
    expect(await page.graphql('{ viewer { displayName } }')).toBeDefined();
    const socket = new RawSocket(front, headers);
    expect(await socket.outcome).toBe('connection_ack');
    socket.end();
  }
});
