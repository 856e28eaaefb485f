import { DomainError } from '@orkestra/core';

export class DeliveryNotFoundError extends DomainError {
  constructor(id: string) {
    super(
      'not_found',
      'notifications.delivery_not_found',
      `There is no delivery ${id} that was given up. Read the list again.`,
      { id },
    );
  }
}

export class InvalidDeliveryReplayError extends DomainError {
  constructor(most: number) {
    super('invalid', 'notifications.invalid_replay', `Name 1 to ${most} deliveries by their ids.`);
  }
}
