import { TenantContext } from '@orkestra/tenancy';
import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';

/** What the protocol's library carries from the HTTP request to the tool. The key itself goes no further. */
export function toAuthInfo(ctx: TenantContext): AuthInfo {
  return { token: '', clientId: ctx.principal.id, scopes: [...ctx.scopes], extra: { ctx } };
}

export function callerOf({ http }: ServerContext): Promise<TenantContext> {
  const ctx = http?.authInfo?.extra?.['ctx'];
  if (!TenantContext.is(ctx))
    throw new TypeError('A request reached a tool without having been authenticated');
  return Promise.resolve(ctx);
}
