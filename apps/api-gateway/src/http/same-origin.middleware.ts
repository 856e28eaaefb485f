import type { RequestHandler } from 'express';
import { isAllowedOrigin, type Origins } from './origins';
import { ForeignOriginError } from './request.errors';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Forms of directories, which come from their sites: they are judged by their signature, and no cookie counts there. */
const OF_DIRECTORIES = /^\/api\/v1\/auth\/sso\/saml\/[\w-]{1,50}\/(acs|slo)$/;

/**
 * Refuses what a page of another site sends, whatever cookie the browser adds to it. Programs have no Origin;
 * a page that holds an API key does not act with the cookie.
 */
export function refuseForeignOrigins(origins: Origins): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    const harmless =
      READING.includes(request.method) ||
      request.get('authorization') !== undefined ||
      OF_DIRECTORIES.test(request.path);
    const foreign = origin !== undefined && !isAllowedOrigin(origin, origins);
    const crossSite = origin === undefined && request.get('sec-fetch-site') === 'cross-site';
    next(!harmless && (foreign || crossSite) ? new ForeignOriginError() : undefined);
  };
}
