import { Injectable } from '@nestjs/common';
import { Clock, DomainError, SystemDatabase } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import { TaskControlService } from '../task-control.service';

interface Due {
  tenantId: string;
  id: string;
}

const AT_ONCE = 200;
/** How long a repeated command gets its first answer. */
const OPERATIONS_KEPT_MS = 7 * 24 * 3_600_000;

/** What the clock alone does to tasks, for all tenants: by index, in batches, and harmless when repeated. */
@Injectable()
export class TaskSweepService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly control: TaskControlService,
    private readonly clock: Clock,
  ) {}

  /** Expires tasks whose time to live has ended. @returns how many; call again when it was a full batch */
  async expire(limit = AT_ONCE): Promise<number> {
    return this.each(
      `SELECT tenant_id AS "tenantId", id FROM tasks WHERE closed_at IS NULL AND expires_at <= $1
       ORDER BY expires_at LIMIT $2`,
      limit,
      ({ tenantId, id }, correlationId) =>
        this.control.expire(this.auth.forActivity(tenantId, correlationId), { taskId: id }),
    );
  }

  /** Brings suspended tasks back whose time has come. */
  async resume(limit = AT_ONCE): Promise<number> {
    return this.each(
      `SELECT tenant_id AS "tenantId", id FROM tasks WHERE resumes_at <= $1 ORDER BY resumes_at LIMIT $2`,
      limit,
      ({ tenantId, id }, correlationId) =>
        this.control.resume(this.auth.forActivity(tenantId, correlationId), { taskId: id }),
    );
  }

  /** Forgets the answers of commands that are too old to be repeated. */
  async forgetOperations(limit = 10_000): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `WITH gone AS (
         DELETE FROM task_operations o USING (
           SELECT tenant_id, principal_id, operation_id FROM task_operations
           WHERE created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED) old
         WHERE o.tenant_id = old.tenant_id AND o.principal_id = old.principal_id
           AND o.operation_id = old.operation_id RETURNING o.operation_id AS id)
       SELECT id FROM gone`,
      [new Date(this.clock.now().getTime() - OPERATIONS_KEPT_MS), limit],
    );
    return rows.length;
  }

  private async each(
    sql: string,
    limit: number,
    command: (due: Due, correlationId: string) => Promise<unknown>,
  ): Promise<number> {
    const due = await this.database.query<Due>(sql, [this.clock.now(), limit]);
    let done = 0;
    for (const task of due) done += await carriedOut(command(task, `sweep-${task.id}`));
    return done;
  }
}

/** Somebody may have decided since the task was read: then nothing is left to do. */
async function carriedOut(command: Promise<unknown>): Promise<number> {
  try {
    await command;
    return 1;
  } catch (error) {
    if (error instanceof DomainError) return 0;
    throw error;
  }
}
