import { Injectable } from '@nestjs/common';
import { digest, queryRows } from '@orkestra/core';
import { DEFAULT_CALENDAR, DirectoryService, isAdmin, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { checkQuorum } from './approvals/voters';
import { Outbox } from './outbox';
import { CalendarsService } from './sla/calendar';
import { dueDate, needsCalendar, planErrors, planSteps } from './sla/plan-steps';
import { insertSteps, timerWorkflowId } from './sla/task-steps';
import { resolveAssignment } from './task-assignment';
import { TaskCommands, type Work } from './task-commands';
import { insertTask, insertTaskParts, newTaskView } from './task-creation';
import { insertEvent } from './task-events';
import { type CheckedTaskSpec, checkTaskSpec } from './task-spec';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from './task-view';
import { DecidableByForbiddenError, InvalidTaskSpecError, RequestKeyConflictError } from './tasks.errors';

export interface TaskOrigin {
  /** What makes a retry find the task again; unique per tenant. */
  requestKey?: string;
  /** Temporal's id of the workflow that waits for the task. */
  workflowId?: string;
  runId?: string;
  /** Who started that workflow. */
  startedById?: string | undefined;
}

/** Creates tasks: once per request key, with everything that they bring in one transaction. */
@Injectable()
export class TaskCreator {
  constructor(
    private readonly commands: TaskCommands,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarsService,
    private readonly outbox: Outbox,
  ) {}

  async create(ctx: TenantContext, raw: unknown, origin: TaskOrigin): Promise<TaskView> {
    const spec = checkTaskSpec(raw);
    if (spec.decidableBy === 'anyone' && !isAdmin(ctx)) throw new DecidableByForbiddenError();
    const specDigest = digest(raw);
    const id = this.commands.sources.ids.next();
    const requestKey = origin.requestKey ?? id;
    return this.commands.work(ctx, async (work) => {
      const task = await this.insert(work, spec, { ...origin, id, requestKey, specDigest });
      return task ?? (await this.existing(work.em, ctx, requestKey, specDigest));
    });
  }

  /** Null when the request key has already made a task. */
  private async insert(
    work: Work,
    spec: CheckedTaskSpec,
    origin: TaskOrigin & { id: string; requestKey: string; specDigest: Buffer },
  ): Promise<TaskView | null> {
    const { em, ctx } = work;
    const { tenantId, principal } = ctx;
    const now = this.commands.sources.clock.now();
    const assignment = await resolveAssignment(em, this.directory, assignToOf(spec));
    const calendar = needsCalendar(spec.sla)
      ? await this.calendars.calendarFor(em, tenantId, assignment.groupId)
      : DEFAULT_CALENDAR;
    const dueAt = dueDate(spec.sla, now, calendar);
    const steps = planSteps(spec.sla, dueAt, now, calendar);
    const errors = planErrors(steps, dueAt, now);
    if (errors.length > 0) throw new InvalidTaskSpecError(errors);
    const { id, requestKey, specDigest, workflowId = null, runId = null, startedById = null } = origin;
    const createdBy = { kind: principal.kind, id: principal.id };
    const view = newTaskView(
      spec,
      assignment,
      { id, tenantId, workflowId, createdBy, startedById, dueAt },
      now,
    );
    const alone = workflowId === null && steps.length > 0;
    const draft = alone ? { ...view, timerWorkflowId: timerWorkflowId(view) } : view;
    const timeToLiveMs = spec.timeToLiveMs ?? null;
    const task = await insertTask(em, { task: draft, requestKey, specDigest, runId, timeToLiveMs });
    if (task === null) return null;
    await insertTaskParts(em, task, spec);
    if (steps.length > 0) await insertSteps(em, this.directory, task, steps);
    if (task.quorum !== null) await checkQuorum(em, task, task.quorum);
    const changes = { status: { before: null, after: task.status } };
    await insertEvent(em, ctx, task, { kind: 'created', changes }, this.commands.sources);
    if (task.timerWorkflowId !== null) {
      const timed = { ...task, workflowId: task.timerWorkflowId };
      work.rows.push(await this.outbox.append(em, timed, 'task.timers'));
    }
    work.told.push({ task, kind: 'created' });
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
}

/** Several voters share a task: nobody is given it. */
function assignToOf({ assignTo = {}, approval }: CheckedTaskSpec): NonNullable<CheckedTaskSpec['assignTo']> {
  if (approval?.quorum === undefined) return assignTo;
  if (assignTo.user === undefined) return { ...assignTo, strategy: 'manual' };
  const message = 'several people vote on this task: name them as candidates';
  throw new InvalidTaskSpecError([{ pointer: '/assignTo/user', message }]);
}
