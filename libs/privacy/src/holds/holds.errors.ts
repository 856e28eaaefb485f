import { DomainError } from '@orkestra/core';

export class LegalHoldError extends DomainError {
  constructor() {
    super(
      'conflict',
      'privacy.legal_hold',
      'A legal hold is on this. Nothing of it can be erased until an owner, admin or auditor releases the hold.',
    );
  }
}

export class LegalHoldNotFoundError extends DomainError {
  constructor() {
    super('not_found', 'privacy.hold_not_found', 'There is no such legal hold in this workspace.');
  }
}

export class LegalHoldReleasedError extends DomainError {
  constructor() {
    super('conflict', 'privacy.hold_released', 'This legal hold was released already. Place another one.');
  }
}

export class InvalidLegalHoldError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'privacy.invalid_hold', `${pointer}: ${message}`, { fields: [{ pointer, message }] });
  }
}
