import { DomainError } from '@orkestra/core';
import { ALL_SCOPES } from '../scopes';

export class UnknownApiKeyError extends DomainError {
  constructor() {
    super('not_found', 'api_key.not_found', 'There is no such API key in this workspace.');
  }
}

export class InvalidApiKeyRequestError extends DomainError {
  constructor(problem: string) {
    super('invalid', 'api_key.invalid_request', problem);
  }

  static unknownScope(scope: string): InvalidApiKeyRequestError {
    return new InvalidApiKeyRequestError(
      `"${scope}" is not a scope. Choose one or more of ${ALL_SCOPES.join(', ')}.`,
    );
  }
}
