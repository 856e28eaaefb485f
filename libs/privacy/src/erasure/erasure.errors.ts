import { DomainError } from '@orkestra/core';

export class ErasureNotConfirmedError extends DomainError {
  constructor() {
    super(
      'invalid',
      'person.erasure_not_confirmed',
      'The address or the code does not belong to an erasure that you asked for in the last 15 minutes. Ask for it again.',
    );
  }
}
