import { queryRows, type Reader } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TaskStatus } from '../task/task-status';
import type { ToolCallVerdict, ToolCallView, ToolRequestView } from './tool-request-view';

/** How the task of a request ended, if it did. */
interface Ending {
  status: TaskStatus | null;
  closedAt: Date | null;
  outcomeReason: string | null;
}

type VerdictRow = ToolCallVerdict & Ending & { taskId: string | null };
type CallRow = ToolCallView &
  Ending &
  Pick<ToolRequestView, 'taskId' | 'requestId' | 'agent'> & { requestDigest: string };

const VERDICT_COLUMNS = `
  q.task_id AS "taskId", t.status, t.closed_at AS "closedAt", t.outcome_reason AS "outcomeReason",
  c.call_id AS "callId", encode(c.digest, 'hex') AS digest, c.verdict, p.message, c.decided_at AS "decidedAt",
  c.rule_id AS "ruleId", c.valid_until AS "validUntil", c.self_approval AS "selfApproval",
  CASE WHEN c.decided_by_id IS NOT NULL THEN
    json_build_object('kind', c.decided_by_kind, 'id', c.decided_by_id, 'displayName', c.decided_by_name)
  END AS "decidedBy"`;

const CALLS = `
  tool_requests q
  JOIN tool_calls c ON c.tenant_id = q.tenant_id AND c.request_id = q.id
  JOIN tool_call_payloads p ON p.tenant_id = c.tenant_id AND p.request_id = c.request_id AND p.call_id = c.call_id
  LEFT JOIN tasks t ON t.tenant_id = q.tenant_id AND t.id = q.task_id`;

/** What became of the calls of a request that the principal has made; empty when it has not. */
export async function readVerdicts(
  em: EntityManager | Reader,
  { tenantId, principal }: { tenantId: string; principal: { kind: string; id: string } },
  requestId: string,
): Promise<{ taskId: string | null; calls: ToolCallVerdict[] }> {
  const rows = await queryRows<VerdictRow>(
    em,
    `SELECT ${VERDICT_COLUMNS} FROM ${CALLS}
     WHERE q.tenant_id = $1 AND q.id = $2 AND q.agent_kind = $3 AND q.agent_id = $4 ORDER BY c.position`,
    [tenantId, requestId, principal.kind, principal.id],
  );
  return { taskId: rows[0]?.taskId ?? null, calls: rows.map(toVerdict) };
}

/** What each of the tasks asks for, by the task's id; tasks that ask for no tool calls are left out. */
export async function readRequests(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, ToolRequestView>> {
  const rows = await queryRows<CallRow>(
    em,
    `SELECT ${VERDICT_COLUMNS}, q.id AS "requestId", encode(q.digest, 'hex') AS "requestDigest", c.tool, c.risk,
            c.similar_by AS "similarBy", p.arguments, p.reason, g.id AS "grantedRuleId",
            json_build_object('kind', q.agent_kind, 'id', q.agent_id, 'displayName', q.agent_name) AS agent
     FROM ${CALLS}
     LEFT JOIN standing_rules g
       ON g.tenant_id = c.tenant_id AND g.request_id = c.request_id AND g.call_id = c.call_id
     WHERE q.tenant_id = $1 AND q.task_id = ANY($2::uuid[]) ORDER BY q.task_id, c.position`,
    [tenantId, taskIds],
  );
  const found = new Map<string, ToolRequestView>();
  for (const row of rows) {
    const { requestId, taskId, agent, requestDigest: digest } = row;
    const request = found.get(taskId) ?? { requestId, taskId, agent, digest, calls: [] };
    const { tool, risk, similarBy, arguments: given, reason, grantedRuleId } = row;
    request.calls.push({
      ...toVerdict(row),
      tool,
      risk,
      similarBy,
      arguments: given,
      reason,
      grantedRuleId,
    });
    found.set(taskId, request);
  }
  return found;
}

/** A task that ended without a decision leaves nothing pending: what nobody allowed is denied. */
function toVerdict({
  callId,
  digest,
  verdict,
  message,
  decidedBy,
  decidedAt,
  ruleId,
  validUntil,
  selfApproval,
  ...ending
}: VerdictRow) {
  if (verdict !== 'pending' || ending.closedAt === null)
    return { callId, digest, verdict, message, decidedBy, decidedAt, ruleId, validUntil, selfApproval };
  return {
    callId,
    digest,
    verdict: 'denied' as const,
    message: undecided(ending),
    decidedBy: null,
    decidedAt: ending.closedAt,
    ruleId: null,
    validUntil: null,
    selfApproval: false,
  };
}

function undecided({ status, outcomeReason }: Ending): string {
  if (status === 'EXPIRED') return 'Nobody decided in time: the request has expired.';
  return `The request was cancelled before anybody decided${outcomeReason === null ? '.' : `: ${outcomeReason}`}`;
}
