import type { Logger } from '@orkestra/core';
import type { RequestHandler } from 'express';

/**
 * For Express's `trust proxy`: from these the address of the client is taken. Whoever is on this machine is always trusted, so
 * that a proxy there never makes the whole world look local.
 */
export function trustedProxies(configured: readonly string[]): string[] {
  return ['loopback', ...configured];
}

/** Says once that requests come by a proxy which nobody has named: all its clients count as one address. */
export function noticeStrangeProxies(logger: Logger): RequestHandler {
  let noticed = false;
  return (request, _response, next) => {
    const proxy = request.socket.remoteAddress;
    if (!noticed && request.headers['x-forwarded-for'] !== undefined && request.ip === proxy) {
      noticed = true;
      logger.warn(
        { proxy },
        'Requests come by way of a proxy that is not trusted, so all its clients count as one. If it is yours, name it in TRUSTED_PROXIES',
      );
    }
    next();
  };
}
