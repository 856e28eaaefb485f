import { DomainError } from '@orkestra/core';

export class InvalidNotificationsError extends DomainError {
  constructor(most: number) {
    super(
      'invalid',
      'notifications.invalid_ids',
      `Name 1 to ${most} notifications by their ids, or none to mean all of them.`,
    );
  }
}

export class NotificationNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'notifications.not_found', 'There is no such notification, or it is not yours.');
  }
}
