import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { OutboxKind } from './outbox.service';

/** A delivery that was given up after many failures: a workflow does not know what became of its task. */
export interface DeadLetterView {
  id: string;
  tenantId: string;
  taskId: string;
  kind: OutboxKind;
  workflowId: string;
  correlationId: string;
  /** Failures since it was written, or last revived. */
  attempts: number;
  /** How often it was revived by itself. */
  replays: number;
  lastError: string | null;
  createdAt: Date;
}

export interface DeadLetterFilter {
  tenantId?: string | undefined;
  /** Id of the last one of the page before. */
  after?: string | null | undefined;
}

const COLUMNS = `id, tenant_id AS "tenantId", task_id AS "taskId", kind, workflow_id AS "workflowId",
  correlation_id AS "correlationId", attempts, replays, last_error AS "lastError", created_at AS "createdAt"`;

/** Those that the role of the transaction sees, oldest first. */
export async function listDead(
  em: EntityManager,
  { tenantId, after }: DeadLetterFilter,
  limit: number,
): Promise<DeadLetterView[]> {
  return queryRows<DeadLetterView>(
    em,
    `SELECT ${COLUMNS} FROM outbox
     WHERE status = 'dead' AND ($1::uuid IS NULL OR tenant_id = $1) AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [tenantId ?? null, after ?? null, limit],
  );
}

/** Those of the ids that name a dead letter. */
export async function findDead(em: EntityManager, ids: readonly string[]): Promise<DeadLetterView[]> {
  return queryRows<DeadLetterView>(
    em,
    `SELECT ${COLUMNS} FROM outbox WHERE status = 'dead' AND id = ANY($1::uuid[]) ORDER BY id`,
    [ids.filter(isUuid)],
  );
}
