import { DomainError } from '@orkestra/core';

export class PushOffError extends DomainError {
  constructor() {
    super(
      'conflict',
      'notifications.push_off',
      'This installation does not push. Its operator turns it on by PUSH_CONTACT.',
    );
  }
}

export class InvalidPushDeviceError extends DomainError {
  constructor(problem: string) {
    super('invalid', 'notifications.invalid_push_device', `This device cannot be pushed to. ${problem}`);
  }
}
