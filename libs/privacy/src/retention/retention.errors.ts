import { DomainError } from '@orkestra/core';

export class InvalidRetentionError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'privacy.invalid_retention', `${pointer}: ${message}`, {
      fields: [{ pointer, message }],
    });
  }
}
