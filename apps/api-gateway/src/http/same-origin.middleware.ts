import type { RequestHandler } from 'express';
import { isAllowedOrigin, type Origins } from './origins';
import { ForeignOriginError } from './request.errors';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what a page of another site sends, whatever cookie the browser adds to it. Programs have no Origin;
 * a page that holds an API key does not act with the cookie.
 */
export function refuseForeignOrigins(origins: Origins): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    const harmless = READING.includes(request.method) || request.get('authorization') !== undefined;
    const foreign = origin !== undefined && !isAllowedOrigin(origin, origins);
    const crossSite = origin === undefined && request.get('sec-fetch-site') === 'cross-site';
    next(!harmless && (foreign || crossSite) ? new ForeignOriginError() : undefined);
  };
}
