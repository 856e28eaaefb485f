import { Injectable } from '@nestjs/common';
import {
  Clock,
  Ids,
  isUuid,
  LiveBus,
  prepared,
  queryRows,
  TenantDatabase,
  type Reader,
} from '@orkestra/core';
import { DirectoryService, requireScope, type Scope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { oncePerOperation } from './once-per-operation.store';
import { type AppendedRow, Outbox } from '../delivery/outbox.service';
import type { TaskClosedMessage } from '../delivery/task-closed.queries';
import { refusalError } from '../task/task-refusal';
import { type Actor, actorOf, maySee } from '../task/task-roles';
import { refusal, type TaskAction } from '../task/task.state';
import { isClosed } from '../task/task-status';
import { applyTransition, changed, type Transition } from './transition.store';
import { TaskSecrets } from '../secrets/task-secrets.service';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from '../task/task-view';
import { TaskNotFoundError, TaskRevisionConflictError } from '../task/task.errors';
import { UnseenTask } from '../task/unseen-task';

export interface TaskCommand {
  taskId: string;
  /** Refuse when the task has changed since it was at this revision. */
  expectedRevision?: number | undefined;
  /** The same id with the same content gets the same answer, and is done once. */
  operationId?: string | undefined;
}

/** What a command does to the task that it read, and what else its transaction writes. */
export interface Plan extends Transition {
  /** After the task has changed and before its workflow is told. */
  write?: ((after: TaskView) => Promise<void>) | undefined;
  /** What the workflow is told of a task that has ended, where that is known without reading it. */
  message?: (after: TaskView) => TaskClosedMessage;
  /** The workflow that keeps the task's timers has to look again, or has to be started. */
  timers?: 'changed' | 'start' | undefined;
  /** Holds values that are kept sealed: the digest of the request is kept so that they are not found by trying. */
  sensitive?: boolean | undefined;
  /** Temporal's id of the workflow that has this done: it learns from the answer how its task ended. */
  askedBy?: string | undefined;
}

/** What is said of a task that has changed. */
export type Told = Pick<TaskView, 'tenantId' | 'id' | 'revision' | 'workflowId'>;

/** One transaction's work on tasks: changes made, and what has to be said of them once it has committed. */
export interface Work {
  em: EntityManager;
  ctx: TenantContext;
  rows: AppendedRow[];
  told: { task: Told; kind: string }[];
  /** Some change had sensitive values. */
  sensitive?: boolean;
  /** A statement that nothing has to follow may commit the transaction. */
  mayEnd?: boolean;
}

interface Options {
  /** Makes others wait from the beginning. */
  locked?: boolean;
  /** Asks for more of the task, which then leaves in one write with the reading of it, and is read after it. */
  alongside?: (em: EntityManager) => void;
}

/** The way that every command takes: permission, the change with its event, the outbox, and the news after the commit. */
@Injectable()
export class TaskCommands {
  constructor(
    private readonly database: TenantDatabase,
    private readonly directory: DirectoryService,
    private readonly outbox: Outbox,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: TaskSecrets,
  ) {}

  /**
   * Runs one command of a principal.
   * @throws TaskNotFoundError, TaskRevisionConflictError, `task.operation_conflict`, or whatever is in the way
   */
  async run(
    ctx: TenantContext,
    action: TaskAction,
    command: TaskCommand,
    decide: (em: EntityManager, task: TaskView) => Plan | Promise<Plan>,
    { locked = false, alongside }: Options = {},
  ): Promise<TaskView> {
    const { taskId, operationId } = command;
    requireScope(ctx, scopeFor(ctx, action), taskId);
    if (operationId === undefined && !locked) {
      const first = await this.work(ctx, (work) =>
        this.attempt({ ...work, mayEnd: true }, action, command, decide, alongside),
      );
      // Somebody was quicker, and nothing was written.
      if (first !== null) return first;
      return this.run(ctx, action, command, decide, { locked: true, alongside });
    }
    return this.work(ctx, async (work) => {
      const { em } = work;
      const request = { action, ...command };
      const { task } = await oncePerOperation(
        work,
        operationId,
        request,
        this.clock,
        this.secrets,
        async () => {
          const first = locked ? null : await this.attempt(work, action, command, decide, alongside);
          if (first !== null) return first;
          // The lock waits until whoever was quicker has committed, and keeps all others out: what it left decides.
          await this.lock(em, ctx, taskId);
          const after = await this.attempt(work, action, command, decide, alongside);
          if (after === null) throw new Error(`Task ${taskId} changed although it was locked`);
          return after;
        },
      );
      return task;
    });
  }

  /**
   * A task on which the principal may do this now; nothing is changed.
   * @throws TaskNotFoundError, or whatever is in the way
   */
  async permitted(
    ctx: TenantContext,
    taskId: string,
    actionOn: (task: TaskView, actor: Actor) => TaskAction,
  ): Promise<TaskView> {
    return this.database.run(ctx, async (em) => {
      const task = await this.read(em, ctx, taskId);
      const action = actionOn(task, actorOf(ctx));
      requireScope(ctx, scopeFor(ctx, action), taskId);
      await this.permit(em, ctx, action, task, undefined);
      return task;
    });
  }

  /** Opens a transaction for changes by `apply`; what they have to say is said once it has committed. */
  async work<T>(ctx: TenantContext, body: (work: Work) => Promise<T>): Promise<T> {
    const rows: AppendedRow[] = [];
    const told: Work['told'] = [];
    const answer = await this.database.run(ctx, (em) => body({ em, ctx, rows, told }));
    for (const row of rows) this.outbox.appended.next(row);
    for (const { task, kind } of told) this.tell(task, kind);
    return answer;
  }

  /** Changes a task that was read in the same transaction; null when it changed in between. */
  async apply(work: Work, before: TaskView, plan: Plan): Promise<TaskView | null> {
    const { em, ctx } = work;
    const after = changed(before, plan.change, this.clock.now());
    const row = this.rowFor(after, plan);
    const last = work.mayEnd === true && isAll(plan, row);
    if (!(await applyTransition(em, ctx, [before, after], plan, { ids: this.ids, row, last }))) return null;
    await plan.write?.(after);
    work.sensitive ||= plan.sensitive ?? false;
    work.told.push({ task: after, kind: plan.kind });
    if (row?.toldByAnswer) return after;
    if (row?.kind === 'task.closed') {
      work.rows.push(await this.outbox.withMessage(em, row, plan.message?.(after)));
    } else if (row !== null) {
      work.rows.push(row);
    }
    return after;
  }

  /** What the workflow that waits for the task, or keeps its timers, must be told. */
  private rowFor(after: TaskView, { timers, askedBy }: Plan): AppendedRow | null {
    const workflowId = after.workflowId ?? after.timerWorkflowId;
    if (workflowId === null) return null;
    const owned = { ...after, workflowId };
    if (isClosed(after.status)) {
      const row = this.outbox.rowOf(owned, 'task.closed');
      return askedBy === workflowId ? { ...row, toldByAnswer: true } : row;
    }
    if (timers === undefined) return null;
    return this.outbox.rowOf(owned, timers === 'start' ? 'task.timers' : 'task.changed');
  }

  /** @throws TaskNotFoundError also for a task of another tenant, or one that the principal may not see */
  async read(em: EntityManager | Reader, ctx: TenantContext, taskId: string): Promise<TaskView> {
    const task = await this.find(em, ctx, taskId);
    if (task === null || !maySee(task, actorOf(ctx))) throw new TaskNotFoundError();
    return task;
  }

  /** A task of the tenant, for whoever may see it. */
  async unseen(em: EntityManager | Reader, ctx: TenantContext, taskId: string): Promise<UnseenTask> {
    return new UnseenTask(ctx.tenantId, await this.find(em, ctx, taskId));
  }

  /** Makes others wait who want to change the task; read it after this. */
  async lock(em: EntityManager, ctx: TenantContext, taskId: string): Promise<void> {
    if (!isUuid(taskId)) throw new TaskNotFoundError();
    await em.query('SELECT FROM tasks WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [ctx.tenantId, taskId]);
  }

  tell({ tenantId, id, revision, workflowId }: Told, kind: string): void {
    const workflow = workflowId === null ? {} : { workflowId };
    this.live.publish({ tenantId, topic: 'task', id, revision, kind, ...workflow });
  }

  private async find(
    em: EntityManager | Reader,
    ctx: TenantContext,
    taskId: string,
  ): Promise<TaskView | null> {
    if (!isUuid(taskId)) return null;
    const [row] = await queryRows<TaskRow>(em, READ_TASK, [ctx.tenantId, taskId]);
    return row ? toTaskView(row) : null;
  }

  /** Null when the task changed in between, and then nothing was written. */
  private async attempt(
    work: Work,
    action: TaskAction,
    { taskId, expectedRevision }: TaskCommand,
    decide: (em: EntityManager, task: TaskView) => Plan | Promise<Plan>,
    alongside: Options['alongside'],
  ): Promise<TaskView | null> {
    const { em, ctx } = work;
    const reading = this.read(em, ctx, taskId);
    if (isUuid(taskId)) alongside?.(em);
    const before = await reading;
    await this.permit(em, ctx, action, before, expectedRevision);
    return this.apply(work, before, await decide(em, before));
  }

  private async permit(
    em: EntityManager,
    ctx: TenantContext,
    action: TaskAction,
    task: TaskView,
    expectedRevision: number | undefined,
  ): Promise<void> {
    const refused = refusal(task, actorOf(ctx), action);
    if (refused !== null) throw await refusalError(em, refused, task, this.directory);
    if (expectedRevision !== undefined && expectedRevision !== task.revision) {
      throw new TaskRevisionConflictError(expectedRevision, task.revision);
    }
  }
}

const READ_TASK = prepared(`SELECT ${TASK_COLUMNS} FROM tasks t WHERE t.tenant_id = $1 AND t.id = $2`);

/** Whether the statement that changes the task is all that the plan has to write and to read. */
function isAll({ change, write, message }: Plan, row: AppendedRow | null): boolean {
  if (write !== undefined || change.candidates !== undefined) return false;
  return row?.kind !== 'task.closed' || row.toldByAnswer === true || message !== undefined;
}

const DECISIONS: readonly TaskAction[] = ['claim_and_complete', 'complete', 'approve', 'reject'];

/** A key may be allowed to decide tasks, and nothing else. */
function scopeFor({ scopes }: TenantContext, action: TaskAction): Scope {
  return DECISIONS.includes(action) && scopes.includes('tasks:complete') ? 'tasks:complete' : 'tasks:write';
}
