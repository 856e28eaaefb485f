import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { requireAdmin, requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { resolveAssignees } from './assignees';
import { checkEscalationChain, type EscalationStep, targetsOf } from './escalation-chain';

/** What counts for groups that have nothing of their own. */
export interface TenantSettings {
  /** Null for Monday to Friday, 9 to 17 UTC. */
  calendarKey: string | null;
  /** Null to tell the supervisors. */
  escalationChain: EscalationStep[] | null;
}

@Injectable()
export class TenantSettingsService {
  constructor(private readonly database: TenantDatabase) {}

  async get(ctx: TenantContext): Promise<TenantSettings> {
    requireScope(ctx, 'directory:read');
    const [settings] = await this.database.run(ctx, (em) =>
      queryRows<TenantSettings>(
        em,
        `SELECT calendar_key AS "calendarKey", settings -> 'escalationChain' AS "escalationChain" FROM tenants`,
      ),
    );
    if (settings === undefined) throw new Error(`The tenant ${ctx.tenantId} is gone`);
    return settings;
  }

  /**
   * @param chain null for none
   * @throws AdminOnlyError, InvalidEscalationChainError, UnknownUserError, UnknownGroupError
   */
  async setEscalationChain(ctx: TenantContext, chain: unknown): Promise<void> {
    requireAdmin(ctx);
    const checked = chain === null ? null : checkEscalationChain(chain);
    await this.database.run(ctx, async (em) => {
      await resolveAssignees(em, targetsOf(checked ?? []));
      await em.query(
        `UPDATE tenants SET settings = CASE WHEN $1::jsonb IS NULL THEN settings - 'escalationChain'
           ELSE settings || jsonb_build_object('escalationChain', $1::jsonb) END`,
        [checked === null ? null : JSON.stringify(checked)],
      );
    });
  }
}
