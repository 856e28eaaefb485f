import { DomainError } from '@orkestra/core';

export class WeakPasswordError extends DomainError {
  constructor(message: string) {
    super('invalid', 'account.weak_password', `The password ${message}.`, {
      fields: [{ pointer: '/password', message }],
    });
  }
}

export class NoSuchSessionError extends DomainError {
  constructor() {
    super('not_found', 'account.no_such_session', 'There is no such session, or it has ended already.');
  }
}

export class InvalidSignInSettingError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'sign_in.invalid_setting', `The setting ${message}.`, {
      fields: [{ pointer, message }],
    });
  }
}
