import { Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import { Outbox } from '../delivery/outbox.service';
import { TaskCommands, type Work } from '../commands/task-commands.service';
import { eachOf } from './each-of';
import { hasRow } from './has-row.queries';
import type { Beat } from './task-sweep.service';

export interface Backlog {
  pending: number;
  /** Given up after many failures. */
  dead: number;
  /** Of the oldest row that is to be delivered; 0 when there is none. */
  oldestSeconds: number;
}

interface Untold {
  tenantId: string;
  id: string;
  closedAt: string;
}

const ROWS_AT_ONCE = 500;
const DELETED_AT_ONCE = 5_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A dead row is tried again after an hour, and so often; then only when somebody replays it. */
const REPLAYED_AFTER_MS = 60 * MINUTE_MS;
const MOST_REPLAYS = 10;
/** A pending row that is put off for longer than this is stuck: no lease and no back-off lasts as long. */
const LONGEST_LEASE_MS = 10 * MINUTE_MS;
const DELIVERED_KEPT_MS = 7 * DAY_MS;
/**
 * How far back tasks without a row are looked for. Delivered rows are kept for longer, or a row that was forgotten would
 * look like one that was never written.
 */
export const UNTOLD_LOOKED_FOR_MS = 6 * DAY_MS;

/** Deliveries that the fast path and the relay cannot help: dead, leased too long, or never written. */
@Injectable()
export class OutboxSweepService {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly commands: TaskCommands,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('outbox-sweep');
  }

  /** Makes rows due again that have been dead for an hour; says how many. */
  async replayDead(): Promise<number> {
    const rows = await this.database.query(
      `UPDATE outbox o SET status = 'pending', attempts = 0, replays = o.replays + 1, available_at = $1
       FROM (SELECT id FROM outbox WHERE status = 'dead' AND available_at < $2 AND replays < ${MOST_REPLAYS}
             ORDER BY available_at LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED) dead
       WHERE o.id = dead.id RETURNING o.id`,
      [this.clock.now(), this.ago(REPLAYED_AFTER_MS)],
    );
    return rows.length;
  }

  /** Makes rows due that are leased for longer than any lease lasts; says how many. */
  async releaseStuck(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.database.query(
      `UPDATE outbox o SET available_at = $1
       FROM (SELECT id FROM outbox WHERE status = 'pending' AND available_at > $2
             LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED) stuck
       WHERE o.id = stuck.id RETURNING o.id`,
      [now, new Date(now.getTime() + LONGEST_LEASE_MS)],
    );
    return rows.length;
  }

  /**
   * Writes the row that tells a workflow of its task's end, for tasks that ended in the time before now and have none.
   * @returns how many had none
   */
  async tellUntold(withinMs: number, beat: Beat = () => undefined): Promise<number> {
    const [since, until] = [this.ago(Math.min(withinMs, UNTOLD_LOOKED_FOR_MS)), this.ago(MINUTE_MS)];
    let after: Untold | undefined;
    let written = 0;
    for (;;) {
      const untold: Untold[] = await this.untold(since, until, after);
      written += await eachOf(
        untold,
        ({ tenantId, id }) =>
          this.commands.work(this.auth.forActivity(tenantId, `reconciler-${id}`), (work) =>
            this.tell(work, id),
          ),
        (error, { id }) =>
          this.logger.failure({ err: error, task: id }, 'A task that ended could not be announced'),
      );
      after = untold.at(-1);
      if (after === undefined || untold.length < ROWS_AT_ONCE) return written;
      beat();
    }
  }

  /** Forgets what was delivered a week ago; says how many rows. What reached nobody stays with its task. */
  async forgetDelivered(beat: Beat = () => undefined): Promise<number> {
    let forgotten = 0;
    for (;;) {
      const rows = await this.database.query(
        `DELETE FROM outbox o USING (
           SELECT id FROM outbox WHERE status = 'delivered' AND settled_at < $1
           ORDER BY settled_at LIMIT ${DELETED_AT_ONCE} FOR UPDATE SKIP LOCKED) old
         WHERE o.id = old.id RETURNING o.id`,
        [this.ago(DELIVERED_KEPT_MS)],
      );
      forgotten += rows.length;
      if (rows.length < DELETED_AT_ONCE) return forgotten;
      beat();
    }
  }

  /** What is still to be delivered, of all tenants. */
  async backlog(): Promise<Backlog> {
    const [row] = await this.database.query<{ pending: number; dead: number; oldest: Date | null }>(
      `SELECT (SELECT count(*)::int FROM outbox WHERE status = 'pending') AS pending,
              (SELECT count(*)::int FROM outbox WHERE status = 'dead') AS dead,
              (SELECT min(created_at) FROM outbox WHERE status = 'pending') AS oldest`,
    );
    const { pending = 0, dead = 0, oldest = null } = row ?? {};
    const age = oldest === null ? 0 : Math.max(0, this.clock.now().getTime() - oldest.getTime());
    return { pending, dead, oldestSeconds: age / 1_000 };
  }

  private async untold(since: Date, until: Date, after: Untold | undefined): Promise<Untold[]> {
    return this.database.query<Untold>(
      `SELECT t.tenant_id AS "tenantId", t.id, t.closed_at::text AS "closedAt" FROM tasks t
       WHERE t.closed_at IS NOT NULL AND coalesce(t.workflow_id, t.timer_workflow_id) IS NOT NULL
         AND t.closed_at BETWEEN $1 AND $2 AND (t.closed_at, t.id) > ($3::timestamptz, $4::uuid)
         AND NOT EXISTS (SELECT FROM outbox o
           WHERE o.tenant_id = t.tenant_id AND o.task_id = t.id AND o.kind = 'task.closed')
       ORDER BY t.closed_at, t.id LIMIT ${ROWS_AT_ONCE}`,
      [since, until, after?.closedAt ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'],
    );
  }

  private async tell({ em, ctx, rows }: Work, taskId: string): Promise<boolean> {
    // The lock makes a second reconciler wait, and then find the row that the first has written.
    await this.commands.lock(em, ctx, taskId);
    const task = await this.commands.read(em, ctx, taskId);
    const workflowId = task.workflowId ?? task.timerWorkflowId;
    if (task.closedAt === null || workflowId === null) return false;
    if (await hasRow(em, task, 'task.closed', ['pending', 'delivered', 'moot', 'dead'])) return false;
    rows.push(await this.outbox.appendClosed(em, { ...task, workflowId }));
    return true;
  }

  private ago(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }
}
