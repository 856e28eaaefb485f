import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TenantStatus } from '../tenants/tenant-status';

export interface RegisteredTenant {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  createdAt: Date;
  /** When it will be deleted, if that was asked for. */
  deleteAt: Date | null;
}

/** A tenant with how much there is of it. */
export interface TenantDetails extends RegisteredTenant {
  /** Those who may sign in. */
  people: number;
  /** Active owners and admins. */
  admins: number;
  groups: number;
  /** Keys that work. */
  keys: number;
}

export const TENANT_COLUMNS = 'id, slug, name, status, created_at AS "createdAt", delete_at AS "deleteAt"';

/** By slug or id, as the role `system`. */
export async function findTenant(em: EntityManager, tenant: string): Promise<RegisteredTenant | undefined> {
  const [found] = await queryRows<RegisteredTenant>(
    em,
    `SELECT ${TENANT_COLUMNS} FROM tenants WHERE slug = $1 OR id = $2::uuid`,
    [tenant, isUuid(tenant) ? tenant : null],
  );
  return found;
}

/** In the order of their slugs, as the role `system`. */
export async function listTenants(
  em: EntityManager,
  after: string | undefined,
  limit: number,
): Promise<RegisteredTenant[]> {
  return queryRows<RegisteredTenant>(
    em,
    `SELECT ${TENANT_COLUMNS} FROM tenants WHERE $1::text IS NULL OR slug > $1 ORDER BY slug LIMIT $2`,
    [after ?? null, limit],
  );
}

type Counts = Omit<TenantDetails, keyof RegisteredTenant>;

/** In a transaction of the tenant. */
export async function countTenant(em: EntityManager, now: Date): Promise<Counts> {
  const [counts] = await queryRows<Counts>(
    em,
    `SELECT (SELECT count(*)::int FROM users WHERE active) AS people,
            (SELECT count(*)::int FROM users WHERE active AND role IN ('owner', 'admin')) AS admins,
            (SELECT count(*)::int FROM groups) AS groups,
            (SELECT count(*)::int FROM api_keys
             WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1)) AS keys`,
    [now],
  );
  return counts as Counts;
}
