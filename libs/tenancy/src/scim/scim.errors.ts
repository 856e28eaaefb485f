import { DomainError } from '@orkestra/core';

/** The error types of RFC 7644, 3.12, that a request can be answered with. */
export type ScimType =
  'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'noTarget' | 'tooMany';

const CODES: Record<ScimType, string> = {
  invalidFilter: 'scim.invalid_filter',
  invalidPath: 'scim.invalid_path',
  invalidSyntax: 'scim.invalid_syntax',
  invalidValue: 'scim.invalid_value',
  mutability: 'scim.mutability',
  noTarget: 'scim.no_target',
  tooMany: 'scim.too_many',
};

/** A request of a directory that has to change before it can be answered. */
export class ScimRequestError extends DomainError {
  constructor(
    readonly scimType: ScimType,
    message: string,
  ) {
    super('invalid', CODES[scimType], message);
  }
}

/** Somebody or something else has it already. */
export class ScimUniquenessError extends DomainError {
  constructor(message: string) {
    super('conflict', 'scim.uniqueness', message);
  }
}

/** The resource has changed since the directory read it. */
export class ScimVersionError extends DomainError {
  constructor() {
    super('conflict', 'scim.version', 'The resource has changed since it was read. Read it again.');
  }
}

/** The same for what another connection, or another workspace, has. */
export class ScimResourceNotFoundError extends DomainError {
  constructor(kind: 'user' | 'group') {
    super('not_found', `scim.${kind}_not_found`, `This connection provisions no such ${kind}.`);
  }
}

export class ScimConnectionNotFoundError extends DomainError {
  constructor() {
    super(
      'not_found',
      'scim.connection_not_found',
      'There is no such directory connection in this workspace.',
    );
  }
}

export class InvalidScimConnectionError extends DomainError {
  constructor(pointer: string, message: string) {
    super('invalid', 'scim.invalid_connection', `${pointer}: ${message}`, { fields: [{ pointer, message }] });
  }
}

export class TooManyScimConnectionsError extends DomainError {
  constructor(most: number) {
    super(
      'conflict',
      'scim.too_many_connections',
      `A workspace has at most ${most} directory connections. End one that is not needed.`,
      { most },
    );
  }
}

/** For whoever changes by hand what the directory says. */
export class ManagedByDirectoryError extends DomainError {
  constructor(what: 'person' | 'group') {
    super(
      'conflict',
      `${what}.managed_by_directory`,
      what === 'person'
        ? 'The directory looks after this person. Change them there, or end its connection under Sign-in first.'
        : 'The directory looks after this group and who is in it. Change it there, or end its connection first.',
    );
  }
}
