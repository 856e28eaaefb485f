import { concatWith, type MonoTypeOperatorFunction, retry, tap, throwError, timer } from 'rxjs';
import { readApiError } from '../errors/api-error';

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
const settledAfterMs = 1_000;

/** What the server would answer the next time, too. */
const lasting = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
]);

/**
 * Keeps a feed alive: one that the server broke off by an error, or ended, is asked for again with a growing pause, as
 * long as anybody listens. A lost connection is not the matter here: the socket sees to that itself.
 * @param onBack called once the feed stands again; what happened meanwhile may have been missed
 */
export function resubscribe<Result>(onBack: () => void): MonoTypeOperatorFunction<Result> {
  return (feed) => {
    let failures = 0;
    let since = 0;
    let settled: ReturnType<typeof setTimeout> | undefined;
    const pause = (error: unknown) => {
      clearTimeout(settled);
      if (lasting.has(readApiError(error).code)) return throwError(() => error);
      // What breaks again soon was not mended, even if it stood for a moment.
      if (Date.now() - since > longestWaitMs) failures = 0;
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
      failures += 1;
      return timer(wait).pipe(
        tap(() => {
          since = Date.now();
          settled = setTimeout(onBack, settledAfterMs);
        }),
      );
    };
    return feed.pipe(
      concatWith(throwError(() => new Error('The server has ended the feed'))),
      retry({ delay: pause }),
      // Nobody listens any more: nothing has to be read again for them.
      tap({ finalize: () => clearTimeout(settled) }),
    );
  };
}
