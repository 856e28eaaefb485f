import type { Config } from '@orkestra/core';
import type { Request } from 'express';

/** The address under which the client knows this gateway. Behind a proxy that ends TLS, the public URL says so. */
export function gatewayUrl(
  { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>,
  req: Pick<Request, 'host' | 'hostname' | 'protocol'>,
  path: string,
): string {
  const known = new URL(PUBLIC_URL);
  const protocol = known.hostname === req.hostname ? known.protocol : `${req.protocol}:`;
  return `${protocol}//${req.host}${path}`;
}
