import type { TenantContext } from '@orkestra/tenancy';
import type { JSONRPCRequest } from '@modelcontextprotocol/server';
import { mayAdd, type Subscriptions } from './subscriptions';

/**
 * Watches the resources that a request to listen names, and takes the others out of its filter: those that the caller
 * may not watch or that never change. The protocol's library acknowledges what is left.
 */
export function narrowListenFilter(
  request: JSONRPCRequest,
  ctx: TenantContext,
  subscriptions: Subscriptions,
): JSONRPCRequest {
  const filter = request.params?.['notifications'];
  const asked = urisOf(filter);
  if (asked === undefined) return request;
  const resourceSubscriptions = [...new Set(asked)].filter((uri) =>
    mayAdd(() => subscriptions.add(ctx, uri)),
  );
  const notifications = { ...(filter as object), resourceSubscriptions };
  return { ...request, params: { ...request.params, notifications } };
}

/** Undefined for what is no valid filter; the protocol's library refuses it. */
function urisOf(filter: unknown): string[] | undefined {
  const uris: unknown = (filter as { resourceSubscriptions?: unknown } | null | undefined)
    ?.resourceSubscriptions;
  return Array.isArray(uris) && uris.every((uri) => typeof uri === 'string') ? uris : undefined;
}
