import { DomainError } from '@orkestra/core';

export abstract class UnauthenticatedError extends DomainError {
  protected constructor(code: string, message: string) {
    super('unauthenticated', code, message);
  }
}

/** For an edge that found neither a session nor a key. */
export class AuthenticationRequiredError extends UnauthenticatedError {
  constructor() {
    super('auth.required', 'Sign in, or send an API key as `Authorization: Bearer <key>`.');
  }
}

/** The same for an unknown tenant, an unknown or inactive user and a wrong password. */
export class InvalidCredentialsError extends UnauthenticatedError {
  constructor() {
    super(
      'auth.invalid_credentials',
      'Workspace, e-mail and password do not match. Check all three and try again.',
    );
  }
}

export class SessionExpiredError extends UnauthenticatedError {
  constructor() {
    super('auth.session_expired', 'Your session has ended. Sign in again.');
  }
}

/** The same for a malformed, unknown, expired or revoked key. */
export class InvalidKeyError extends UnauthenticatedError {
  constructor() {
    super(
      'auth.invalid_key',
      'The API key is not valid or no longer is. Ask a workspace admin for a new one.',
    );
  }
}

/** The same for a malformed, unknown, rotated or ended token, and for a connection that is switched off. */
export class InvalidScimTokenError extends UnauthenticatedError {
  constructor() {
    super(
      'auth.invalid_directory_token',
      'The token of the directory connection is not valid or no longer is. Rotate it under Workspace, Sign-in, and put the new one into the directory.',
    );
  }
}

export class TooManyAttemptsError extends DomainError {
  /** @param retryAfter seconds to wait */
  constructor(retryAfter: number) {
    const minutes = Math.ceil(retryAfter / 60);
    super(
      'limited',
      'auth.too_many_attempts',
      `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      { retryAfter },
    );
  }
}

/** The password was right, and a second factor is asked for. */
export class SecondFactorNeededError extends UnauthenticatedError {
  /** @param ticket for the next step; not among the details, which may be logged */
  constructor(
    readonly ticket: string,
    readonly factors: readonly SecondFactor[],
  ) {
    super('auth.second_factor_needed', 'The password is right. Now prove it is you by your second factor.');
  }
}

/** What may be the second step. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery-code';

export class WrongCodeError extends UnauthenticatedError {
  constructor() {
    super(
      'auth.wrong_code',
      'The code is not right, or was used already. Wait for the next one and try again.',
    );
  }
}

export class PasskeyRefusedError extends UnauthenticatedError {
  constructor() {
    super('auth.passkey_refused', 'The passkey was not accepted. Try again, or sign in another way.');
  }
}

/** The same for a ticket that is unknown, used or too old. */
export class StepExpiredError extends UnauthenticatedError {
  constructor() {
    super('auth.step_expired', 'This took too long. Begin the sign-in again.');
  }
}

export class SsoOnlyError extends DomainError {
  constructor() {
    super(
      'forbidden',
      'auth.sso_only',
      'Your workspace lets people in only by its own directory. Sign in there.',
    );
  }
}
