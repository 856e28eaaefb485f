import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { InvalidRetentionError } from './retention.errors';

const KINDS = ['tasks', 'conversations', 'executions'] as const;
const LONGEST_DAYS = 3_650;

/** After how many days what people and programs wrote is erased; null for never. */
export interface RetentionDays {
  /** Since the task was decided, was cancelled or expired. */
  tasks: number | null;
  /** Of a message since it was written; of the rest since somebody wrote last. */
  conversations: number | null;
  /** Since the workflow ended. */
  executions: number | null;
}

/** How long a tenant keeps what was written: until its admins say something else, for good. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
  ) {}

  async get(ctx: TenantContext): Promise<RetentionDays> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => read(em, ctx));
  }

  /**
   * Counts for what is there already as well: what is older goes in the next hour.
   * @param days 1 to 3,650 each; null for never, and left out to leave it as it is
   * @throws RoleForbidsError, PeopleOnlyError, InvalidRetentionError
   */
  async set(ctx: TenantContext, days: Partial<RetentionDays>): Promise<RetentionDays> {
    requireScope(ctx, 'settings:write');
    for (const kind of KINDS) {
      const value = days[kind];
      if (value != null && (!Number.isInteger(value) || value < 1 || value > LONGEST_DAYS))
        throw new InvalidRetentionError(`/${kind}`, `must be 1 to ${LONGEST_DAYS} days, or null for never`);
    }
    return this.database.run(ctx, async (em) => {
      await queryRows(em, 'SELECT FROM tenants WHERE id = $1 FOR NO KEY UPDATE', [ctx.tenantId]);
      const before = await read(em, ctx);
      const after = { ...before };
      for (const kind of KINDS) if (days[kind] !== undefined) after[kind] = days[kind];
      const given = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null));
      await queryRows(em, WRITE, [ctx.tenantId, JSON.stringify(given)]);
      await this.audit.record(em, ctx, {
        action: 'settings.retention_changed',
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { before, after },
      });
      return after;
    });
  }
}

async function read(em: EntityManager, { tenantId }: TenantContext): Promise<RetentionDays> {
  const [row] = await queryRows<{ days: Partial<RetentionDays> }>(
    em,
    `SELECT coalesce(settings -> 'retentionDays', '{}') AS days FROM tenants WHERE id = $1`,
    [tenantId],
  );
  return { tasks: null, conversations: null, executions: null, ...row?.days };
}

const WRITE = `
  UPDATE tenants SET settings = CASE WHEN $2::jsonb = '{}' THEN settings - 'retentionDays'
    ELSE settings || jsonb_build_object('retentionDays', $2::jsonb) END WHERE id = $1`;
