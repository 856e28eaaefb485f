import { currentCorrelationId } from '@orkestra/core';
import type { AuditActor } from '../audit/audit-log.service';
import { ALL_PERMISSIONS } from '../permission-table';
import { issueContext, type TenantContext } from '../tenant-context';

/** Whoever runs the installation, at its command line. */
export interface Operator {
  /** By which the audit log tells operators apart, such as `ada@db-1`. */
  readonly name: string;
}

/** Who acts in the audit log of a tenant. */
export function operatorActor({ name }: Operator, tenantId: string): AuditActor {
  return { tenantId, kind: 'operator', id: name, channel: 'cli' };
}

/** May do in the tenant what its owners may. */
export function operatorContext({ name }: Operator, tenantId: string): TenantContext {
  return issueContext({
    tenantId,
    principal: { kind: 'system', id: name, displayName: `Operator ${name}`, role: 'owner', groups: [] },
    scopes: ALL_PERMISSIONS,
    channel: 'cli',
    correlationId: currentCorrelationId(),
  });
}
