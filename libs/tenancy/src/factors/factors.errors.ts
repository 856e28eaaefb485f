import { DomainError } from '@orkestra/core';

export class NoSuchFactorError extends DomainError {
  constructor() {
    super('not_found', 'account.no_such_factor', 'There is no such passkey or app. Load the page again.');
  }
}

export class FactorExistsError extends DomainError {
  constructor() {
    super(
      'conflict',
      'account.factor_exists',
      'An app is set up already. Take it away before you set up another one.',
    );
  }
}

export class WrongFirstCodeError extends DomainError {
  constructor() {
    const message = 'does not match. Check the clock of the phone, then type the next code';
    super('invalid', 'account.wrong_code', `The code ${message}.`, {
      fields: [{ pointer: '/code', message }],
    });
  }
}

export class PasskeyNotAddedError extends DomainError {
  constructor() {
    super('invalid', 'account.passkey_refused', 'The passkey could not be added. Try it once more.');
  }
}

/** Not that of a sign-in: whoever adds a passkey is signed in, and stays so. */
export class PasskeyExpiredError extends DomainError {
  constructor() {
    super('invalid', 'account.passkey_expired', 'This took too long. Add the passkey once more.');
  }
}

export class TooManyPasskeysError extends DomainError {
  constructor(most: number) {
    super('conflict', 'account.too_many_passkeys', `There are ${most} passkeys already. Remove one first.`, {
      most,
    });
  }
}
