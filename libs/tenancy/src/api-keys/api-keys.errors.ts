import { DomainError } from '@orkestra/core';
import { ALL_SCOPES } from '../scopes';

export class UnknownApiKeyError extends DomainError {
  constructor() {
    super('not_found', 'api_key.not_found', 'There is no such API key in this workspace.');
  }
}

export class InvalidApiKeyRequestError extends DomainError {
  /** @param pointer the field of the request that has to change */
  constructor(problem: string, pointer?: string) {
    const fields = pointer === undefined ? undefined : [{ pointer, message: problem }];
    super('invalid', 'api_key.invalid_request', problem, fields && { fields });
  }

  static unknownScope(scope: string): InvalidApiKeyRequestError {
    return new InvalidApiKeyRequestError(
      `"${scope}" is not a scope. Choose one or more of ${ALL_SCOPES.join(', ')}.`,
      '/scopes',
    );
  }
}

export class ApiKeyLimitError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'api_key.too_many',
      `A workspace has at most ${most} keys that work. Revoke one that is not needed.`,
      { most },
    );
  }
}

export class ApiKeyEndedError extends DomainError {
  constructor(how: 'revoked' | 'expired' | 'rotated', replacedBy?: string) {
    const next = how === 'rotated' ? 'Rotate the key that replaced it.' : 'Make a new key.';
    super(
      'conflict',
      `api_key.${how}`,
      `This key was ${how === 'expired' ? 'left to expire' : how}. ${next}`,
      {
        ...(replacedBy === undefined ? {} : { replacedBy }),
      },
    );
  }
}
