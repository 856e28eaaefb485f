import { Injectable } from '@nestjs/common';
import { queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';

/** How people of a workspace may answer without signing in. */
export interface AnswerSettings {
  /** By a link in a mail, which lets whoever has it decide once. */
  byMail: boolean;
  /** By a reply to a mail. */
  byReply: boolean;
  /** Whether people without an account may be invited to single tasks. */
  guests: boolean;
}

/** Outsiders come in only where an admin wants them to. */
const COLUMNS = `coalesce((settings #>> '{answers,byMail}')::boolean, true) AS "byMail",
  coalesce((settings #>> '{answers,byReply}')::boolean, true) AS "byReply",
  coalesce((settings #>> '{answers,guests}')::boolean, false) AS guests`;

@Injectable()
export class AnswerSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly audit: AuditLog,
  ) {}

  async get(ctx: TenantContext): Promise<AnswerSettings> {
    requireScope(ctx, 'directory:read');
    return one(await this.database.query<AnswerSettings>(ctx, `SELECT ${COLUMNS} FROM tenants`));
  }

  /** For what acts before it knows who is there. */
  async of(tenantId: string): Promise<AnswerSettings> {
    return one(
      await this.system.query<AnswerSettings>(`SELECT ${COLUMNS} FROM tenants WHERE id = $1`, [tenantId]),
    );
  }

  /**
   * Counts at once, also for links that are out already.
   * @throws RoleForbidsError, PeopleOnlyError
   */
  async set(ctx: TenantContext, changes: Partial<AnswerSettings>): Promise<AnswerSettings> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      await em.query('SELECT FROM tenants WHERE id = $1 FOR NO KEY UPDATE', [ctx.tenantId]);
      const before = one(await queryRows<AnswerSettings>(em, `SELECT ${COLUMNS} FROM tenants`));
      const after = { ...before, ...changes };
      if (JSON.stringify(before) === JSON.stringify(after)) return before;
      await em.query(`UPDATE tenants SET settings = settings || jsonb_build_object('answers', $1::jsonb)`, [
        JSON.stringify(after),
      ]);
      await this.audit.record(em, ctx, {
        action: 'settings.answers_changed',
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { before, after },
      });
      return after;
    });
  }
}

/** A tenant that is gone answers to nobody. */
function one([settings]: readonly AnswerSettings[]): AnswerSettings {
  return settings ?? { byMail: false, byReply: false, guests: false };
}
