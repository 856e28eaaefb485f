import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Logger, SystemDatabase } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import { TaskControlService } from '../control/task-control.service';
import { DraftsService } from '../drafts/drafts.service';
import { eachOf } from './each-of';

/** Called after each batch; it throws when the work should not go on. */
export type Beat = () => void;

/** $4 is a day ago. The few tenants that it names are read once for the whole statement. */
const NOT_WAITING = `tenant_id NOT IN (
  SELECT id FROM tenants WHERE (status <> 'active' OR resumed_at IS NOT NULL)
    AND (status <> 'active' OR resumed_at > $4))`;

interface Due {
  tenantId: string;
  id: string;
  /** The moment as text: a `Date` has no microseconds, and a keyset without them would skip rows. */
  at: string;
}

const TASKS_AT_ONCE = 200;
const ROWS_AT_ONCE = 5_000;
const GRACE_MS = 24 * 3_600_000;
/** How long a repeated command gets its first answer. */
const OPERATIONS_KEPT_MS = 7 * 24 * 3_600_000;

/** What the clock alone does to tasks, for all tenants: by index, in batches, and harmless when repeated. */
@Injectable()
export class TaskSweepService {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly control: TaskControlService,
    private readonly drafts: DraftsService,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('task-sweep');
  }

  /**
   * Expires every task whose time to live has ended; says how many. None of a tenant that is suspended, or was until
   * yesterday: nobody could decide in time.
   */
  async expire(beat: Beat = () => undefined): Promise<number> {
    return this.each('expires_at', `closed_at IS NULL AND ${NOT_WAITING}`, beat, ({ tenantId, id }) =>
      this.control.expire(this.auth.forActivity(tenantId, `expiry-${id}`), { taskId: id }),
    );
  }

  /** Brings every suspended task back whose time has come; says how many. */
  async resume(beat: Beat = () => undefined): Promise<number> {
    return this.each('resumes_at', `resumes_at IS NOT NULL AND ${NOT_WAITING}`, beat, ({ tenantId, id }) =>
      this.control.resume(this.auth.forActivity(tenantId, `resumption-${id}`), { taskId: id }),
    );
  }

  /** Forgets the answers of commands that are too old to be repeated; says how many. */
  async forgetOperations(beat: Beat = () => undefined): Promise<number> {
    const before = new Date(this.clock.now().getTime() - OPERATIONS_KEPT_MS);
    const sql = `DELETE FROM task_operations o USING (
         SELECT tenant_id, principal_id, operation_id FROM task_operations
         WHERE created_at < $1 ORDER BY created_at LIMIT $2) old
       WHERE o.tenant_id = old.tenant_id AND o.principal_id = old.principal_id
         AND o.operation_id = old.operation_id RETURNING 1`;
    return inBatches(beat, async (limit) => (await this.database.query(sql, [before, limit])).length);
  }

  /** Deletes the drafts that tasks left behind when they closed; says how many. */
  async forgetDrafts(beat: Beat = () => undefined): Promise<number> {
    return inBatches(beat, (limit) => this.drafts.removeOfClosedTasks(limit));
  }

  /** Every due task once, by keyset, so that one which cannot be changed does not hide those behind it. */
  private async each(
    column: 'expires_at' | 'resumes_at',
    condition: string,
    beat: Beat,
    command: (due: Due) => Promise<unknown>,
  ): Promise<number> {
    const now = this.clock.now();
    let after: Due | undefined;
    let done = 0;
    for (;;) {
      const due: Due[] = await this.database.query<Due>(
        `SELECT tenant_id AS "tenantId", id, ${column}::text AS at FROM tasks
         WHERE ${condition} AND ${column} <= $1 AND (${column}, id) > ($2::timestamptz, $3::uuid)
         ORDER BY ${column}, id LIMIT ${TASKS_AT_ONCE}`,
        [
          ...[now, after?.at ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'],
          new Date(now.getTime() - GRACE_MS),
        ],
      );
      done += await eachOf(
        due,
        (task) => carriedOut(command(task)),
        (error, { id }) => this.logger.failure({ err: error, task: id }, 'A due task could not be changed'),
      );
      after = due.at(-1);
      if (after === undefined || due.length < TASKS_AT_ONCE) return done;
      beat();
    }
  }
}

/** Repeats a deletion until it finds fewer rows than it may delete at once. */
async function inBatches(beat: Beat, remove: (limit: number) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await remove(ROWS_AT_ONCE);
    total += removed;
    if (removed < ROWS_AT_ONCE) return total;
    beat();
  }
}

/** Somebody may have decided since the task was read: then nothing is left to do. */
export async function carriedOut(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'unavailable') return false;
    throw error;
  }
}
