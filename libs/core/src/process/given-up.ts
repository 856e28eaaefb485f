import { ambient, runWithin } from './ambient';
import { DomainError } from './domain.errors';

export class RequestTimeoutError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'request.timeout',
      'The request took too long and was given up. If it was to change something, that may have been recorded all the same: ' +
        'look at it before you ask again, or send the same request with the same key, which does nothing twice.',
      { retryAfter: 5 },
    );
  }
}

/** Work that a request has asked for, until the request is given up. */
export function runUntilGivenUp<T>(signal: AbortSignal, work: () => T): T {
  return runWithin({ givenUp: signal }, work);
}

/**
 * Called before a connection is taken: nobody waits any more for what it would be taken for.
 * @throws RequestTimeoutError
 */
export function refuseIfGivenUp(): void {
  if (ambient().givenUp?.aborted) throw new RequestTimeoutError();
}
