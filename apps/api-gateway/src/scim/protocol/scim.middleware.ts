import { HttpException } from '@nestjs/common';
import { json, type RequestHandler } from 'express';
import { noteInexactNumber } from '../../http/exact-body';

/** For a group with some ten thousand members. */
const LARGEST_BODY = 4 * 1024 * 1024;
const ONLY_READ = /^\/scim\/v2\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/|$)/i;
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request is answered in the words of SCIM. */
export function isScim({ path }: { path: string }): boolean {
  return path === '/scim' || path.startsWith('/scim/');
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
