import { type Config, isLoopback } from '@orkestra/core';

export type Origins = Pick<Config, 'PUBLIC_URL' | 'CORS_ORIGINS'>;

/**
 * The origins whose pages may act with a person's cookie: the public URL's, and those that the operator names. On loopback every name of this
 * machine counts, as people type `localhost` where the setting says `127.0.0.1`; the port must be the same.
 */
export function isAllowedOrigin(origin: string, { PUBLIC_URL: publicUrl, CORS_ORIGINS }: Origins): boolean {
  if (CORS_ORIGINS.includes(origin)) return true;
  const expected = new URL(publicUrl);
  if (origin === expected.origin) return true;
  if (!isLoopback(expected.hostname) || !URL.canParse(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  return isLoopback(hostname) && protocol === expected.protocol && port === expected.port;
}
