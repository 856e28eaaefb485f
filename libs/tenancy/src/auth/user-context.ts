import { currentCorrelationId } from '@orkestra/core';
import { permissionsOf } from '../permission-table';
import { type Channel, issueContext, type TenantContext } from '../tenant-context';
import type { CallerOrigin } from './caller-origin';
import type { SessionUser } from './session';

/** What a person may do whom a session has let in. */
export function userContext(user: SessionUser, channel: Channel, from: CallerOrigin = {}): TenantContext {
  const { tenantId, sessionId, userId, displayName, role, groups } = user;
  return issueContext({
    tenantId,
    principal: { kind: 'user', id: userId, displayName, role, groups },
    scopes: permissionsOf(role),
    channel,
    correlationId: currentCorrelationId(),
    credentialId: sessionId,
    remoteAddress: from.remoteAddress,
    userAgent: from.userAgent,
  });
}
