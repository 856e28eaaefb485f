import { DomainError } from '@orkestra/core';

export class InvalidUnsubscribeLinkError extends DomainError {
  constructor() {
    super(
      'not_found',
      'notifications.invalid_link',
      'This link is not one that Orkestra has sent, or it is cut off. Sign in and choose under Notifications.',
    );
  }
}
