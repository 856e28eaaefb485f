import { Injectable } from '@nestjs/common';
import {
  Clock,
  digest,
  Ids,
  isUuid,
  LiveBus,
  type Page,
  type PageRequest,
  queryRows,
  TenantDatabase,
} from '@orkestra/core';
import { DirectoryService, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { checkFormData } from './forms/form-data';
import { once } from './operations';
import { type AppendedRow, Outbox } from './outbox';
import { maySee, type TaskAction, refusal } from './task.state';
import { fitForSignal, readClosed, type TaskClosedMessage } from './task-closed';
import { resolveAssignment } from './task-assignment';
import { insertTask, insertTaskParts, newTaskView } from './task-creation';
import { insertDecision, readForm } from './task-decision';
import type { TaskFilter } from './task-filter';
import { listTasks } from './task-list';
import { refusalError } from './task-refusal';
import { checkTaskSpec } from './task-spec';
import { applyTransition, insertCreatedEvent, type Sources, type Transition } from './task-transition';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from './task-view';
import {
  InvalidTaskDataError,
  RequestKeyConflictError,
  TaskNotFoundError,
  TaskRevisionConflictError,
} from './tasks.errors';

export interface TaskOrigin {
  /** What makes a retry find the task again; unique per tenant. */
  requestKey?: string;
  /** Temporal's id of the workflow that waits for the task. */
  workflowId?: string;
  runId?: string;
}

export interface TaskCommand {
  taskId: string;
  /** Refuse when the task has changed since it was at this revision. */
  expectedRevision?: number;
  /** The same id with the same content gets the same answer, and is done once. */
  operationId?: string;
}

export interface CompleteCommand extends TaskCommand {
  data: unknown;
  /** Claim and complete in one step. */
  claim?: boolean;
}

/** The use cases of tasks. Each command is one transaction: the change, its event and what must be delivered. */
@Injectable()
export class TasksService {
  private readonly sources: Sources;

  constructor(
    private readonly database: TenantDatabase,
    private readonly directory: DirectoryService,
    private readonly outbox: Outbox,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.sources = { clock, ids };
  }

  /**
   * Creates a task, or returns the one that the same request key has made, decided or not.
   * @throws InvalidTaskSpecError, UnknownUserError, UnknownGroupError, RequestKeyConflictError
   */
  async create(ctx: TenantContext, spec: unknown, origin: TaskOrigin = {}): Promise<TaskView> {
    requireScope(ctx, 'tasks:write');
    const now = this.clock.now();
    const checked = checkTaskSpec(spec, now);
    const specDigest = digest(spec);
    const id = this.ids.next();
    const requestKey = origin.requestKey ?? id;
    const { task, created } = await this.database.run(ctx, async (em) => {
      const assignment = await resolveAssignment(em, this.directory, checked.assignTo ?? {});
      const createdBy = { kind: ctx.principal.kind, id: ctx.principal.id };
      const workflowId = origin.workflowId ?? null;
      const draft = newTaskView(
        checked,
        assignment,
        { id, tenantId: ctx.tenantId, workflowId, createdBy },
        now,
      );
      const inserted = await insertTask(em, {
        task: draft,
        requestKey,
        specDigest,
        runId: origin.runId ?? null,
      });
      if (!inserted) return { task: await this.existing(em, ctx, requestKey, specDigest), created: false };
      await insertTaskParts(em, draft, checked);
      await insertCreatedEvent(em, ctx, draft, this.sources);
      return { task: draft, created: true };
    });
    if (created) this.tell(task, 'created');
    return task;
  }

  /** @throws TaskNotFoundError also for a task of another tenant, or one that the principal may not see */
  async get(ctx: TenantContext, taskId: string): Promise<TaskView> {
    requireScope(ctx, 'tasks:read');
    return this.database.run(ctx, (em) => this.read(em, ctx, taskId));
  }

  /** One page of the tasks that the principal may see. */
  async list(ctx: TenantContext, filter: TaskFilter, page: PageRequest): Promise<Page<TaskView>> {
    requireScope(ctx, 'tasks:read');
    return this.database.run(ctx, (em) => listTasks(em, ctx, filter, page));
  }

  /** How a task ended, with its data; null while it is open. */
  async closed(ctx: TenantContext, taskId: string): Promise<TaskClosedMessage | null> {
    return this.database.run(ctx, (em) => readClosed(em, ctx.tenantId, taskId));
  }

  async claim(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.command(ctx, 'claim', command, command, () => ({
      kind: 'claimed',
      status: 'RESERVED',
      assigneeId: ctx.principal.id,
    }));
  }

  async release(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.command(ctx, 'release', command, command, () => ({
      kind: 'released',
      status: 'READY',
      assigneeId: null,
    }));
  }

  /**
   * Records the principal's decision. Decision, event and outbox row commit together; the workflow is told
   * after that, and the caller never waits for it.
   * @throws InvalidTaskDataError with the wrong fields by JSON pointer
   */
  async complete(ctx: TenantContext, command: CompleteCommand): Promise<TaskView> {
    const appended: AppendedRow[] = [];
    const action = command.claim ? 'claim_and_complete' : 'complete';
    const task = await this.command(ctx, action, command, command, async (em, before) => {
      const { schema, digest: formDigest } = await readForm(em, before);
      const { data, errors } = checkFormData(schema, formDigest, command.data);
      if (errors.length > 0) throw new InvalidTaskDataError(errors);
      return {
        kind: 'completed',
        status: 'COMPLETED',
        assigneeId: ctx.principal.id,
        outcome: 'completed',
        afterwards: async (after) => {
          await insertDecision(em, ctx, after, data);
          if (after.workflowId === null) return;
          const message = closedMessage(ctx, after, data);
          appended.push(
            await this.outbox.append(em, ctx, { ...after, workflowId: after.workflowId }, message),
          );
        },
      };
    });
    for (const row of appended) this.outbox.appended.next(row);
    return task;
  }

  private async command(
    ctx: TenantContext,
    action: TaskAction,
    { taskId, expectedRevision, operationId }: TaskCommand,
    request: object,
    decide: (em: EntityManager, task: TaskView) => Plan | Promise<Plan>,
  ): Promise<TaskView> {
    requireScope(ctx, 'tasks:write');
    let kind = '';
    const { task, repeated } = await this.database.run(ctx, (em) =>
      once(em, ctx, operationId, { action, ...request }, this.clock, async () => {
        const before = await this.read(em, ctx, taskId);
        const refused = refusal(before, ctx.principal, action);
        if (refused !== null) throw await refusalError(em, refused, before, this.directory);
        if (expectedRevision !== undefined && expectedRevision !== before.revision) {
          throw new TaskRevisionConflictError(expectedRevision, before.revision);
        }
        const { afterwards, ...transition } = await decide(em, before);
        const after = await applyTransition(em, ctx, before, transition, this.sources);
        if (after === null) throw await this.lostRace(em, ctx, action, before);
        await afterwards?.(after);
        kind = transition.kind;
        return after;
      }),
    );
    if (!repeated) this.tell(task, kind);
    return task;
  }

  /** Somebody was quicker: say who or what is in the way now. */
  private async lostRace(em: EntityManager, ctx: TenantContext, action: TaskAction, before: TaskView) {
    const now = await this.read(em, ctx, before.id);
    const refused = refusal(now, ctx.principal, action);
    return refused === null
      ? new TaskRevisionConflictError(before.revision, now.revision)
      : refusalError(em, refused, now, this.directory);
  }

  private async read(em: EntityManager, ctx: TenantContext, taskId: string): Promise<TaskView> {
    if (!isUuid(taskId)) throw new TaskNotFoundError();
    const [row] = await queryRows<TaskRow>(
      em,
      `SELECT ${TASK_COLUMNS} FROM tasks t WHERE t.tenant_id = $1 AND t.id = $2`,
      [ctx.tenantId, taskId],
    );
    const task = row && toTaskView(row);
    if (task === undefined || !maySee(task, ctx.principal)) throw new TaskNotFoundError();
    return task;
  }

  private async existing(em: EntityManager, ctx: TenantContext, requestKey: string, specDigest: Buffer) {
    const [row] = await queryRows<TaskRow & { specDigest: Buffer }>(
      em,
      `SELECT ${TASK_COLUMNS}, t.spec_digest AS "specDigest" FROM tasks t
       WHERE t.tenant_id = $1 AND t.request_key = $2`,
      [ctx.tenantId, requestKey],
    );
    if (row === undefined || !row.specDigest.equals(specDigest)) throw new RequestKeyConflictError();
    const { specDigest: _, ...task } = row;
    return toTaskView(task);
  }

  private tell({ tenantId, id, revision }: TaskView, kind: string): void {
    this.live.publish({ tenantId, topic: 'task', id, revision, kind });
  }
}

/** A transition, and what else its transaction writes. */
type Plan = Transition & { afterwards?: (after: TaskView) => Promise<void> };

function closedMessage(ctx: TenantContext, task: TaskView, data: Record<string, unknown>): TaskClosedMessage {
  const { kind, id, displayName } = ctx.principal;
  return fitForSignal({
    taskId: task.id,
    outcome: 'completed',
    data,
    completedBy: { kind, id, displayName },
    completedAt: task.updatedAt.toISOString(),
  });
}
