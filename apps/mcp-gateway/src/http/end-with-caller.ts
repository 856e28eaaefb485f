import type { LiveBus, LiveSubscription } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { Response } from 'express';

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const TENANT_ENDS = ['suspended', 'deleting'];

/**
 * Nothing stays open, no stream and no call that waits, for a tenant that is suspended, a key or connection that is taken
 * away, a person who is deactivated or a token that has expired.
 */
export function endWithCaller(live: LiveBus, ctx: TenantContext, res: Response): void {
  const { tenantId, credentialId, agent, principal, expiresAt } = ctx;
  const watched: LiveSubscription[] = [];
  const watch = (messages: LiveSubscription, ends: (kind: string) => boolean) => {
    watched.push(messages);
    void endAt(messages, ends, res);
  };
  watch(live.subscribeTo(tenantId, 'tenant', tenantId), (kind) => TENANT_ENDS.includes(kind));
  if (credentialId !== undefined)
    watch(live.subscribeTo(tenantId, 'session', credentialId), (kind) => kind === 'ended');
  if (agent !== undefined)
    watch(live.subscribeTo(tenantId, 'person', principal.id), (kind) => kind === 'deactivated');
  const left = expiresAt === undefined ? undefined : Math.max(0, expiresAt.getTime() - Date.now());
  const timer =
    left === undefined ? undefined : setTimeout(() => res.destroy(), Math.min(left, LONGEST_TIMER_MS));
  res.once('close', () => {
    clearTimeout(timer);
    for (const messages of watched) messages.end();
  });
}

async function endAt(
  messages: LiveSubscription,
  ends: (kind: string) => boolean,
  res: Response,
): Promise<void> {
  for await (const { kind } of messages) if (ends(kind)) res.destroy();
}
