import type { LiveMessage, LiveSubscription } from '@orkestra/core';

/**
 * What subscribers are told about live messages; `tell` answers undefined for what is not theirs to know.
 * Unlike a generator it can be ended while it waits for a message.
 */
export function follow<T>(
  source: LiveSubscription,
  tell: (message: LiveMessage) => Promise<T | undefined>,
): AsyncIterableIterator<T> {
  return {
    async next() {
      for (;;) {
        const message = await source.next();
        if (message.done) return { done: true, value: undefined };
        const told = await tell(message.value);
        if (told !== undefined) return { done: false, value: told };
      }
    },
    async return() {
      await source.return();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
