import { DomainError } from '@orkestra/core';

const SETTINGS = 'Settings → Sign-in';

/** A person whom the directory knows and the workspace does not let in. */
export abstract class SsoRefusedError extends DomainError {
  protected constructor(code: string, message: string) {
    super('forbidden', `sso.${code}`, message);
  }
}

export class NoEmailError extends SsoRefusedError {
  constructor(from: string) {
    super(
      'no_email',
      `Your directory did not send a usable e-mail address. An admin of the workspace checks under ${SETTINGS} where it is read from (“${from}”).`,
    );
  }
}

export class EmailUnverifiedError extends SsoRefusedError {
  constructor() {
    super(
      'email_unverified',
      'Your directory says that your e-mail address is not confirmed. Confirm it there, then sign in again.',
    );
  }
}

export class DomainUnverifiedError extends SsoRefusedError {
  constructor(domain: string, connection: string) {
    super(
      'domain_unverified',
      `“${connection}” does not speak for addresses at ${domain}. An admin of the workspace adds and verifies the domain for it under ${SETTINGS}.`,
    );
  }
}

export class NotProvisionedError extends SsoRefusedError {
  constructor() {
    super('not_provisioned', 'You are not in the workspace yet. Ask an admin of it to invite you.');
  }
}

export class PersonLeftError extends SsoRefusedError {
  constructor() {
    super('person_left', 'Your account was deactivated. Ask an admin of the workspace to reactivate it.');
  }
}

export class OtherAccountError extends SsoRefusedError {
  constructor() {
    super(
      'other_account',
      'Another account of your directory has come in with this e-mail address. Ask an admin of the workspace: each account of the directory needs an address of its own.',
    );
  }
}

export class OwnerNotAdmittedError extends SsoRefusedError {
  constructor(connection: string) {
    super(
      'owner_not_admitted',
      `An admin has changed “${connection}” since an owner last saved it. Owners come in by it again once one of them has looked at it under ${SETTINGS} and saved it.`,
    );
  }
}

export class ConnectionClosedError extends SsoRefusedError {
  constructor() {
    super('closed', 'This way of signing in does not exist or is turned off. Ask an admin of the workspace.');
  }
}

/** The same for a state that is unknown, used, too old or of another browser. */
export class SsoStepExpiredError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'sso.step_expired',
      'This sign-in took too long, was used already, or began in another browser. Begin it again.',
    );
  }
}

/** The directory's answer does not hold. What is wrong with it is for the log and for who tests the connection. */
export class SsoAnswerError extends DomainError {
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(
      'unauthenticated',
      'sso.bad_answer',
      'What your directory answered was not accepted. Try again; if it stays so, an admin of the workspace tests the connection.',
      {},
      { cause },
    );
  }
}

/** A directory sent somebody who was not asked for. */
export class UnsolicitedAnswerError extends DomainError {
  constructor() {
    super(
      'unauthenticated',
      'sso.unsolicited',
      'Sign-ins begin here, not at your directory. Go to the sign-in page and begin there.',
    );
  }
}

/** The person said no there, or the directory did. */
export class SsoDeniedError extends DomainError {
  constructor(reason: string) {
    super('unauthenticated', 'sso.denied', `Your directory did not sign you in: ${reason}.`);
  }
}

export class DirectoryUnreachableError extends DomainError {
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(
      'unavailable',
      'sso.unreachable',
      'Your directory cannot be reached at the moment. Try again in a minute.',
      { retryAfter: 60 },
      { cause },
    );
  }
}

export class UnknownIdentityError extends DomainError {
  constructor() {
    super('not_found', 'sso.unknown_identity', 'The person has no account of this connection.');
  }
}

export class UnknownConnectionError extends DomainError {
  constructor() {
    super('not_found', 'sso.unknown_connection', 'There is no such connection in this workspace.');
  }
}

export class InvalidConnectionError extends DomainError {
  constructor(fields: readonly { pointer: string; message: string }[]) {
    const said = fields.map(({ pointer, message }) => `${pointer}: ${message}`).join('; ');
    super('invalid', 'sso.invalid_connection', said, { fields });
  }
}

export class ConnectionLimitError extends DomainError {
  constructor(most: number) {
    super('conflict', 'sso.too_many', `A workspace has at most ${most} of these. Delete one first.`, {
      most,
    });
  }
}

export class NoKeyRolloverError extends DomainError {
  constructor(message: string) {
    super('conflict', 'sso.no_key_rollover', message);
  }
}

export class InvalidDomainError extends DomainError {
  constructor() {
    const message = 'must be a domain such as example.com';
    super('invalid', 'sso.invalid_domain', `The domain ${message}.`, {
      fields: [{ pointer: '/domain', message }],
    });
  }
}

export class UnknownDomainError extends DomainError {
  constructor() {
    super('not_found', 'sso.unknown_domain', 'There is no such domain in this workspace. Add it first.');
  }
}

export class DomainProofMissingError extends DomainError {
  constructor(record: string, proof: string) {
    super(
      'conflict',
      'sso.proof_missing',
      `There is no TXT record at ${record} with the text “${proof}” yet. It may take an hour until a new one is seen.`,
      { record, proof },
    );
  }
}

export class DomainTakenError extends DomainError {
  constructor() {
    super(
      'conflict',
      'sso.domain_taken',
      'Another workspace has verified this domain. The operator of the installation can help.',
    );
  }
}

export class UnknownSsoTestError extends DomainError {
  constructor() {
    super('not_found', 'sso.unknown_test', 'There is no such test, or it is too old. Start another.');
  }
}

export class NameServersError extends DomainError {
  constructor(cause: unknown) {
    const message = 'The name servers do not answer at the moment. Try again in a minute.';
    super('unavailable', 'sso.name_servers', message, { retryAfter: 60 }, { cause });
  }
}

/** A directory's request to sign somebody out that does not hold. What is wrong with it is for the log. */
export class LogoutRefusedError extends DomainError {
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(
      'invalid',
      'sso.logout_refused',
      'The sign-out was not accepted, and nobody was signed out here.',
      {},
      { cause },
    );
  }
}

/** A logout token that does not hold. */
export class InvalidLogoutError extends DomainError {
  constructor(reason: string) {
    super('invalid', 'sso.invalid_logout', `The logout token was not accepted: ${reason}.`);
  }
}
