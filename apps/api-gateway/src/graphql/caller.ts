import type { TenantContext } from '@orkestra/tenancy';

/** Whoever is behind a request or a socket. A socket's context is renewed while it lives. */
export interface Caller {
  ctx: TenantContext;
}
