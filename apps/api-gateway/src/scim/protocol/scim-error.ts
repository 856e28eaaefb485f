import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@orkestra/core';
import { ScimRequestError, ScimUniquenessError, ScimVersionError } from '@orkestra/tenancy';

/** RFC 7644, 3.12. */
export interface ScimErrorBody {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'];
  /** A text, by the standard. */
  status: string;
  scimType?: string;
  detail: string;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
};

/** What a directory is told; undefined for an error that nobody foresaw. */
export function scimErrorOf(error: unknown): ScimErrorBody | undefined {
  if (error instanceof ScimRequestError) return body(400, error.message, error.scimType);
  if (error instanceof ScimUniquenessError) return body(409, error.message, 'uniqueness');
  if (error instanceof ScimVersionError) return body(412, error.message);
  if (error instanceof DomainError)
    return body(STATUS[error.kind], error.message, error.kind === 'invalid' ? 'invalidValue' : undefined);
  if (error instanceof HttpException && error.getStatus() < 500)
    return body(error.getStatus(), error.message, error.getStatus() === 400 ? 'invalidSyntax' : undefined);
  if (error instanceof HttpException && error.getStatus() === 501) return body(501, error.message);
  return undefined;
}

export function internalScimError(): ScimErrorBody {
  return body(500, 'Internal error');
}

function body(status: number, detail: string, scimType?: string): ScimErrorBody {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail,
  };
}
