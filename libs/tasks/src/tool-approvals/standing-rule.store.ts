import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { distinctNames, similarityDigest } from './tool-digests';
import type { ToolCallView, ToolPerson } from './tool-request-view';

export interface NewStandingRule {
  id: string;
  agent: ToolPerson;
  call: ToolCallView;
  taskId: string;
  /** The groups that were asked. */
  groupIds: readonly string[];
  /** The names of the arguments that must stay the same. */
  by: readonly string[];
  until: Date;
}

/** Writes what the principal grants with a decision. */
export async function insertRules(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  requestId: string,
  rules: readonly NewStandingRule[],
  at: Date,
): Promise<void> {
  if (rules.length === 0) return;
  const rows = rules.map(({ id, agent, call, taskId, groupIds, by, until }) => ({
    id,
    agent_id: agent.id,
    agent_name: agent.displayName,
    tool: call.tool,
    argument_names: distinctNames(by),
    digest: similarityDigest(call.arguments, by).toString('hex'),
    risk: call.risk,
    task_id: taskId,
    call_id: call.callId,
    group_ids: groupIds,
    expires_at: until,
  }));
  await em.query(
    `INSERT INTO standing_rules (tenant_id, request_id, granted_by_id, granted_by_name, granted_at, id, agent_id,
       agent_name, tool, argument_names, arguments_digest, risk, task_id, call_id, expires_at,
       group_ids)
     SELECT $1, $2, $3, $4, $5, id, agent_id, agent_name, tool, argument_names, decode(digest, 'hex'), risk, task_id,
            call_id, expires_at, group_ids
     FROM json_to_recordset($6::json) AS g (id uuid, agent_id text, agent_name text, tool text, argument_names text[],
       digest text, risk text, task_id uuid, call_id text, expires_at timestamptz, group_ids uuid[])`,
    [tenantId, requestId, principal.id, principal.displayName, at, JSON.stringify(rows)],
  );
}

/** How many rules an agent has that still hold, counted up to `limit`. */
export async function countActiveRules(
  em: EntityManager,
  { tenantId }: TenantContext,
  agentId: string,
  now: Date,
  limit: number,
): Promise<number> {
  const rows = await queryRows(
    em,
    `SELECT FROM standing_rules
     WHERE tenant_id = $1 AND agent_id = $2 AND revoked_at IS NULL AND expires_at > $3 LIMIT $4`,
    [tenantId, agentId, now, limit],
  );
  return rows.length;
}

/**
 * Ends the rule and every other one that allows the agent the very same, so that the next such call is asked about.
 * Answers with those that it ended.
 */
export async function endRules(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  ruleId: string,
  at: Date,
): Promise<{ id: string; taskId: string }[]> {
  return queryRows<{ id: string; taskId: string }>(
    em,
    `UPDATE standing_rules r SET revoked_at = $3, revoked_by_id = $4, revoked_by_name = $5
     FROM standing_rules named
     WHERE named.tenant_id = $1 AND named.id = $2 AND r.tenant_id = $1 AND r.agent_id = named.agent_id
       AND r.tool = named.tool AND r.arguments_digest = named.arguments_digest
       AND r.revoked_at IS NULL AND r.expires_at > $3
     RETURNING r.id, r.task_id AS "taskId"`,
    [tenantId, ruleId, at, principal.id, principal.displayName],
  );
}

/** How many rules that a person granted still hold. */
export async function countRulesOf(
  em: EntityManager,
  { tenantId }: TenantContext,
  personId: string,
  now: Date,
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    em,
    `SELECT count(*)::int AS count FROM standing_rules
     WHERE tenant_id = $1 AND granted_by_id = $2 AND revoked_at IS NULL AND expires_at > $3`,
    [tenantId, personId, now],
  );
  return row?.count ?? 0;
}

/** Ends all that a person granted. Where no person does it, they stand for it themselves. */
export async function endRulesOf(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  personId: string,
  at: Date,
): Promise<{ id: string; taskId: string }[]> {
  return queryRows<{ id: string; taskId: string }>(
    em,
    `UPDATE standing_rules SET revoked_at = $3, revoked_by_id = coalesce($4::uuid, granted_by_id),
       revoked_by_name = coalesce($5, granted_by_name)
     WHERE tenant_id = $1 AND granted_by_id = $2 AND revoked_at IS NULL AND expires_at > $3
     RETURNING id, task_id AS "taskId"`,
    [
      tenantId,
      personId,
      at,
      ...(principal.kind === 'user' ? [principal.id, principal.displayName] : [null, null]),
    ],
  );
}
