import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  prepared,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { requireScope, seesEverything, type TenantContext } from '@orkestra/tenancy';
import {
  type ApprovalVersion,
  readEarlierVersions,
  readPresentVersions,
  readVotersOf,
  readVoteViews,
  type VoteView,
} from '../approvals/approval.queries';
import type { DecisionEvidence } from '../commands/decision.store';
import type { Voter } from '../voting/quorum';
import type { CompiledForm } from '../forms/field/form-field';
import { readPendingSteps, type TaskStepView } from '../sla/pending-steps.queries';
import type { DeliveryStatus } from '../task/task-view';

export interface TaskPayloads {
  form: CompiledForm;
  context: Record<string, unknown> | null;
  result: Record<string, unknown> | null;
}

export interface TaskDecisionView {
  taskId: string;
  outcome: string;
  decidedBy: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  decidedAt: Date;
  channel: string;
  /** When the decider saw the task first; null where nobody recorded it. */
  seenAt: Date | null;
  /** Hexadecimal, of what the decider was shown last. */
  shownDigest: string | null;
  /** Until when what it allows counts; null for good. */
  verdictUntil: Date | null;
  /** The decider had asked for it themselves, and the tenant let that pass. */
  selfApproval: boolean;
  /** For those who see the whole tenant; null for others. */
  evidence: DecisionEvidence | null;
}

export interface TaskEventView {
  id: string;
  kind: string;
  at: Date;
  revision: number;
  actor: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  channel: string;
  /** Ids, states and digests; most are `{ before, after }`. */
  changes: Record<string, unknown>;
  /** Why, in the person's own words. */
  note: string | null;
}

/**
 * What lies beside a task: payloads, decisions, delivery and history. All reads take ids of tasks that the caller
 * has from `TasksService` or from a command, which is where visibility is decided.
 */
@Injectable()
export class TaskDetailsService {
  constructor(private readonly database: TenantDatabase) {}

  async payloads(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, TaskPayloads>> {
    requireScope(ctx, 'tasks:read', taskIds);
    const rows = await this.database.query<{ taskId: string } & TaskPayloads>(ctx, PAYLOADS, [
      ctx.tenantId,
      taskIds,
    ]);
    return new Map(rows.map(({ taskId, ...payloads }) => [taskId, payloads]));
  }

  /** The decision that closed each task. */
  async decisions(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, TaskDecisionView>> {
    requireScope(ctx, 'tasks:read', taskIds);
    const rows = await this.database.query<TaskDecisionView>(
      ctx,
      `SELECT DISTINCT ON (d.task_id) d.task_id AS "taskId", t.outcome, d.decided_at AS "decidedAt", d.channel,
                d.seen_at AS "seenAt", encode(d.shown_digest, 'hex') AS "shownDigest",
                d.verdict_until AS "verdictUntil", d.self_approval AS "selfApproval",
                CASE WHEN $3 THEN d.evidence END AS evidence,
                json_build_object('kind', d.voter_kind, 'id', d.voter_id, 'displayName', d.voter_name) AS "decidedBy"
         FROM task_decisions d JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = d.task_id AND t.round = d.round
         WHERE d.tenant_id = $1 AND d.task_id = ANY($2::uuid[]) AND t.status = 'COMPLETED'
         ORDER BY d.task_id, d.decided_at DESC, d.voter_id DESC`,
      [ctx.tenantId, taskIds, seesEverything(ctx)],
    );
    return new Map(rows.map((row) => [row.taskId, row]));
  }

  /** Whether the workflow has been told how the task ended; absent for tasks that have nothing to deliver. */
  async deliveries(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, DeliveryStatus>> {
    requireScope(ctx, 'tasks:read');
    const rows = await this.database.query<{ taskId: string; status: DeliveryStatus }>(
      ctx,
      `SELECT DISTINCT ON (task_id) task_id AS "taskId", status FROM outbox
         WHERE tenant_id = $1 AND task_id = ANY($2::uuid[]) AND kind = 'task.closed' ORDER BY task_id, id DESC`,
      [ctx.tenantId, taskIds],
    );
    return new Map(rows.map(({ taskId, status }) => [taskId, status]));
  }

  /** What each task asks to approve now. */
  async approvals(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, ApprovalVersion>> {
    requireScope(ctx, 'tasks:read', taskIds);
    return readPresentVersions(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  /** What each task asked to approve before, the newest first; at most 10. */
  async earlierApprovals(
    ctx: TenantContext,
    taskIds: readonly string[],
  ): Promise<Map<string, ApprovalVersion[]>> {
    requireScope(ctx, 'tasks:read');
    return readEarlierVersions(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  /** The votes and requests for changes of all rounds, oldest first; at most the 500 newest. */
  async votes(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, VoteView[]>> {
    requireScope(ctx, 'tasks:read', taskIds);
    return readVoteViews(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  /** Who may vote on each task now. */
  async voters(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, Voter[]>> {
    requireScope(ctx, 'tasks:read');
    return readVotersOf(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  /** What each task will do by itself as time passes, the next first. */
  async steps(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, TaskStepView[]>> {
    requireScope(ctx, 'tasks:read');
    return readPendingSteps(this.database.reader(ctx), ctx.tenantId, taskIds);
  }

  /** A page of the history of each task, oldest first. */
  async events(
    ctx: TenantContext,
    taskIds: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Page<TaskEventView>>> {
    requireScope(ctx, 'tasks:read');
    const size = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 1)[0] : null;
    if (after !== null && !isUuid(after)) throw new InvalidCursorError();
    const rows = await this.database.query<TaskEventView & { taskId: string }>(ctx, EVENTS, [
      ctx.tenantId,
      taskIds,
      after,
      size + 1,
    ]);
    const byTask = new Map(taskIds.map((taskId) => [taskId, [] as TaskEventView[]]));
    for (const { taskId, ...event } of rows) byTask.get(taskId)?.push(event);
    return new Map(
      [...byTask].map(([taskId, events]) => [
        taskId,
        toPage(
          events,
          size,
          (event) => event,
          ({ id }) => [id],
        ),
      ]),
    );
  }
}

const PAYLOADS = prepared(`
  SELECT task_id AS "taskId", (array_agg(body) FILTER (WHERE kind = 'form'))[1] AS form,
         (array_agg(body) FILTER (WHERE kind = 'context'))[1] AS context,
         (array_agg(body) FILTER (WHERE kind = 'result'))[1] AS result
  FROM task_payloads WHERE tenant_id = $1 AND task_id = ANY($2::uuid[]) GROUP BY task_id`);
const EVENTS = prepared(`
  SELECT page.* FROM unnest($2::uuid[]) AS wanted (task_id) CROSS JOIN LATERAL (
    SELECT task_id AS "taskId", id, kind, at, revision, channel, changes, note,
           json_build_object('kind', actor_kind, 'id', actor_id, 'displayName', actor_name) AS actor
    FROM task_events e
    WHERE e.tenant_id = $1 AND e.task_id = wanted.task_id AND ($3::uuid IS NULL OR e.id > $3)
    ORDER BY e.id LIMIT $4) page
  ORDER BY page.id`);
