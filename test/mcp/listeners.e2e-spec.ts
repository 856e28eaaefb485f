import { LiveBus } from '@orkestra/core';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { McpSessions } from '../../apps/mcp-gateway/src/http/mcp-sessions.service';
import { ResourceUpdates } from '../../apps/mcp-gateway/src/resources/resource-updates.service';
import { eventually } from '../harness';
import { type GatewayInProcess, startGatewayInProcess } from './gateway-in-process';
import { type Era, RawListener } from './raw-listener';

const ERAS: Era[] = ['legacy', 'modern'];
const MOST = 200;
const HALF_AN_HOUR = 30 * 60_000;

describe('Clients that listen', () => {
  let gateway: GatewayInProcess;
  let updates: ResourceUpdates;
  /** The server's end of each listener's latest request. */
  const sockets = new Map<unknown, Socket>();
  let revision = 0;

  beforeAll(async () => {
    gateway = await startGatewayInProcess();
    updates = gateway.app.get(ResourceUpdates);
    gateway.app.getHttpServer().on('request', ({ headers, socket }: IncomingMessage) => {
      sockets.set(headers['x-listener'], socket);
    });
  });
  afterAll(() => gateway?.close());

  const open = (era: Era, uris: readonly string[]) =>
    RawListener.open(gateway.socketPath, gateway.tenant.apiKey, era, uris);
  const change = (workflow: string) => {
    const message = {
      tenantId: gateway.tenant.id,
      topic: 'workflow',
      id: workflow,
      kind: 'running',
    } as const;
    gateway.app.get(LiveBus).publish({ ...message, revision: (revision += 1) });
  };

  test('leave nothing behind when they vanish', async () => {
    const uris = ['orkestra://tasks/pending', 'orkestra://workflows/x'];
    const listeners = await Promise.all(ERAS.flatMap((era) => [1, 2, 3, 4, 5].map(() => open(era, uris))));
    expect(updates.size).toBe(20);
    for (const listener of listeners) listener.vanish();
    await eventually(() => updates.size === 10);
    // Those of the 2025 era have a session, to which they may come back for half an hour.
    gateway.clock.ahead += HALF_AN_HOUR + 1_000;
    await eventually(() => {
      gateway.app.get(McpSessions).sweep();
      return updates.size === 0;
    });
    const ended = await open('legacy', uris);
    await ended.endSession();
    await eventually(() => updates.size === 0);
  });

  test('a client that reads slowly costs bounded memory, and hears what it missed once', async () => {
    const workflow = `w${'x'.repeat(199)}`;
    const uris = Array.from({ length: MOST - 1 }, (_, n) => spelling(workflow, n));
    const last = 'orkestra://workflows/last';
    const [fast, ...slow] = await Promise.all([
      open('modern', uris),
      ...ERAS.map((era) => open(era, [...uris, last])),
    ]);
    const written = () => slow.map(({ name }) => sockets.get(name)?.bytesWritten ?? 0);
    const round = async () => {
      const before = fast.updates;
      change(workflow);
      await eventually(() => fast.updates >= before + uris.length, { everyMs: 5 });
    };
    const silent = written();
    await round();
    await eventually(() => slow.every((one) => one.updates === uris.length));
    const bytesARound = Math.max(...written().map((bytes, n) => bytes - silent[n]!));

    for (const one of slow) one.pause();
    let full = written();
    let unchanged = 0;
    while (unchanged < 5) {
      await round();
      const now = written();
      unchanged = now.every((bytes, n) => bytes === full[n]) ? unchanged + 1 : 0;
      full = now;
    }
    for (let missed = 0; missed < 15; missed += 1) await round();
    change('last');
    for (const one of slow) one.resume();
    // What the sockets held, then each resource once, however often it changed.
    await eventually(() => slow.every(({ lastUri }) => lastUri === last));
    const since = written().map((bytes, n) => bytes - full[n]!);
    for (const bytes of since) {
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(7 * bytesARound);
    }
    for (const one of [fast, ...slow]) one.vanish();
  });
});

/** One of many ways to write the same URI. */
function spelling(id: string, n: number): string {
  const escaped = [...id].map((letter, at) =>
    at < 8 && (n >> at) & 1 ? letter : `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `orkestra://workflows/${escaped.join('')}`;
}
