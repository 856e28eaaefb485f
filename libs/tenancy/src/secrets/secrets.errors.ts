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

export class NoKeyEncryptionKeyError extends DomainError {
  constructor() {
    super(
      'unavailable',
      'secrets.no_key_encryption_key',
      'This installation cannot keep sensitive values yet. Its operator has to set KEY_ENCRYPTION_KEY or SECRETS_KEY.',
    );
  }
}

export class DataKeyUnreadableError extends DomainError {
  constructor(keyId: string) {
    super(
      'unavailable',
      'secrets.data_key_unreadable',
      `Sensitive values were sealed with a key that was wrapped by the key ${keyId}, which is not there any more. The operator has to add it to KEY_ENCRYPTION_KEY again.`,
    );
  }
}
