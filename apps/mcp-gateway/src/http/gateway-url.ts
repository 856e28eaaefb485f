import type { Config } from '@orkestra/core';
import type { Request } from 'express';

/**
 * The address under which the client knows this gateway: the one that is configured, else the one that it came to. Behind
 * a proxy that ends TLS, the public URL says so.
 */
export function gatewayUrl(
  { PUBLIC_URL, MCP_PUBLIC_URL }: Pick<Config, 'PUBLIC_URL' | 'MCP_PUBLIC_URL'>,
  req: Pick<Request, 'host' | 'hostname' | 'protocol'>,
  path: string,
): string {
  if (MCP_PUBLIC_URL !== undefined) return `${MCP_PUBLIC_URL.replace(/\/$/, '')}${path}`;
  const known = new URL(PUBLIC_URL);
  const protocol = known.hostname === req.hostname ? known.protocol : `${req.protocol}:`;
  return `${protocol}//${req.host}${path}`;
}
