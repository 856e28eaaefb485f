import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { resolveAssignees } from './assignees.queries';
import { InvalidTenantSettingError } from './directory.errors';
import { checkEscalationChain, targetsOf } from './escalation-chain.schema';
import type { EscalationStep } from './escalation-step.schema';
import { readSelfApproval, SELF_APPROVAL_POLICIES, type SelfApprovalPolicy } from './self-approval';

/** What counts for groups that have nothing of their own. */
export interface TenantSettings {
  /** Null for Monday to Friday, 9 to 17 UTC. */
  calendarKey: string | null;
  /** Null to tell the supervisors. */
  escalationChain: EscalationStep[] | null;
  /** After this a task expires that says nothing itself; null for 30 days. */
  timeToLiveMs: number | null;
  /** Whether people may decide what they have asked for, or what was asked for them. */
  selfApproval: SelfApprovalPolicy;
}

const SHORTEST_LIFE_MS = 60_000;
const LONGEST_LIFE_MS = 5 * 365 * 24 * 3_600_000;

@Injectable()
export class TenantSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
  ) {}

  async get(ctx: TenantContext): Promise<TenantSettings> {
    requireScope(ctx, 'directory:read');
    const [settings] = await this.database.query<TenantSettings>(
      ctx,
      `SELECT calendar_key AS "calendarKey", settings -> 'escalationChain' AS "escalationChain",
           (settings ->> 'timeToLiveMs')::float8 AS "timeToLiveMs",
           coalesce(settings ->> 'selfApproval', 'forbid') AS "selfApproval" FROM tenants`,
    );
    if (settings === undefined) throw new Error(`The tenant ${ctx.tenantId} is gone`);
    return settings;
  }

  /**
   * Counts for tasks that are created from now on.
   * @param milliseconds a minute to five years; null for 30 days
   * @throws RoleForbidsError, PeopleOnlyError, InvalidTenantSettingError
   */
  async setTimeToLive(ctx: TenantContext, milliseconds: number | null): Promise<void> {
    requireScope(ctx, 'settings:write');
    if (milliseconds !== null && !isLife(milliseconds)) {
      throw new InvalidTenantSettingError(
        '/milliseconds',
        'must be at least a minute and at most five years',
      );
    }
    await this.database.run(ctx, (em) =>
      em.query(
        `UPDATE tenants SET settings = CASE WHEN $1::bigint IS NULL THEN settings - 'timeToLiveMs'
           ELSE settings || jsonb_build_object('timeToLiveMs', $1::bigint) END`,
        [milliseconds],
      ),
    );
  }

  /**
   * @param chain null for none
   * @throws RoleForbidsError, PeopleOnlyError, InvalidEscalationChainError, UnknownUserError, UnknownGroupError
   */
  async setEscalationChain(ctx: TenantContext, chain: unknown): Promise<void> {
    requireScope(ctx, 'settings:write');
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

  /**
   * Counts for every open task at once, also for those that were created before.
   * @throws RoleForbidsError, InvalidTenantSettingError
   */
  async setSelfApproval(ctx: TenantContext, policy: SelfApprovalPolicy): Promise<void> {
    requireScope(ctx, 'settings:write');
    if (!SELF_APPROVAL_POLICIES.includes(policy))
      throw new InvalidTenantSettingError('/policy', `must be one of ${SELF_APPROVAL_POLICIES.join(', ')}`);
    await this.database.run(ctx, async (em) => {
      await em.query('SELECT FROM tenants WHERE id = $1 FOR NO KEY UPDATE', [ctx.tenantId]);
      const before = await readSelfApproval(em, ctx.tenantId);
      if (before === policy) return;
      await em.query(
        `UPDATE tenants SET settings = settings || jsonb_build_object('selfApproval', $1::text)`,
        [policy],
      );
      await this.audit.record(em, ctx, {
        action: 'settings.self_approval_changed',
        target: { kind: 'tenant', id: ctx.tenantId },
        details: { before, after: policy },
      });
    });
  }
}

function isLife(milliseconds: number): boolean {
  return (
    Number.isInteger(milliseconds) && milliseconds >= SHORTEST_LIFE_MS && milliseconds <= LONGEST_LIFE_MS
  );
}
