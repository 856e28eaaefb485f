import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

type Person = { kind: 'user' | 'service' | 'system'; id: string; displayName: string };

/** What a workflow is told when its task has ended: the argument of the signal `orkestra.taskClosed`. */
export interface TaskClosedMessage {
  taskId: string;
  outcome: 'completed' | 'approved' | 'rejected' | 'cancelled' | 'expired';
  data?: Record<string, unknown>;
  /** The data is too large for a signal; the workflow reads it by the activity `readTaskResult`. */
  omitted?: true;
  completedBy?: Person;
  /** ISO 8601. */
  completedAt: string;
  reason?: string;
  /** Of approvals: every vote on the payload that was decided. */
  votes?: { vote: 'approved' | 'rejected'; reason?: string; by: Person; at: string }[];
  /** Of approvals: the version that was decided, where it is not the one that the task was created with. */
  payload?: unknown;
}

const LARGEST_SIGNAL = 64 * 1024;

interface ClosedRow {
  outcome: TaskClosedMessage['outcome'] | null;
  reason: string | null;
  approval: boolean;
  closedAt: Date;
  data: Record<string, unknown> | null;
  /** Null or `{ body }`, as the body may itself be null. */
  payload: { body: unknown } | null;
  decisions: DecisionRow[] | null;
}

interface DecisionRow {
  vote: 'completed' | 'approved' | 'rejected';
  reason: string | null;
  by: Person;
  at: string;
}

/** How the task ended, with its data whatever the size; null while it is open or where there is none such. */
export async function readClosed(
  em: EntityManager,
  tenantId: string,
  taskId: string,
): Promise<TaskClosedMessage | null> {
  const [row] = await queryRows<ClosedRow>(
    em,
    `SELECT t.outcome, t.outcome_reason AS reason, t.approval, t.closed_at AS "closedAt", p.body AS data,
            (SELECT json_build_object('body', a.body) FROM task_payloads a
             WHERE a.tenant_id = t.tenant_id AND a.task_id = t.id AND a.kind = 'approval' AND t.round > 1) AS payload,
            (SELECT json_agg(json_build_object('vote', d.vote, 'reason', d.reason, 'at', d.decided_at, 'by',
               json_build_object('kind', d.voter_kind, 'id', d.voter_id, 'displayName', d.voter_name))
               ORDER BY d.decided_at, d.voter_id)
             FROM task_decisions d
             WHERE d.tenant_id = t.tenant_id AND d.task_id = t.id AND d.round = t.round
               AND d.vote <> 'changes_requested') AS decisions
     FROM tasks t
     LEFT JOIN task_payloads p ON p.tenant_id = t.tenant_id AND p.task_id = t.id AND p.kind = 'result'
     WHERE t.tenant_id = $1 AND t.id = $2 AND t.closed_at IS NOT NULL`,
    [tenantId, taskId],
  );
  if (row?.outcome == null) return null;
  const { outcome, reason, data, payload, decisions } = row;
  const isDecided = outcome !== 'cancelled' && outcome !== 'expired';
  // Votes that came before somebody cancelled the task decided nothing.
  const last = isDecided ? decisions?.at(-1) : undefined;
  return {
    taskId,
    outcome,
    completedAt: row.closedAt.toISOString(),
    ...(data === null ? {} : { data }),
    ...(reason === null ? {} : { reason }),
    ...(last === undefined ? {} : { completedBy: last.by }),
    ...(row.approval && decisions !== null ? { votes: decisions.flatMap(toVote) } : {}),
    ...(payload === null || !isDecided ? {} : { payload: payload.body }),
  };
}

/** The message without what would be too large for a signal. */
export function fitForSignal(message: TaskClosedMessage): TaskClosedMessage {
  const { data, votes, payload, ...rest } = message;
  if (JSON.stringify({ data, votes, payload }).length <= LARGEST_SIGNAL) return message;
  return { ...rest, omitted: true };
}

function toVote({ vote, reason, by, at }: DecisionRow): NonNullable<TaskClosedMessage['votes']> {
  if (vote === 'completed') return [];
  return [{ vote, by, at: new Date(at).toISOString(), ...(reason === null ? {} : { reason }) }];
}
