import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Requesters } from '../creation/read-requesters';
import { barredRequesters } from '../task/self-approval';
import { coversRisk, type Risk } from './risk';
import { similarityDigest } from './tool-digests';
import type { CheckedToolCall } from './tool-request.schema';
import type { ToolPerson } from './tool-request-view';

/** A rule that covers a call. */
export interface StandingRuleHit {
  id: string;
  grantedBy: ToolPerson;
  endsAt: Date;
  /** Whoever granted it has asked for this very call, in a tenant that lets it pass and says so. */
  flagged: boolean;
}

interface RuleRow {
  id: string;
  tool: string;
  digest: string;
  risk: Risk;
  grantedBy: ToolPerson;
  endsAt: Date;
}

const ACTIVE = `tenant_id = $1 AND agent_id = $2 AND revoked_at IS NULL AND expires_at > $3`;

/**
 * Which calls the principal's standing rules cover, each by the oldest that does, and counts the uses. A rule does not
 * cover what is asked for the person who granted it, unless the tenant lets them. The rules stay locked until the
 * transaction ends: a revocation comes either before this or after it.
 */
export async function useStandingRules(
  em: EntityManager,
  ctx: TenantContext,
  calls: readonly CheckedToolCall[],
  asked: Requesters,
  now: Date,
): Promise<Map<string, StandingRuleHit>> {
  const coverable = calls.filter(({ risk }) => risk !== 'critical');
  if (ctx.principal.kind !== 'service' || coverable.length === 0) return new Map();
  const rules = await rulesFor(em, ctx, coverable, barredRequesters(asked), now);
  const covered = new Map<string, StandingRuleHit>();
  for (const { call, digests } of rules.candidates) {
    const rule = rules.found.find(
      ({ tool, digest, risk }) => tool === call.tool && digests.has(digest) && coversRisk(risk, call.risk),
    );
    if (rule === undefined) continue;
    const { id, grantedBy, endsAt } = rule;
    const flagged = asked.selfApproval === 'warn' && asked.requesters.includes(grantedBy.id);
    covered.set(call.callId, { id, grantedBy, endsAt, flagged });
  }
  await countUses(em, ctx, [...covered.values()], now);
  return covered;
}

/** The rules that fit the calls but for their risk, and what each call would match by. */
async function rulesFor(
  em: EntityManager,
  ctx: TenantContext,
  calls: readonly CheckedToolCall[],
  barred: readonly string[],
  now: Date,
) {
  const owner = [ctx.tenantId, ctx.principal.id, now];
  const shapes = await queryRows<{ tool: string; names: string[] }>(
    em,
    `SELECT DISTINCT tool, argument_names AS names FROM standing_rules WHERE ${ACTIVE} AND tool = ANY($4::text[])`,
    [...owner, [...new Set(calls.map(({ tool }) => tool))]],
  );
  const candidates = calls.map((call) => ({
    call,
    digests: new Set(
      shapes
        .filter(({ tool }) => tool === call.tool)
        .map(({ names }) => similarityDigest(call.arguments, names).toString('hex')),
    ),
  }));
  const wanted = candidates.flatMap(({ call: { tool }, digests }) =>
    [...digests].map((digest) => ({ tool, digest })),
  );
  if (wanted.length === 0) return { candidates, found: [] };
  // Rules are locked in one order, so that two requests never wait for each other.
  const found = await queryRows<RuleRow>(
    em,
    `SELECT id, tool, encode(arguments_digest, 'hex') AS digest, risk, expires_at AS "endsAt",
            json_build_object('kind', 'user', 'id', granted_by_id, 'displayName', granted_by_name) AS "grantedBy"
     FROM standing_rules
     WHERE ${ACTIVE} AND tool = ANY($4::text[])
       AND (tool, arguments_digest) IN (
         SELECT w.tool, decode(w.digest, 'hex') FROM json_to_recordset($5::json) AS w (tool text, digest text))
       AND NOT granted_by_id = ANY($6::uuid[])
     ORDER BY id FOR UPDATE`,
    [...owner, [...new Set(wanted.map(({ tool }) => tool))], JSON.stringify(wanted), barred],
  );
  return { candidates, found };
}

async function countUses(
  em: EntityManager,
  { tenantId }: TenantContext,
  uses: readonly StandingRuleHit[],
  now: Date,
): Promise<void> {
  if (uses.length === 0) return;
  await em.query(
    `UPDATE standing_rules r SET use_count = r.use_count + u.uses, last_used_at = $3
     FROM (SELECT id, count(*)::integer AS uses FROM unnest($2::uuid[]) AS used (id) GROUP BY id) u
     WHERE r.tenant_id = $1 AND r.id = u.id`,
    [tenantId, uses.map(({ id }) => id), now],
  );
}
