import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';
import type { ReceiptPrincipal } from './decision-statement';

export interface DecidedParts {
  /** Hexadecimal digests; null for what the task does not have. */
  form: string | null;
  context: string | null;
  approval: string | null;
  toolCalls: string | null;
  result: string | null;
}

export interface DecisionRow {
  by: ReceiptPrincipal;
  role: string | null;
  onBehalfOf: string | null;
  channel: string;
  vote: string;
  seenAt: Date | null;
  shown: string | null;
  decidedAt: Date;
  payload: string | null;
  result: string | null;
  validUntil: Date | null;
  selfApproval: boolean;
}

export interface ToolCallRow {
  callId: string;
  sha256: string;
  verdict: string;
  decidedBy: ReceiptPrincipal | null;
  decidedAt: Date | null;
  ruleId: string | null;
  validUntil: Date | null;
}

type Key = Pick<TaskView, 'tenantId' | 'id'>;

/** What the task showed when it ended, and the answer. */
export async function readDecidedParts(em: EntityManager, { tenantId, id }: Key): Promise<DecidedParts> {
  const [row] = await queryRows<DecidedParts>(
    em,
    `SELECT max(encode(digest, 'hex')) FILTER (WHERE kind = 'form') AS form,
            max(encode(digest, 'hex')) FILTER (WHERE kind = 'context') AS context,
            max(encode(digest, 'hex')) FILTER (WHERE kind = 'approval') AS approval,
            max(encode(digest, 'hex')) FILTER (WHERE kind = 'result') AS result,
            (SELECT encode(q.digest, 'hex') FROM tool_requests q WHERE q.tenant_id = $1 AND q.task_id = $2) AS "toolCalls"
     FROM task_payloads WHERE tenant_id = $1 AND task_id = $2`,
    [tenantId, id],
  );
  if (row === undefined) throw new Error(`Task ${id} has no payloads`);
  return row;
}

/** The decisions of the round in which the task ended, the first first. */
export async function readDecisions(
  em: EntityManager,
  { tenantId, id, round }: Key & Pick<TaskView, 'round'>,
): Promise<DecisionRow[]> {
  return queryRows<DecisionRow>(
    em,
    `SELECT json_build_object('kind', voter_kind, 'id', voter_id) AS by, evidence ->> 'role' AS role,
            evidence ->> 'onBehalfOf' AS "onBehalfOf", channel, vote, seen_at AS "seenAt",
            encode(shown_digest, 'hex') AS shown, decided_at AS "decidedAt",
            encode(payload_digest, 'hex') AS payload, encode(result_digest, 'hex') AS result,
            verdict_until AS "validUntil", self_approval AS "selfApproval"
     FROM task_decisions WHERE tenant_id = $1 AND task_id = $2 AND round = $3
     ORDER BY decided_at, voter_id LIMIT 500`,
    [tenantId, id, round],
  );
}

/** Of a task that decides an agent's tool calls, in the agent's order. */
export async function readToolCalls(em: EntityManager, { tenantId, id }: Key): Promise<ToolCallRow[]> {
  return queryRows<ToolCallRow>(
    em,
    `SELECT c.call_id AS "callId", encode(c.digest, 'hex') AS sha256, c.verdict,
            CASE WHEN c.decided_by_id IS NOT NULL THEN
              json_build_object('kind', c.decided_by_kind, 'id', c.decided_by_id) END AS "decidedBy",
            c.decided_at AS "decidedAt", c.rule_id AS "ruleId", c.valid_until AS "validUntil"
     FROM tool_requests q JOIN tool_calls c ON c.tenant_id = q.tenant_id AND c.request_id = q.id
     WHERE q.tenant_id = $1 AND q.task_id = $2 ORDER BY c.position`,
    [tenantId, id],
  );
}
