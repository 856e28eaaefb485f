import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  toPage,
  type Reader,
} from '@orkestra/core';
import { seesEverything, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import {
  RULE_COLUMNS,
  RULES,
  type StandingRuleRow,
  type StandingRuleUse,
  type StandingRuleView,
  toRuleView,
} from './standing-rule-view';

export interface StandingRuleFilter {
  /** Id of the service principal that they are granted to. */
  agentId?: string | undefined;
  tool?: string | undefined;
  /** Those that were revoked or have expired, in place of those that hold. */
  ended?: boolean | undefined;
}

/**
 * Who sees a rule of `standing_rules r`: agents see their own, people what they granted, supervisors what their groups
 * were asked about.
 */
const VISIBLE = `(r.agent_id = $2 OR r.granted_by_id::text = $2 OR $3 OR r.group_ids && $4::uuid[])`;

/** Those of the rules that the principal may see. */
export async function findRules(
  em: EntityManager | Reader,
  ctx: TenantContext,
  ruleIds: readonly string[],
): Promise<StandingRuleView[]> {
  const rows = await queryRows<StandingRuleRow>(
    em,
    `SELECT ${RULE_COLUMNS} FROM ${RULES} WHERE r.tenant_id = $1 AND ${VISIBLE} AND r.id = ANY($5::uuid[])`,
    [...viewer(ctx), ruleIds.filter(isUuid)],
  );
  return rows.map(toRuleView);
}

/** One page of the rules that the principal may see, those that hold the longest first. */
export async function listRules(
  em: EntityManager | Reader,
  ctx: TenantContext,
  { agentId, tool, ended = false }: StandingRuleFilter,
  request: PageRequest,
  now: Date,
): Promise<Page<StandingRuleView>> {
  const size = pageSize(request);
  const [expiry, id] = afterOf(request);
  const holds = 'r.revoked_at IS NULL AND r.expires_at > $5';
  const rows = await queryRows<StandingRuleRow>(
    em,
    `SELECT ${RULE_COLUMNS} FROM ${RULES}
     WHERE r.tenant_id = $1 AND ${ended ? `NOT (${holds})` : holds} AND ${VISIBLE}
       AND ($6::text IS NULL OR r.agent_id = $6) AND ($7::text IS NULL OR r.tool = $7)
       AND ($8::timestamptz IS NULL OR (r.expires_at, r.id) < ($8, $9::uuid))
     ORDER BY r.expires_at DESC, r.id DESC LIMIT $10`,
    [...viewer(ctx), now, agentId ?? null, tool ?? null, expiry, id, size + 1],
  );
  return toPage(rows, size, toRuleView, ({ expiresAt, id: last }) => [expiresAt.toISOString(), last]);
}

/** The calls that a rule allowed, the newest first. */
export async function listUses(
  em: EntityManager,
  { tenantId }: TenantContext,
  ruleId: string,
  request: PageRequest,
): Promise<Page<StandingRuleUse>> {
  const size = pageSize(request);
  const [after, position] = request.after ? decodeCursor(request.after, 2) : [null, null];
  if (after !== null && !(isUuid(after) && Number.isInteger(position))) throw new InvalidCursorError();
  const rows = await queryRows<StandingRuleUse & { position: number }>(
    em,
    `SELECT request_id AS "requestId", call_id AS "callId", encode(digest, 'hex') AS digest,
            decided_at AS "usedAt", position
     FROM tool_calls
     WHERE tenant_id = $1 AND rule_id = $2
       AND ($3::uuid IS NULL OR (request_id, position) < ($3, $4::smallint))
     ORDER BY request_id DESC, position DESC LIMIT $5`,
    [tenantId, ruleId, after, position, size + 1],
  );
  const item = ({ position: _, ...use }: StandingRuleUse & { position: number }) => use;
  return toPage(rows, size, item, ({ requestId, position: last }) => [requestId, last]);
}

/** The parameters of `VISIBLE`. */
function viewer(ctx: TenantContext): unknown[] {
  const groups = ctx.principal.groups.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
  return [ctx.tenantId, ctx.principal.id, seesEverything(ctx), groups];
}

function afterOf({ after }: PageRequest): [string | null, string | null] {
  if (!after) return [null, null];
  const [expiry, id] = decodeCursor(after, 2);
  if (typeof expiry !== 'string' || Number.isNaN(Date.parse(expiry)) || !isUuid(id)) {
    throw new InvalidCursorError();
  }
  return [expiry, id];
}
