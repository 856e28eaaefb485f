import { DomainError } from '@orkestra/core';

export class AddressTakenError extends DomainError {
  constructor(channel: string) {
    super(
      'conflict',
      'notifications.address_taken',
      `This ${channel} account is connected to somebody else here. They disconnect it under Notifications first.`,
    );
  }
}

export class AddressNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'notifications.address_not_found', 'There is no such connection, or it is not yours.');
  }
}

export class TooManyAddressesError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'notifications.too_many_addresses',
      `A person may connect ${most} accounts or devices to a channel. Disconnect one first.`,
    );
  }
}
