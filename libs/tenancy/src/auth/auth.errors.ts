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

export class TooManyAttemptsError extends DomainError {
  /** @param retryAfter seconds to wait */
  constructor(retryAfter: number) {
    const minutes = Math.ceil(retryAfter / 60);
    super(
      'limited',
      'auth.too_many_attempts',
      `Too many failed sign-ins. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      { retryAfter },
    );
  }
}
