import { Logger } from '@orkestra/core';
import { SessionExpiredError } from '@orkestra/tenancy';
import { SessionEnds } from '../auth/session-ends.service';
import type { SocketConnection } from './socket-connection';
import { SocketConnections } from './socket-connections.service';

const connection = (token: string, renew: () => Promise<void>) => ({
  correlationId: token,
  belongsTo: (ended: string) => ended === token,
  renew: jest.fn(renew),
  end: jest.fn(),
});
const add = (connections: SocketConnections, one: ReturnType<typeof connection>) =>
  connections.add(one as unknown as SocketConnection);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a socket is closed within seconds of the end of its session elsewhere, but not for a passing trouble', async () => {
  const connections = new SocketConnections(
    new SessionEnds(),
    Logger.create({ app: 'test', level: 'silent' }),
  );
  const ended = connection('ended', () => Promise.reject(new SessionExpiredError()));
  const troubled = connection('troubled', () => Promise.reject(new Error('no database')));
  const good = connection('good', () => Promise.resolve());
  [ended, troubled, good].forEach((one) => add(connections, one));
  await jest.advanceTimersByTimeAsync(30_000);
  expect([ended.end, troubled.end, good.end].map((end) => end.mock.calls.length)).toEqual([1, 0, 0]);
  expect(good.renew).toHaveBeenCalled();
  connections.onModuleDestroy();
});

test('a session that ends here takes its own sockets with it at once', () => {
  const sessions = new SessionEnds();
  const connections = new SocketConnections(sessions, Logger.create({ app: 'test', level: 'silent' }));
  const [mine, yours] = [
    connection('mine', () => Promise.resolve()),
    connection('yours', () => Promise.resolve()),
  ];
  [mine, yours].forEach((one) => add(connections, one));
  sessions.ended.next('mine');
  expect([mine.end, yours.end].map((end) => end.mock.calls.length)).toEqual([1, 0]);
  connections.onModuleDestroy();
});
