import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { defaultLimits, TENANT_LIMITS, type TenantLimit, type TenantLimits } from './tenant-limits';
import type { TenantStatus } from './tenant-status';
import { checkLogo, checkWorkspace, type Logo, type WorkspaceChanges } from './workspace.schema';

export interface LimitUse {
  name: TenantLimit;
  most: number;
  /** How much of it is used; null for what is counted by the minute or by the piece. */
  use: number | null;
}

export interface WorkspaceView {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  /** Null where browsers decide. */
  locale: string | null;
  timeZone: string | null;
  /** As `#0f766e`; null for Orkestra's own. */
  accentColor: string | null;
  /** Changes with the logo; null without one. */
  logoVersion: string | null;
  deleteAt: Date | null;
  limits: LimitUse[];
}

/** The settings of a tenant that everybody in it sees. */
@Injectable()
export class WorkspaceService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  async get(ctx: TenantContext): Promise<WorkspaceView> {
    requireScope(ctx, 'directory:read');
    const [row] = await this.database.query<Row>(ctx, READ);
    if (row === undefined) throw new Error(`The tenant ${ctx.tenantId} is gone`);
    const { ownLimits, openTasks, people, ...workspace } = row;
    const used: Partial<Record<TenantLimit, number>> = { openTasks, people };
    const limits = { ...defaultLimits(this.config), ...ownLimits };
    return {
      ...workspace,
      limits: TENANT_LIMITS.map((name) => ({ name, most: limits[name], use: used[name] ?? null })),
    };
  }

  /**
   * What is left out stays as it is; null is for none.
   * @throws RoleForbidsError, InvalidWorkspaceError
   */
  async update(ctx: TenantContext, changes: WorkspaceChanges): Promise<void> {
    requireScope(ctx, 'settings:write');
    const checked = checkWorkspace(changes);
    const entries = Object.entries(checked).filter(([, value]) => value !== undefined);
    if (entries.length === 0) return;
    const columns = entries.map(
      ([key], index) => `${COLUMN_OF[key as keyof WorkspaceChanges]} = $${index + 1}`,
    );
    const values: unknown[] = entries.map(([, value]) => value as unknown);
    await this.database.run(ctx, async (em) => {
      await em.query(`UPDATE tenants SET ${columns.join(', ')}`, values);
      const target = { kind: 'tenant', id: ctx.tenantId };
      await this.audit.record(em, ctx, {
        action: 'tenant.changed',
        target,
        details: Object.fromEntries(entries),
      });
    });
  }

  /**
   * @param bytes null for none
   * @throws RoleForbidsError, InvalidWorkspaceError
   */
  async setLogo(ctx: TenantContext, bytes: Buffer | null): Promise<void> {
    requireScope(ctx, 'settings:write');
    const logo = bytes === null ? null : checkLogo(bytes);
    await this.database.run(ctx, async (em) => {
      await em.query('UPDATE tenants SET logo = $1, logo_type = $2', [
        logo?.bytes ?? null,
        logo?.type ?? null,
      ]);
      const target = { kind: 'tenant', id: ctx.tenantId };
      const details = { logo: logo === null ? null : createHash('sha256').update(logo.bytes).digest('hex') };
      await this.audit.record(em, ctx, { action: 'tenant.changed', target, details });
    });
  }

  /** Undefined without one. */
  async logo(ctx: TenantContext): Promise<Logo | undefined> {
    const [row] = await this.database.query<Logo>(
      ctx,
      'SELECT logo AS bytes, logo_type AS type FROM tenants WHERE logo IS NOT NULL',
    );
    return row;
  }
}

interface Row extends Omit<WorkspaceView, 'limits'> {
  ownLimits: Partial<TenantLimits>;
  openTasks: number;
  people: number;
}

const COLUMN_OF: Record<keyof WorkspaceChanges, string> = {
  name: 'name',
  locale: 'locale',
  timeZone: 'time_zone',
  accentColor: 'accent_color',
};

const READ = `
  SELECT id, slug, name, status, locale, time_zone AS "timeZone", accent_color AS "accentColor",
         left(encode(sha256(logo), 'hex'), 16) AS "logoVersion", delete_at AS "deleteAt", limits AS "ownLimits",
         (SELECT coalesce(sum(used), 0)::float8 FROM tenant_usage WHERE what = 'openTasks') AS "openTasks",
         (SELECT count(*)::float8 FROM users WHERE active) AS people
  FROM tenants`;
