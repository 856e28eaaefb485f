import { Injectable } from '@nestjs/common';
import { Clock, Ids, type Page, TenantDatabase } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { checkedAnswer } from './answer/checked-answer';
import { readForm, type TaskForm } from './commands/decision.store';
import { type Plan, type TaskCommand, TaskCommands } from './commands/task-commands.service';
import { TaskClaimsService } from './commands/task-claims.service';
import { readClosed, type TaskClosedMessage } from './delivery/task-closed.queries';
import { TaskCreator, type TaskOrigin } from './creation/task-creator.service';
import type { TaskFilter } from './list/task-filter';
import { findTaskIds } from './list/task-ids.queries';
import { listTasks, type TaskPageRequest } from './list/task-list.queries';
import { selfApprovalDetails } from './task/self-approval';
import { decisionOn } from './task/task.state';
import type { TaskView } from './task/task-view';
import type { UnseenTask } from './task/unseen-task';
import { planToolDecision } from './tool-approvals/tool-decision';
import { mask } from './secrets/masked';
import { TaskSecrets } from './secrets/task-secrets.service';

export interface CompleteCommand extends TaskCommand {
  data: unknown;
  /** Whether defaults stand in for what the answer leaves out; true where not said. */
  fillDefaults?: boolean | undefined;
  /** Claim and complete in one step. */
  claim?: boolean | undefined;
}

/** The use cases that every task has: creating, finding, claiming and completing it. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly creator: TaskCreator,
    private readonly commands: TaskCommands,
    private readonly claims: TaskClaimsService,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: TaskSecrets,
  ) {}

  /**
   * Creates a task, or returns the one that the same request key has made, decided or not.
   * @throws InvalidTaskSpecError, UnknownUserError, UnknownGroupError, `task.request_key_conflict`
   */
  async create(ctx: TenantContext, spec: unknown, origin: TaskOrigin = {}): Promise<TaskView> {
    requireScope(ctx, 'tasks:write');
    return this.creator.create(ctx, spec, origin);
  }

  /** @throws TaskNotFoundError also for a task of another tenant, or one that the principal may not see */
  async get(ctx: TenantContext, taskId: string): Promise<TaskView> {
    requireScope(ctx, 'tasks:read', taskId);
    return this.commands.read(this.database.reader(ctx), ctx, taskId);
  }

  /** For many who may be told of the task: one reading for all principals of the tenant. */
  async unseen(ctx: TenantContext, taskId: string): Promise<UnseenTask> {
    return this.commands.unseen(this.database.reader(ctx), ctx, taskId);
  }

  /** One page of the tasks that the principal may see. */
  async list(ctx: TenantContext, filter: TaskFilter, page: TaskPageRequest): Promise<Page<TaskView>> {
    requireScope(ctx, 'tasks:read');
    return listTasks(this.database.reader(ctx), ctx, filter, page);
  }

  /** Ids that begin so, of tasks that the principal may see, the newest first. */
  async idsStartingWith(ctx: TenantContext, prefix: string, limit: number): Promise<string[]> {
    requireScope(ctx, 'tasks:read');
    return findTaskIds(this.database.reader(ctx), ctx, prefix, limit);
  }

  /** The id of the task that a request key has made, or null. */
  async findByRequestKey(ctx: TenantContext, requestKey: string): Promise<string | null> {
    requireScope(ctx, 'tasks:read');
    const sql = 'SELECT id FROM tasks WHERE tenant_id = $1 AND request_key = $2';
    const [row] = await this.database.query<{ id: string }>(ctx, sql, [ctx.tenantId, requestKey]);
    return row?.id ?? null;
  }

  /**
   * A task that the principal may decide now.
   * @throws TaskNotFoundError, or the error that deciding it would end with
   */
  async decidable(ctx: TenantContext, taskId: string): Promise<TaskView> {
    return this.commands.permitted(ctx, taskId, decisionOn);
  }

  /**
   * How a task ended, with its data; null while it is open. Sensitive values are masked, but for its workflow.
   * @throws TaskNotFoundError
   */
  async closed(ctx: TenantContext, taskId: string): Promise<TaskClosedMessage | null> {
    requireScope(ctx, 'tasks:read', taskId);
    return this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      const closed = await readClosed(em, ctx.tenantId, task.id);
      return ctx.principal.kind === 'system' ? this.secrets.restored(em, ctx.tenantId, closed) : closed;
    });
  }

  /** @throws TaskAlreadyClaimedError that says who holds it */
  async claim(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.claims.claim(ctx, command);
  }

  /** Gives the task back to its queue. */
  async release(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.claims.release(ctx, command);
  }

  /** Says that the work has begun. */
  async start(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.claims.start(ctx, command);
  }

  /** Lays the work down; the task stays with its assignee. */
  async stop(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.claims.stop(ctx, command);
  }

  /**
   * Records the principal's decision. Decision, event and outbox row commit together; the workflow is told
   * after that, and the caller never waits for it.
   * @throws InvalidTaskDataError with the wrong fields by JSON pointer
   */
  async complete(ctx: TenantContext, command: CompleteCommand): Promise<TaskView> {
    const action = command.claim ? 'claim_and_complete' : 'complete';
    let form: Promise<TaskForm> | undefined;
    const alongside = (em: EntityManager) => {
      form = readForm(em, { tenantId: ctx.tenantId, id: command.taskId });
      // There may be no such task; reading it says so.
      form.catch(() => undefined);
    };
    const decide = async (em: EntityManager, before: TaskView): Promise<Plan> => {
      const { data: given, fillDefaults } = command;
      const { data, sensitive } = await checkedAnswer(em, ctx, before, given, fillDefaults, form);
      const { body: result, digest: resultDigest, secrets } = mask(data, sensitive);
      const tools = await planToolDecision(em, ctx, before, data, { clock: this.clock, ids: this.ids });
      const holds = ctx.principal.kind === 'user' && ctx.guest === undefined;
      const assigneeId = holds ? ctx.principal.id : before.assigneeId;
      return {
        kind: 'completed',
        sensitive: secrets !== null,
        change: { status: 'COMPLETED', assigneeId, outcome: 'completed' },
        details: {
          result: { after: resultDigest.toString('hex') },
          ...selfApprovalDetails(before, ctx),
          ...tools?.details,
        },
        decision: { vote: 'completed', resultDigest, result, verdictUntil: tools?.validUntil },
        write:
          tools === null && secrets === null
            ? undefined
            : async (after) => {
                await tools?.write();
                const key = { tenantId: after.tenantId, taskId: after.id, kind: 'result' } as const;
                await this.secrets.write(em, key, secrets);
              },
        message: (after) => completedMessage(ctx, after, data),
      };
    };
    return this.commands.run(ctx, action, command, decide, { alongside });
  }
}

function completedMessage(
  ctx: TenantContext,
  task: TaskView,
  data: Record<string, unknown>,
): TaskClosedMessage {
  const { kind, id, displayName } = ctx.principal;
  return {
    taskId: task.id,
    outcome: 'completed',
    data,
    completedBy: { kind, id, displayName },
    completedAt: task.updatedAt.toISOString(),
  };
}
