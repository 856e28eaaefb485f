import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** What a workflow is told when its task has ended: the argument of the signal `orkestra.taskClosed`. */
export interface TaskClosedMessage {
  taskId: string;
  outcome: 'completed' | 'cancelled' | 'expired';
  data?: Record<string, unknown>;
  /** The data is too large for a signal; the workflow reads it by the activity `readTaskResult`. */
  omitted?: true;
  completedBy?: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  /** ISO 8601. */
  completedAt: string;
  reason?: string;
}

const LARGEST_SIGNAL = 64 * 1024;

interface ClosedRow {
  outcome: TaskClosedMessage['outcome'] | null;
  reason: string | null;
  closedAt: Date;
  data: Record<string, unknown> | null;
  voterKind: 'user' | 'service' | 'system' | null;
  voterId: string;
  voterName: string;
}

/** How the task ended, with its data whatever the size; null while it is open or where there is none such. */
export async function readClosed(
  em: EntityManager,
  tenantId: string,
  taskId: string,
): Promise<TaskClosedMessage | null> {
  const [row] = await queryRows<ClosedRow>(
    em,
    `SELECT t.outcome, t.outcome_reason AS reason, t.closed_at AS "closedAt", p.body AS data,
            d.voter_kind AS "voterKind", d.voter_id AS "voterId", d.voter_name AS "voterName"
     FROM tasks t
     LEFT JOIN task_payloads p ON p.tenant_id = t.tenant_id AND p.task_id = t.id AND p.kind = 'result'
     LEFT JOIN LATERAL (
       SELECT * FROM task_decisions d WHERE d.tenant_id = t.tenant_id AND d.task_id = t.id
       ORDER BY d.decided_at DESC LIMIT 1) d ON true
     WHERE t.tenant_id = $1 AND t.id = $2 AND t.closed_at IS NOT NULL`,
    [tenantId, taskId],
  );
  if (row?.outcome == null) return null;
  return {
    taskId,
    outcome: row.outcome,
    completedAt: row.closedAt.toISOString(),
    ...(row.data === null ? {} : { data: row.data }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.voterKind === null
      ? {}
      : { completedBy: { kind: row.voterKind, id: row.voterId, displayName: row.voterName } }),
  };
}

/** The message without data that would be too large for a signal. */
export function fitForSignal(message: TaskClosedMessage): TaskClosedMessage {
  if (message.data === undefined || JSON.stringify(message.data).length <= LARGEST_SIGNAL) return message;
  const { data: _, ...rest } = message;
  return { ...rest, omitted: true };
}
