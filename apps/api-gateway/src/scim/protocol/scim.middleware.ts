import { HttpException } from '@nestjs/common';
import type { RateLimits } from '@orkestra/tenancy';
import { json, type RequestHandler } from 'express';
import { type AuthenticatedRequest, authenticate } from '../../auth/authenticate';
import { noteInexactNumber } from '../../http/exact-body';
import { SCIM_TOKEN } from './scim-token.strategy';

/** For a group with some ten thousand members. */
const LARGEST_BODY = 4 * 1024 * 1024;
const ONLY_READ = /^\/scim\/v2\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/|$)/i;
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request is answered in the words of SCIM; in whatever case, as the router takes it. */
export function isScim({ path }: { path: string }): boolean {
  return /^\/scim(\/|$)/i.test(path);
}

/** Lets in directories, and nobody who is signed in or has a key; before anything is read of what they send. */
export function admitDirectories(limits: RateLimits): RequestHandler {
  return async (request: AuthenticatedRequest, _response, next) => {
    if (!isScim(request)) return next();
    const ctx = await authenticate([SCIM_TOKEN], request);
    limits.admit(ctx);
    request.ctx = ctx;
    next();
  };
}

const parse = json({
  limit: LARGEST_BODY,
  type: ['application/scim+json', 'application/json'],
  verify: noteInexactNumber,
});

/** Before the parser of all other bodies, which knows neither the content type nor bodies of this size. */
export const scimBodies: RequestHandler = (request, response, next) => {
  if (!isScim(request)) return next();
  if (ONLY_READ.test(request.path) && !READING.includes(request.method))
    return next(new HttpException('What the server offers is read, and not changed.', 405));
  parse(request, response, next);
};
