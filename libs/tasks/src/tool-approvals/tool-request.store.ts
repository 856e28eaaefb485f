import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { StandingRuleHit } from './use-standing-rules.store';
import type { CheckedToolCall } from './tool-request.schema';
import { validityFrom } from './validity-from';
import { callDigest } from './tool-digests';

export interface NewToolRequest {
  id: string;
  requestKey: string;
  requestDigest: Buffer;
  /** Id of the person for whom the calls would be made. */
  onBehalfOf: string | null;
  at: Date;
}

/** False when the key has asked before; whoever asked at the same time has committed by then. */
export async function insertRequest(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { id, requestKey, requestDigest, onBehalfOf, at }: NewToolRequest,
): Promise<boolean> {
  const rows = await queryRows(
    em,
    `INSERT INTO tool_requests (tenant_id, id, request_key, request_digest, agent_kind, agent_id, agent_name, created_at,
                                on_behalf_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tenantId,
      id,
      requestKey,
      requestDigest,
      principal.kind,
      principal.id,
      principal.displayName,
      at,
      onBehalfOf,
    ],
  );
  return rows.length > 0;
}

/** The request that the principal has made with this key. */
export async function requestOfKey(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  requestKey: string,
): Promise<{ id: string; requestDigest: Buffer } | undefined> {
  const [row] = await queryRows<{ id: string; requestDigest: Buffer }>(
    em,
    `SELECT id, request_digest AS "requestDigest" FROM tool_requests
     WHERE tenant_id = $1 AND agent_kind = $2 AND agent_id = $3 AND request_key = $4`,
    [tenantId, principal.kind, principal.id, requestKey],
  );
  return row;
}

/** Writes the calls of a request; what a rule covers is allowed from the start. */
export async function insertCalls(
  em: EntityManager,
  { tenantId }: TenantContext,
  requestId: string,
  calls: readonly CheckedToolCall[],
  covered: ReadonlyMap<string, StandingRuleHit>,
  at: Date,
): Promise<void> {
  const rows = calls.map((call, position) => {
    const rule = covered.get(call.callId);
    return {
      position,
      call_id: call.callId,
      tool: call.tool,
      digest: callDigest(call).toString('hex'),
      risk: call.risk,
      similar_by: call.similarBy,
      arguments: call.arguments,
      reason: call.reason ?? null,
      verdict: rule === undefined ? 'pending' : 'allowed',
      rule_id: rule?.id ?? null,
      granter_id: rule?.grantedBy.id ?? null,
      granter_name: rule?.grantedBy.displayName ?? null,
      valid_until: rule === undefined ? null : validityFrom(at, rule.endsAt),
      self_approval: rule?.flagged ?? false,
    };
  });
  await em.query(
    `WITH given AS (
       SELECT * FROM json_to_recordset($3::json) AS g (position smallint, call_id text, tool text, digest text,
         risk text, similar_by text[], arguments json, reason text, verdict text, rule_id uuid, granter_id text,
         granter_name text, valid_until timestamptz, self_approval boolean)
     ), calls AS (
       INSERT INTO tool_calls (tenant_id, request_id, position, call_id, tool, digest, risk, similar_by, verdict,
                               rule_id, decided_by_kind, decided_by_id, decided_by_name, decided_at, valid_until,
                               self_approval)
       SELECT $1::uuid, $2::uuid, position, call_id, tool, decode(digest, 'hex'), risk, similar_by, verdict, rule_id,
              CASE WHEN rule_id IS NOT NULL THEN 'user' END, granter_id, granter_name,
              CASE WHEN rule_id IS NOT NULL THEN $4::timestamptz END, valid_until, self_approval
       FROM given
     )
     INSERT INTO tool_call_payloads (tenant_id, request_id, call_id, arguments, reason)
     SELECT $1::uuid, $2::uuid, call_id, arguments, reason FROM given`,
    [tenantId, requestId, JSON.stringify(rows), at],
  );
}

/** Ties the request to the task that asks people, and to the digest of what they are asked. */
export async function setTask(
  em: EntityManager,
  { tenantId }: TenantContext,
  requestId: string,
  taskId: string,
  digest: Buffer,
): Promise<void> {
  await em.query('UPDATE tool_requests SET task_id = $3, digest = $4 WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    requestId,
    taskId,
    digest,
  ]);
}

export interface DecidedCall {
  callId: string;
  verdict: 'allowed' | 'denied';
  message: string | null;
}

/** Writes what a person decided. Only what is still pending changes. */
export async function decideCalls(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  requestId: string,
  decided: readonly DecidedCall[],
  { at, validUntil, flagged }: { at: Date; validUntil: Date; flagged: boolean },
): Promise<void> {
  await em.query(
    `WITH given AS (
       SELECT * FROM json_to_recordset($3::json) AS g ("callId" text, verdict text, message text)
     ), calls AS (
       UPDATE tool_calls c SET verdict = g.verdict, decided_by_kind = $4, decided_by_id = $5, decided_by_name = $6,
              decided_at = $7, valid_until = CASE WHEN g.verdict = 'allowed' THEN $8::timestamptz END,
              self_approval = $9
       FROM given g
       WHERE c.tenant_id = $1 AND c.request_id = $2 AND c.call_id = g."callId" AND c.verdict = 'pending'
       RETURNING c.call_id
     )
     UPDATE tool_call_payloads p SET message = g.message FROM given g JOIN calls ON calls.call_id = g."callId"
     WHERE p.tenant_id = $1 AND p.request_id = $2 AND p.call_id = g."callId" AND g.message IS NOT NULL`,
    [
      ...[tenantId, requestId, JSON.stringify(decided), principal.kind, principal.id, principal.displayName],
      ...[at, validUntil, flagged],
    ],
  );
}
