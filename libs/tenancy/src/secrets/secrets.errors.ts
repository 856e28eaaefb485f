import { DomainError } from '@orkestra/core';

export class NoSecretsKeyError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'secrets.no_key',
      'This installation cannot keep secrets yet. Its operator has to set SECRETS_KEY.',
    );
  }
}

export class SecretUnreadableError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'secrets.unreadable',
      'A secret was sealed with a key that SECRETS_KEY no longer names. The operator has to add that key again.',
    );
  }
}
