import { isLoopback } from '@orkestra/core';

/**
 * The origins whose pages may act with a person's cookie: the public URL's. On loopback every name of this
 * machine counts, as people type `localhost` where the setting says `127.0.0.1`; the port must be the same.
 */
export function isAllowedOrigin(origin: string, publicUrl: string): boolean {
  const expected = new URL(publicUrl);
  if (origin === expected.origin) return true;
  if (!isLoopback(expected.hostname) || !URL.canParse(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  return isLoopback(hostname) && protocol === expected.protocol && port === expected.port;
}
