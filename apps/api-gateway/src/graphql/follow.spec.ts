import { DomainError, type LiveMessage, LiveSubscription } from '@orkestra/core';
import { follow } from './follow';

const message = (id: string): LiveMessage => ({ tenantId: 't', topic: 'task', id, revision: 1, kind: 'x' });

class GoneError extends DomainError {
  constructor() {
    super('not_found', 'x.gone', 'It is gone.');
  }
}

const onTrouble = jest.fn();
const onEnd = jest.fn();
beforeEach(() => {
  jest.useFakeTimers();
  jest.clearAllMocks();
});
afterEach(() => jest.useRealTimers());

test('passes on what is told, and skips the rest', async () => {
  const source = new LiveSubscription(onEnd);
  const tell = async ({ id }: LiveMessage) => Promise.resolve(id === 'no' ? undefined : id);
  const told = follow(source, { tell, onTrouble });
  ['no', 'a', 'no', 'b'].forEach((id) => source.push(message(id)));
  expect([(await told.next()).value, (await told.next()).value]).toEqual(['a', 'b']);
});

test('can be ended while it waits', async () => {
  const told = follow(new LiveSubscription(onEnd), { tell: async () => Promise.resolve(1), onTrouble });
  const waiting = told.next();
  await told.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('goes on after a reading that failed, which is made up for by one resync', async () => {
  const source = new LiveSubscription(onEnd);
  const tell = async ({ id, kind }: LiveMessage) =>
    id.startsWith('fails') ? Promise.reject(new Error('no database')) : Promise.resolve(kind);
  const told = follow(source, { tell, onTrouble });
  ['fails', 'fails-too'].forEach((id) => source.push(message(id)));
  const next = told.next();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await next).toEqual({ done: false, value: 'resync' });
  source.push(message('later'));
  expect((await told.next()).value).toBe('x');
  expect(onTrouble).toHaveBeenCalledTimes(2);
  expect(onEnd).not.toHaveBeenCalled();
  expect(jest.getTimerCount()).toBe(0);
});

test('tries again until it can be read, ever more slowly', async () => {
  const source = new LiveSubscription(onEnd);
  let failures = 0;
  const tell = async () => {
    if (failures >= 6) return Promise.resolve('read');
    failures += 1;
    return Promise.reject(new Error('no database'));
  };
  const told = follow(source, { tell, onTrouble });
  source.push(message('a'));
  const next = told.next();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(failures).toBe(3);
  await jest.advanceTimersByTimeAsync(60_000);
  expect((await next).value).toBe('read');
});

test('ends with the error when the subscriber may see it no more, and leaves nothing behind', async () => {
  const source = new LiveSubscription(onEnd);
  const told = follow(source, { tell: async () => Promise.reject(new GoneError()), onTrouble });
  source.push(message('a'));
  await expect(told.next()).rejects.toBeInstanceOf(GoneError);
  expect(onEnd).toHaveBeenCalledTimes(1);
  expect(await told.next()).toEqual({ done: true, value: undefined });
  expect(jest.getTimerCount()).toBe(0);
});
