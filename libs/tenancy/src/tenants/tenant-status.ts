import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { TenantDeletingError, TenantSuspendedError } from './tenants.errors';

export type TenantStatus = 'active' | 'suspended' | 'deleting';

/** What authentication reads of the tenant, in the statement that finds the session or key. */
export interface TenantState {
  tenantStatus: TenantStatus;
  /** When the deletion that was asked for falls due. */
  deleteAt: Date | null;
}

/** Columns of a `TenantState` out of `tenants t`. */
export const TENANT_STATE = `t.status AS "tenantStatus", t.delete_at AS "deleteAt"`;

/**
 * A suspended tenant lets nobody in. One whose deletion was asked for lets its people in until then, who look, export
 * and take it back, but no programs.
 * @throws TenantSuspendedError, TenantDeletingError
 */
export function refuseAtTheDoor(
  { tenantStatus, deleteAt }: TenantState,
  who: 'user' | 'service',
  now: Date,
): void {
  if (tenantStatus === 'suspended') throw new TenantSuspendedError();
  if (tenantStatus !== 'deleting') return;
  if (who === 'service' || deleteAt === null || deleteAt <= now) throw new TenantDeletingError();
}

/**
 * For people who come in by something else than what authentication looks at: a link, or a directory.
 * @param em of a transaction of the tenant
 * @throws TenantSuspendedError, TenantDeletingError
 */
export async function requireOpenTenant(em: EntityManager, now: Date): Promise<void> {
  const [tenant] = await queryRows<TenantState>(em, `SELECT ${TENANT_STATE} FROM tenants t`);
  if (tenant !== undefined) refuseAtTheDoor(tenant, 'user', now);
}
