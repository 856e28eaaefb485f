import { type Config, isLoopback } from '@orkestra/core';

/** Whom passkeys are made for. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/** Browsers make passkeys for names, never for addresses; on this machine that name is `localhost`. */
export function relyingParty({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): RelyingParty {
  const url = new URL(PUBLIC_URL);
  if (isLoopback(url.hostname)) url.hostname = 'localhost';
  return { id: url.hostname, origin: url.origin };
}
