import { DomainError, type LiveMessage, type LiveSubscription } from '@orkestra/core';

/** Waits before a reading that failed is tried again: the first, and the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

interface Follow<T> {
  /** Answers undefined for what is not the subscriber's to know. After `resync` anything may have happened. */
  tell: (message: LiveMessage) => Promise<T | undefined>;
  /** Told of a reading that failed, before it is tried again. */
  onTrouble: (error: unknown) => void;
}

/**
 * What subscribers are told about live messages. Unlike a generator it can be ended while it waits for a message.
 * A reading that fails in passing is made up for by a `resync` soon after: an error would end the subscription, and
 * clients do not subscribe again after one. Only what the subscriber may not see any more ends it, with that error.
 */
export function follow<T>(
  source: LiveSubscription,
  { tell, onTrouble }: Follow<T>,
): AsyncIterableIterator<T> {
  let again: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  const makeUpFor = ({ tenantId }: LiveMessage) => {
    again ??= setTimeout(() => {
      again = undefined;
      source.push({ tenantId, topic: 'task', id: '', revision: 0, kind: 'resync' });
    }, pause);
    again.unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const end = () => {
    clearTimeout(again);
    source.end();
  };
  return {
    async next() {
      for (;;) {
        const message = await source.next();
        if (message.done) {
          end();
          return { done: true, value: undefined };
        }
        try {
          const told = await tell(message.value);
          if (again === undefined) pause = FIRST_PAUSE_MS;
          if (told !== undefined) return { done: false, value: told };
        } catch (error) {
          if (isForGood(error)) {
            // Nobody calls `return` of an iterator that threw.
            end();
            throw error;
          }
          onTrouble(error);
          makeUpFor(message.value);
        }
      }
    },
    return() {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function isForGood(error: unknown): boolean {
  return error instanceof DomainError && error.kind !== 'unavailable' && error.kind !== 'limited';
}
