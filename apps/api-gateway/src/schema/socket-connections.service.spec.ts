import { type LiveBus, Logger } from '@orkestra/core';
import { SessionExpiredError } from '@orkestra/tenancy';
import { LiveSubscribers } from '../../../../libs/core/src/live/testing';
import type { SocketConnection } from './socket-connection';
import { MOST_SOCKETS, SocketConnections } from './socket-connections.service';

const TENANT = '00000000-0000-7000-8000-00000000000a';

/** What reaches this process, as the bus hands it on. */
class Subscribers extends LiveSubscribers {
  asBus(): LiveBus {
    return {
      subscribeTo: (tenantId: string, topic: 'session', id: string) => this.add(tenantId, { topic, id }),
    } as LiveBus;
  }
}

const connection = (
  credentialId: string,
  renew: () => Promise<void> = () => Promise.resolve(),
  id = 'sam',
) => ({
  correlationId: credentialId,
  credentialId,
  ctx: { tenantId: TENANT, principal: { kind: 'user', id } },
  renew: jest.fn(renew),
  end: jest.fn(),
});
type Fake = ReturnType<typeof connection>;

let subscribers: Subscribers;
let connections: SocketConnections;
const add = (one: Fake) => connections.add(one as unknown as SocketConnection);
const remove = (one: Fake) => connections.remove(one as unknown as SocketConnection);
const ends = (...all: Fake[]) => all.map(({ end }) => end.mock.calls.length);

beforeEach(() => {
  jest.useFakeTimers();
  subscribers = new Subscribers();
  connections = new SocketConnections(subscribers.asBus(), Logger.create({ app: 'test', level: 'silent' }));
});
afterEach(() => {
  connections.onModuleDestroy();
  expect(subscribers.size).toBe(0);
  jest.useRealTimers();
});

test('a socket is closed within seconds of the end of its session, but not for a passing trouble', async () => {
  const ended = connection('ended', () => Promise.reject(new SessionExpiredError()));
  const troubled = connection('troubled', () => Promise.reject(new Error('no database')));
  const good = connection('good');
  [ended, troubled, good].forEach(add);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(ends(ended, troubled, good)).toEqual([1, 0, 0]);
  expect(good.renew).toHaveBeenCalled();
});

test('a session that ends, wherever that is, takes its own sockets with it at once', async () => {
  const [mine, too, yours] = [connection('mine'), connection('mine'), connection('yours')];
  [mine, too, yours].forEach(add);
  const message = { topic: 'session', id: 'mine', revision: 0, kind: 'ended' } as const;
  subscribers.push({ tenantId: 'other', ...message });
  subscribers.push({ tenantId: TENANT, ...message });
  await jest.advanceTimersByTimeAsync(0);
  expect(ends(mine, too, yours)).toEqual([1, 1, 0]);
});

test('after messages may have been missed, sessions are looked at at once', async () => {
  const [ended, good] = [
    connection('ended', () => Promise.reject(new SessionExpiredError())),
    connection('good'),
  ];
  [ended, good].forEach(add);
  subscribers.resync();
  await jest.advanceTimersByTimeAsync(0);
  expect(ends(ended, good)).toEqual([1, 0]);
});

test('one person has so many sockets, and another one as many', () => {
  const own = Array.from({ length: MOST_SOCKETS.user }, (_, n) => connection(`s${n}`));
  expect(own.map(add)).not.toContain(false);
  expect(add(connection('more'))).toBe(false);
  expect(add(connection('lee', undefined, 'lee'))).toBe(true);
  remove(own[0] as Fake);
  expect(add(connection('more'))).toBe(true);
});
