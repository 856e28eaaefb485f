import { DomainError } from '@orkestra/core';

export class RateLimitedError extends DomainError {
  /** @param retryAfter seconds to wait */
  constructor(retryAfter: number) {
    super(
      'limited',
      'limits.too_many_requests',
      `Too many requests. Try again in ${retryAfter} second${retryAfter === 1 ? '' : 's'}.`,
      { retryAfter },
    );
  }
}
