import { runWithCorrelation } from '@orkestra/core';

/** The same results, each computed under the correlation id of the socket. */
export function correlated<T>(
  iterator: AsyncGenerator<T, void, void>,
  id: string,
): AsyncGenerator<T, void, void> {
  const run = <R>(step: () => R): R => runWithCorrelation(id, step);
  return {
    next: () => run(() => iterator.next()),
    return: () => run(() => iterator.return()),
    throw: (error) => run(() => iterator.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: () => run(() => iterator.return()).then(() => undefined),
  };
}
