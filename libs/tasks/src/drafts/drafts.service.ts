import { Injectable } from '@nestjs/common';
import { Clock, DomainError, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { holdOpen } from '../commands/hold-open.store';
import { TaskCommands } from '../commands/task-commands.service';
import type { TaskView } from '../task/task-view';
import { TaskClaimsService } from '../commands/task-claims.service';
import { draftText } from './draft-data';
import { DraftConflictError } from './drafts.errors';
import { RefusedError } from '../task/refused.errors';
import { readForm } from '../commands/decision.store';
import { without } from '../secrets/masked';
import { sensitivePlaces } from '../secrets/sensitive-places';

export interface DraftView {
  taskId: string;
  /** Form data as far as it goes, by field name. */
  data: Record<string, unknown>;
  /** Grows with each save; pass it as `expectedVersion`. */
  version: number;
  savedAt: Date;
}

export interface SavedDraft {
  taskId: string;
  data: unknown;
  /** The version that the person has seen; 0 when there was no draft. */
  expectedVersion: number;
}

const REMOVED_AT_ONCE = 1_000;
/** How long somebody can read what they had written when others closed the task. */
const KEPT_MS = 24 * 3_600_000;

/** What somebody has filled in and not yet sent, kept for them on the server: one draft per task and person. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly commands: TaskCommands,
    private readonly claims: TaskClaimsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves the person's draft, without what is sensitive. The first save of a task that they hold starts it.
   * @throws TaskNotFoundError, TaskClosedError, InvalidDraftError
   * @throws DraftConflictError when another device has saved since; it says when
   */
  async save(ctx: TenantContext, { taskId, data, expectedVersion }: SavedDraft): Promise<DraftView> {
    requireScope(ctx, 'tasks:write');
    draftText(data);
    const { task, draft } = await this.database.run(ctx, async (em) => {
      const task = await this.openTask(em, ctx, taskId);
      const { schema } = await readForm(em, task);
      const text = draftText(without(data, sensitivePlaces(schema, data)));
      const [saved] = await queryRows<DraftView>(em, SAVE, [
        ctx.tenantId,
        taskId,
        ctx.principal.id,
        text,
        expectedVersion,
        this.clock.now(),
      ]);
      return { task, draft: saved ?? (await this.sameOrConflict(em, ctx, taskId, text)) };
    });
    if (task.status === 'RESERVED' && task.assigneeId === ctx.principal.id) await this.start(ctx, taskId);
    return draft;
  }

  /**
   * Throws the person's draft away, also one that is left of a closed task. Without a draft nothing is left to do.
   * @throws DraftConflictError when another device has saved since; it says when
   */
  async discard(
    ctx: TenantContext,
    { taskId, expectedVersion }: Omit<SavedDraft, 'data'>,
  ): Promise<TaskView> {
    requireScope(ctx, 'tasks:write');
    return this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      const key = [ctx.tenantId, taskId, ctx.principal.id];
      const discarded = await queryRows(
        em,
        `UPDATE task_drafts SET data = NULL, version = version + 1, saved_at = $5
         WHERE tenant_id = $1 AND task_id = $2 AND user_id = $3 AND version = $4 AND data IS NOT NULL
         RETURNING version`,
        [...key, expectedVersion, this.clock.now()],
      );
      if (discarded.length > 0) return task;
      const draft = await this.current(em, ctx, taskId);
      if (draft !== undefined) throw new DraftConflictError(draft);
      return task;
    });
  }

  /**
   * The person's drafts, by task; made for batching. Programs have none. One of a task that others closed can be read for
   * a day more, so that nothing that somebody wrote is lost to them.
   */
  async find(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, DraftView>> {
    requireScope(ctx, 'tasks:read');
    if (ctx.principal.kind !== 'user') return new Map();
    const rows = await this.database.query<DraftView>(
      ctx,
      `SELECT ${DRAFT_COLUMNS} FROM task_drafts d JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = d.task_id
         WHERE d.tenant_id = $1 AND d.user_id = $2 AND d.task_id = ANY($3::uuid[]) AND d.data IS NOT NULL
           AND (t.closed_at IS NULL OR t.closed_at > $4 AND NOT EXISTS (
             SELECT FROM task_decisions v
             WHERE v.tenant_id = d.tenant_id AND v.task_id = d.task_id AND v.voter_id = d.user_id::text))`,
      [ctx.tenantId, ctx.principal.id, taskIds, this.keptSince()],
    );
    return new Map(rows.map((draft) => [draft.taskId, draft]));
  }

  /** Deletes drafts of tasks that closed more than a day ago, for the sweep; says how many, at most `limit`. */
  async removeOfClosedTasks(limit = REMOVED_AT_ONCE): Promise<number> {
    const rows = await this.system.query(
      `DELETE FROM task_drafts d USING (
         SELECT d.tenant_id, d.task_id, d.user_id
         FROM task_drafts d JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = d.task_id
         WHERE t.closed_at < $1 LIMIT $2) old
       WHERE d.tenant_id = old.tenant_id AND d.task_id = old.task_id AND d.user_id = old.user_id RETURNING 1`,
      [this.keptSince(), limit],
    );
    return rows.length;
  }

  private keptSince(): Date {
    return new Date(this.clock.now().getTime() - KEPT_MS);
  }

  /** Whoever closes the task waits for the draft; the sweep deletes it then. */
  private async openTask(em: EntityManager, ctx: TenantContext, taskId: string): Promise<TaskView> {
    if (ctx.principal.kind !== 'user') throw new RefusedError('task.draft_for_people');
    const task = await holdOpen(em, ctx, this.commands, taskId);
    if (task.excluded.includes(ctx.principal.id)) throw new RefusedError('task.not_candidate');
    return task;
  }

  /** A save that is repeated because its answer was lost finds its own text, and that is no conflict. */
  private async sameOrConflict(em: EntityManager, ctx: TenantContext, taskId: string, text: string) {
    const draft = await this.current(em, ctx, taskId);
    if (draft !== undefined && JSON.stringify(draft.data) === text) return draft;
    throw new DraftConflictError(draft ?? null);
  }

  private async current(em: EntityManager, ctx: TenantContext, taskId: string) {
    const [draft] = await queryRows<DraftView>(
      em,
      `SELECT ${DRAFT_COLUMNS} FROM task_drafts d
       WHERE d.tenant_id = $1 AND d.task_id = $2 AND d.user_id = $3 AND d.data IS NOT NULL`,
      [ctx.tenantId, taskId, ctx.principal.id],
    );
    return draft;
  }

  private async start(ctx: TenantContext, taskId: string): Promise<void> {
    try {
      await this.claims.start(ctx, { taskId });
    } catch (error) {
      // Somebody changed the task in the meantime. The draft is saved all the same.
      if (!(error instanceof DomainError && ['conflict', 'forbidden', 'not_found'].includes(error.kind)))
        throw error;
    }
  }
}

const DRAFT_COLUMNS = 'd.task_id AS "taskId", d.data, d.version, d.saved_at AS "savedAt"';

/** No row when another version than the expected one is there, or one is expected and none is. */
const SAVE = `
  INSERT INTO task_drafts AS d (tenant_id, task_id, user_id, data, version, saved_at)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::json, 1, $6::timestamptz
  WHERE $5 = 0 OR EXISTS (SELECT FROM task_drafts WHERE tenant_id = $1 AND task_id = $2 AND user_id = $3)
  ON CONFLICT (tenant_id, task_id, user_id) DO UPDATE
    SET data = excluded.data, version = d.version + 1, saved_at = excluded.saved_at
    WHERE d.version = $5 AND d.data IS NOT NULL OR d.data IS NULL AND $5 = 0
  RETURNING ${DRAFT_COLUMNS}`;
