import { UnauthenticatedError } from '../auth/auth.errors';
import { SsoRefusedError } from '../sso/sso.errors';

/** The same for whatever is wrong with a token: its form, signature, issuer, audience or time. */
export class InvalidAccessTokenError extends UnauthenticatedError {
  constructor() {
    super(
      'auth.invalid_access_token',
      'The access token is not valid for this address, or no longer is. Ask your provider for a new one, for this address.',
    );
  }
}

export class PersonNotLinkedError extends SsoRefusedError {
  constructor(connection: string) {
    super(
      'not_linked',
      `Nobody in the workspace is known by this account of “${connection}”. Sign in there to Orkestra once in your browser, then connect again.`,
    );
  }
}

export class AmbiguousAccessTokenError extends SsoRefusedError {
  constructor() {
    super(
      'ambiguous',
      'Several workspaces know this account by the same provider. An admin gives the connection of each an audience of its own.',
    );
  }
}
