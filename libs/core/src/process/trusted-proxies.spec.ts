import { Logger } from './logger.provider';
import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { noticeStrangeProxies, trustedProxies } from './trusted-proxies';

const CLIENT = { 'x-forwarded-for': '203.0.113.9' };
let server: Server | undefined;
let warnings: unknown[];

/** A server as the gateway's, which believes that its connections come from `peer`. */
async function serve(peer: string, configured: string[]): Promise<() => Promise<string>> {
  const logger = Logger.create({ app: 'test', level: 'silent' });
  warnings = [];
  jest.spyOn(logger, 'warn').mockImplementation((fields) => void warnings.push(fields));
  const app = express();
  app.set('trust proxy', trustedProxies(configured));
  app.use(noticeStrangeProxies(logger), (request, response) => void response.send(request.ip));
  server = createServer(app);
  server.on('connection', (socket: Socket) =>
    Object.defineProperty(socket, 'remoteAddress', { value: peer }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async () => (await fetch(url, { headers: CLIENT })).text();
}
afterEach(() => server?.close());

it.each([
  ['127.0.0.1', []],
  ['::1', []],
  ['10.1.2.3', ['10.1.2.3']],
  ['10.1.2.3', ['192.0.2.1', '10.0.0.0/8']],
  ['::ffff:10.1.2.3', ['10.0.0.0/8']],
  ['fd00::7', ['fd00::/8']],
  ['127.0.0.1', ['10.0.0.0/8']],
])('takes the address of the client from the proxy %s with TRUSTED_PROXIES=%j', async (peer, configured) => {
  expect(await (await serve(peer, configured))()).toBe('203.0.113.9');
  expect(warnings).toEqual([]);
});

it.each([
  ['10.1.2.3', []],
  ['10.1.2.3', ['10.1.2.4', '192.168.0.0/16']],
])('does not believe %s with TRUSTED_PROXIES=%j, and says so once', async (peer, configured) => {
  const ask = await serve(peer, configured);
  expect([await ask(), await ask()]).toEqual([peer, peer]);
  expect(warnings).toEqual([{ proxy: peer }]);
});
