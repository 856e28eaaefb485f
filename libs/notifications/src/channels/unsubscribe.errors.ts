import { DomainError } from '@orkestra/core';

export class InvalidUnsubscribeLinkError extends DomainError {
  constructor() {
    super(
      'not_found',
      'notifications.invalid_link',
      'This link is not one that Orkestra has sent, it is cut off, or older than half a year. Sign in and choose under Notifications.',
    );
  }
}
