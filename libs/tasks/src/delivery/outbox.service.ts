import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId, Ids, prepared, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { Subject } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { fitForSignal, readClosed, type TaskClosedMessage } from './task-closed.queries';
import type { TaskView } from '../task/task-view';
import { TaskSecrets } from '../secrets/task-secrets.service';

/** The task has ended; its timers have changed; the built-in workflow has to take over its timers. */
export type OutboxKind = 'task.closed' | 'task.changed' | 'task.timers';

type Addressed = Pick<TaskView, 'tenantId' | 'id'> & { workflowId: string };

/** Something committed that must still reach Temporal. */
export interface OutboxRow {
  id: string;
  tenantId: string;
  taskId: string;
  kind: OutboxKind;
  workflowId: string;
  correlationId: string;
  attempts: number;
  /** The workflow that is to be told made the change itself: it learns it from the answer. */
  toldByAnswer?: boolean;
}

/** A row with what it has to say; only `task.closed` has a message. */
export interface AppendedRow extends OutboxRow {
  message: TaskClosedMessage | null;
}

/** A row that has been ended, with the revision that its task has now. */
export interface SettledRow extends Pick<OutboxRow, 'tenantId' | 'taskId' | 'kind' | 'workflowId'> {
  revision: number | null;
  /** Whether somebody decided it, rather than that it was cancelled or expired. */
  decided: boolean;
}

/** How long the writer may try alone before the relay may take a row over. */
const WRITER_LEASE_MS = 2_000;
const OUTAGE_WAIT_MS = 1_000;
const MOST_ATTEMPTS = 20;
const LONGEST_BACKOFF_MS = 5 * 60_000;

const COLUMNS = `o.id, o.tenant_id AS "tenantId", o.task_id AS "taskId", o.kind,
  o.workflow_id AS "workflowId", o.correlation_id AS "correlationId", o.attempts`;

/** The columns that `outboxParameters` fills, in this order. */
export const OUTBOX_COLUMNS = 'id, kind, workflow_id, correlation_id, available_at, status, settled_at';

/** A new row's values. For two seconds it is leased to the process that writes it; then a relay may take it over. */
export function outboxParameters(
  { id, kind, workflowId, correlationId, toldByAnswer = false }: OutboxRow,
  now: Date,
): unknown[] {
  const settled = toldByAnswer ? ['delivered', now] : ['pending', null];
  return [id, kind, workflowId, correlationId, new Date(now.getTime() + WRITER_LEASE_MS), ...settled];
}

/** What has been decided and not yet been delivered; written in the transaction of the decision. */
@Injectable()
export class Outbox {
  /** Rows of this process right after their commit, for the fast path. */
  readonly appended = new Subject<AppendedRow>();

  constructor(
    private readonly database: SystemDatabase,
    private readonly tenantDatabase: TenantDatabase,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: TaskSecrets,
  ) {}

  /** A row that says nothing yet but its kind and its task; whoever writes it emits it on `appended` after the commit. */
  rowOf(task: Addressed, kind: OutboxKind): AppendedRow {
    const { tenantId, id: taskId, workflowId } = task;
    const correlationId = currentCorrelationId();
    return {
      id: this.ids.next(),
      tenantId,
      taskId,
      kind,
      workflowId,
      correlationId,
      attempts: 0,
      message: null,
    };
  }

  /** Adds the message of a `task.closed` row: how the task has ended, read where the caller does not know it. */
  async withMessage(
    em: EntityManager,
    row: AppendedRow,
    known: TaskClosedMessage | undefined,
  ): Promise<AppendedRow> {
    const message =
      known ??
      (await this.secrets.restored(em, row.tenantId, await readClosed(em, row.tenantId, row.taskId)));
    return { ...row, message: message && fitForSignal(message) };
  }

  /** Writes the row that tells a task's workflow how the task has ended. */
  async appendClosed(em: EntityManager, task: Addressed): Promise<AppendedRow> {
    return this.withMessage(em, await this.append(em, task, 'task.closed'), undefined);
  }

  /** Writes a row that carries nothing but its kind and its task. */
  async append(em: EntityManager, task: Addressed, kind: OutboxKind): Promise<AppendedRow> {
    const row = this.rowOf(task, kind);
    await em.query(
      `INSERT INTO outbox (tenant_id, task_id, created_at, ${OUTBOX_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [row.tenantId, row.taskId, this.clock.now(), ...outboxParameters(row, this.clock.now())],
    );
    return row;
  }

  /**
   * Leases due rows to the caller. Several relays may call at once: each row goes to one of them, and a row
   * whose task still has an earlier one pending waits for its turn.
   */
  async claimDue(limit: number, leaseMs: number): Promise<OutboxRow[]> {
    const now = this.clock.now();
    return this.database.query<OutboxRow>(
      `UPDATE outbox o SET available_at = $1, attempts = o.attempts + 1
       FROM (
         SELECT due.id FROM outbox due
         WHERE due.status = 'pending' AND due.available_at <= $2
           AND NOT EXISTS (
             SELECT FROM outbox earlier
             WHERE earlier.tenant_id = due.tenant_id AND earlier.task_id = due.task_id
               AND earlier.id < due.id AND earlier.status = 'pending')
         ORDER BY due.available_at, due.id LIMIT $3 FOR UPDATE SKIP LOCKED
       ) due
       WHERE o.id = due.id RETURNING ${COLUMNS}`,
      [new Date(now.getTime() + leaseMs), now, limit],
    );
  }

  /** What a row has to say, read again from the task; null for other kinds than `task.closed`. */
  async message(row: OutboxRow): Promise<TaskClosedMessage | null> {
    if (row.kind !== 'task.closed') return null;
    const message = await this.tenantDatabase.run(row, async (em) =>
      this.secrets.restored(em, row.tenantId, await readClosed(em, row.tenantId, row.taskId)),
    );
    return message && fitForSignal(message);
  }

  /** Ends rows: `delivered`, or `moot` where the workflow is gone and nobody is left to tell. Answers which it ended. */
  async settle(ids: readonly string[], status: 'delivered' | 'moot'): Promise<SettledRow[]> {
    return this.database.query<SettledRow>(SETTLE, [ids, status, this.clock.now()]);
  }

  /** Puts a row off for what is no fault of the row, such as an outage, so that it does not count as an attempt. */
  async defer(row: OutboxRow, error: string, waitMs = OUTAGE_WAIT_MS): Promise<void> {
    await this.database.query(
      `UPDATE outbox SET available_at = $2, last_error = $3, attempts = greatest(attempts - 1, 0)
       WHERE id = $1 AND status = 'pending'`,
      [row.id, new Date(this.clock.now().getTime() + waitMs), error.slice(0, 1_000)],
    );
  }

  /** Puts a row off after a failure, ever longer; after many failures it is dead until somebody replays it. */
  async fail(row: OutboxRow, error: string): Promise<void> {
    const backoff = Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** row.attempts) * (0.75 + Math.random() / 2);
    await this.database.query(
      `UPDATE outbox SET available_at = $2, last_error = $3, attempts = greatest(attempts, $4),
              status = CASE WHEN $4 >= ${MOST_ATTEMPTS} THEN 'dead' ELSE status END
       WHERE id = $1 AND status = 'pending'`,
      [
        row.id,
        new Date(this.clock.now().getTime() + backoff),
        error.slice(0, 1_000),
        Math.max(1, row.attempts),
      ],
    );
  }
}

const SETTLE = prepared(`
  UPDATE outbox o SET status = $2, settled_at = $3 WHERE o.id = ANY($1::uuid[]) AND o.status = 'pending'
  RETURNING o.tenant_id AS "tenantId", o.task_id AS "taskId", o.kind, o.workflow_id AS "workflowId",
    (SELECT t.revision FROM tasks t WHERE t.tenant_id = o.tenant_id AND t.id = o.task_id) AS revision,
    EXISTS (SELECT FROM tasks t
      WHERE t.tenant_id = o.tenant_id AND t.id = o.task_id AND t.status = 'COMPLETED') AS decided`);
