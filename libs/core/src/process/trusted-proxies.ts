import type { Logger } from './logger.provider';

interface HttpRequest {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly ip?: string | undefined;
}

/**
 * For Express's `trust proxy`: from these the address of the client is taken. Whoever is on this machine is always trusted, so
 * that a proxy there never makes the whole world look local.
 */
export function trustedProxies(configured: readonly string[]): string[] {
  return ['loopback', ...configured];
}

/** An address in one form: without the prefix of IPv4 that came by a socket of IPv6. */
export function plainAddress(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Says once that requests come by a proxy which nobody has named: all its clients count as one address. */
export function noticeStrangeProxies(logger: Logger) {
  let noticed = false;
  return (request: HttpRequest, _response: unknown, next: () => void): void => {
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
