import { prepared, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { problemOf, type RecordedProblem, type WorkflowProblem } from './problem.words';

/** `lost`: Temporal does not know it any more, and it can be started again. */
export type ExecutionStatus =
  'starting' | 'running' | 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed_out' | 'lost';

/** One durable run of a workflow, as the use cases return it. */
export interface ExecutionView {
  /** The key: Temporal's workflow id without the tenant. */
  id: string;
  type: string;
  version: string | null;
  status: ExecutionStatus;
  input: unknown;
  result: unknown;
  error: { type: string; message: string } | null;
  /** What keeps it from going on; null when nothing does. */
  problem: WorkflowProblem | null;
  startedAt: Date;
  closedAt: Date | null;
  startedBy: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  /** Id of the person for whom it was started. */
  onBehalfOf: string | null;
  revision: number;
}

/** The row that `EXECUTION_COLUMNS` selects. */
export interface ExecutionRow extends Omit<ExecutionView, 'startedBy' | 'problem' | 'onBehalfOf'> {
  startedByKind: ExecutionView['startedBy']['kind'];
  startedById: string;
  startedByName: string;
  requestDigest: Buffer;
  taskQueue: string;
  correlationId: string;
  /** The named person first, then the one for whom the key acts. */
  onBehalfOf: string[] | null;
  unpolledSince: Date | null;
  problem: RecordedProblem | null;
  problemDetail: string | null;
  problemSince: Date | null;
}

export const EXECUTION_COLUMNS = `
  key AS id, type, version, status, input, result, error, started_at AS "startedAt", closed_at AS "closedAt",
  started_by_kind AS "startedByKind", started_by_id AS "startedById", started_by_name AS "startedByName",
  revision, request_digest AS "requestDigest", task_queue AS "taskQueue", correlation_id AS "correlationId",
  on_behalf_of AS "onBehalfOf", problem, problem_detail AS "problemDetail", problem_since AS "problemSince",
  (SELECT q.unpolled_since FROM workflow_queues q WHERE q.name = workflow_executions.task_queue) AS "unpolledSince"`;

export function toExecutionView(row: ExecutionRow): ExecutionView {
  const { id, type, version, status, input, result, error, startedAt, closedAt, revision } = row;
  const startedBy = { kind: row.startedByKind, id: row.startedById, displayName: row.startedByName };
  const problem = problemOf(row);
  return {
    id,
    type,
    version,
    status,
    input,
    result,
    error,
    problem,
    startedAt,
    closedAt,
    startedBy,
    onBehalfOf: row.onBehalfOf?.[0] ?? null,
    revision,
  };
}

export async function readExecution(
  em: EntityManager,
  tenantId: string,
  key: string,
): Promise<ExecutionRow | undefined> {
  const [row] = await queryRows<ExecutionRow>(em, READ_EXECUTION, [tenantId, key]);
  return row;
}

const READ_EXECUTION = prepared(
  `SELECT ${EXECUTION_COLUMNS} FROM workflow_executions WHERE tenant_id = $1 AND key = $2`,
);
