import { DomainError } from '@orkestra/core';

export class NoConnectByCodeError extends DomainError {
  constructor(channel: string) {
    super(
      'invalid',
      'notifications.no_connect_by_code',
      `Accounts of ${channel} are not connected by a code in this way. See connectsBy of notificationPreferences.`,
      { channel },
    );
  }
}

export class AccountRefusedError extends DomainError {
  /** @param message of the channel, for the person */
  constructor(message: string) {
    super('invalid', 'notifications.account_refused', message);
  }
}

/** The channel is away, or has failed: the log of the process says how. */
export class CodeNotSentError extends DomainError {
  constructor(channel: string, cause: unknown) {
    super(
      'unavailable',
      'notifications.code_not_sent',
      'The code could not be sent. Try again in some minutes; if that does not help, tell your administrator.',
      { channel },
      { cause },
    );
  }
}

export class TooManyCodesError extends DomainError {
  constructor(retryAfterSeconds: number) {
    super(
      'limited',
      'notifications.too_many_codes',
      'You have asked for many codes. Try again in some minutes.',
      { retryAfterSeconds },
    );
  }
}

export class WrongConnectCodeError extends DomainError {
  constructor() {
    super(
      'invalid',
      'notifications.wrong_code',
      'This is not the code, or it is older than ten minutes. After five wrong ones ask for another.',
    );
  }
}
