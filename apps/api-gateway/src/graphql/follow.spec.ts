import { LiveSubscription, type LiveMessage } from '@orkestra/core';
import { follow } from './follow';

const message = (id: string): LiveMessage => ({ tenantId: 't', topic: 'task', id, revision: 1, kind: 'x' });

test('passes on what is told, and skips the rest', async () => {
  const source = new LiveSubscription(() => undefined);
  const told = follow(source, async ({ id }) => Promise.resolve(id === 'no' ? undefined : id));
  ['no', 'a', 'no', 'b'].forEach((id) => source.push(message(id)));
  expect([(await told.next()).value, (await told.next()).value]).toEqual(['a', 'b']);
});

test('can be ended while it waits', async () => {
  const onEnd = jest.fn();
  const told = follow(new LiveSubscription(onEnd), async () => Promise.resolve(1));
  const waiting = told.next();
  await told.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(onEnd).toHaveBeenCalledTimes(1);
});
