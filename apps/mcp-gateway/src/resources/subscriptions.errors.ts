import { DomainError } from '@orkestra/core';

export class TooManySubscriptionsError extends DomainError {
  constructor(most: number, whose: 'connection' | 'key') {
    super(
      'limited',
      'mcp.too_many_subscriptions',
      `A ${whose} may subscribe to ${most} resources at once. Unsubscribe from some, or watch orkestra://tasks/pending.`,
    );
  }
}
