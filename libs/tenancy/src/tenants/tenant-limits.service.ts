import { Injectable } from '@nestjs/common';
import { Config, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import { defaultLimits, limitOf, TENANT_LIMITS, type TenantLimits } from './tenant-limits';
import { InvalidWorkspaceError, TenantLimitError, UnknownTenantError } from './tenants.errors';

const MOST = 1_000_000_000;
/** More rows than that are added up into one. */
const SLOTS_KEPT = 100;

/** What a tenant may have at most. */
@Injectable()
export class TenantLimitsService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  /**
   * For whoever runs the installation. What is left out stays as it is; null is for what the configuration says.
   * @throws UnknownTenantError, InvalidWorkspaceError
   */
  async set(
    actor: AuditActor,
    limits: { readonly [Name in keyof TenantLimits]?: number | null },
  ): Promise<void> {
    const entries = TENANT_LIMITS.flatMap((name) => {
      const most = limits[name];
      if (most === undefined) return [];
      if (most !== null && !(Number.isInteger(most) && most >= 1 && most <= MOST))
        throw new InvalidWorkspaceError(`/limits/${name}`, `must be a whole number, 1 to ${MOST}`);
      return [[name, most] as const];
    });
    const details = Object.fromEntries(entries);
    await this.database.run(async (em) => {
      const rows = await queryRows(
        em,
        'UPDATE tenants SET limits = jsonb_strip_nulls(limits || $2) WHERE id = $1 RETURNING id',
        [actor.tenantId, JSON.stringify(details)],
      );
      if (rows.length === 0) throw new UnknownTenantError();
      const target = { kind: 'tenant', id: actor.tenantId };
      await this.audit.recordOf(em, actor, { action: 'tenant.limits_changed', target, details });
    });
  }

  /**
   * Call it in the tenant's transaction that makes a person, or makes one active again, before it does. The lock has two
   * who do so at once come one after the other.
   * @throws TenantLimitError
   */
  async requireRoomForPerson(em: EntityManager): Promise<void> {
    const [tenant] = await queryRows<{ own: string | null }>(
      em,
      `SELECT ${limitOf('people')} AS own FROM tenants FOR NO KEY UPDATE`,
    );
    const most = tenant?.own == null ? defaultLimits(this.config).people : Number(tenant.own);
    const rows = await queryRows<{ people: number }>(
      em,
      'SELECT count(*)::int AS people FROM users WHERE active',
    );
    const people = (rows[0]?.people ?? 0) + 1;
    if (people > most) throw new TenantLimitError('people', most, people);
  }

  /** Adds up what connections counted that are long gone; says how many rows that spared. */
  async tidyUsage(): Promise<number> {
    const rows = await this.database.query<{ spared: string }>(TIDY);
    return rows.reduce((sum, { spared }) => sum + Number(spared), 0);
  }
}

/** Rows that a connection counts in at the moment are left alone. */
const TIDY = `
  WITH crowded AS (
    SELECT tenant_id, what FROM tenant_usage GROUP BY 1, 2 HAVING count(*) > ${SLOTS_KEPT} LIMIT 100
  ), free AS (
    SELECT u.tenant_id, u.what, u.slot FROM tenant_usage u JOIN crowded c USING (tenant_id, what)
    WHERE u.slot <> 0 FOR UPDATE OF u SKIP LOCKED
  ), taken AS (
    DELETE FROM tenant_usage u USING free f
    WHERE u.tenant_id = f.tenant_id AND u.what = f.what AND u.slot = f.slot
    RETURNING u.tenant_id, u.what, u.used
  )
  INSERT INTO tenant_usage AS u (tenant_id, what, slot, used)
  SELECT tenant_id, what, 0, sum(used) FROM taken GROUP BY 1, 2
  ON CONFLICT (tenant_id, what, slot) DO UPDATE SET used = u.used + excluded.used
  RETURNING 1 AS spared`;
