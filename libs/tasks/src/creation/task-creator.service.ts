import { Injectable } from '@nestjs/common';
import { Clock, Config, digest, DomainError, type FieldError, Ids, queryRows } from '@orkestra/core';
import {
  CalendarsService,
  DEFAULT_CALENDAR,
  defaultLimits,
  DirectoryService,
  isAdmin,
  type TenantContext,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { withStandIns } from '../voting/stand-in-voters.queries';
import { quorumProblem } from '../voting/voters.queries';
import { Outbox } from '../delivery/outbox.service';
import { dueDate, needsCalendar, planErrors, planSteps } from '../sla/plan-steps';
import { lastMoment, lifeProblem } from '../sla/life';
import { insertSteps, type ResolvedStep, resolveSteps, timerWorkflowId } from '../sla/task-steps.store';
import { readRequesters, type RequestOrigin } from './read-requesters';
import { type Assignment, type AssignmentMoment, resolveAssignment, takeTurnFor } from './resolve-assignment';
import { TaskCommands, type Work } from '../commands/task-commands.service';
import { insertTask, newTaskView } from './insert-task.store';
import { barredRequesters } from '../task/self-approval';
import { mask, type Masked } from '../secrets/masked';
import { placesMatching } from '../secrets/sensitive-places';
import { TaskSecrets } from '../secrets/task-secrets.service';
import { eventParameters, insertEvent } from '../task/task-event.store';
import { type CheckedTaskSpec, checkTaskSpec } from './task.schema';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from '../task/task-view';
import { InvalidTaskSpecError } from '../task/task.errors';
import { TOOL_APPROVAL } from '../task/tool-approval-type';
import { RefusedError } from '../task/refused.errors';

export interface TaskOrigin extends RequestOrigin {
  /** What makes a retry find the task again; unique per tenant. */
  requestKey?: string;
  /** Temporal's id of the workflow that waits for the task. */
  workflowId?: string;
  runId?: string;
}

/** Creates tasks: once per request key, with everything that they bring in one transaction. */
@Injectable()
export class TaskCreator {
  constructor(
    private readonly commands: TaskCommands,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly secrets: TaskSecrets,
  ) {}

  async create(ctx: TenantContext, raw: unknown, origin: TaskOrigin): Promise<TaskView> {
    try {
      return await this.createOnce(ctx, raw, origin);
    } catch (error) {
      // A repeated request finds its task even where it could not be made any more: its due date has passed, its user has left.
      const refused = error instanceof DomainError && error.kind !== 'unavailable';
      const made = refused ? await this.madeEarlier(ctx, raw, origin) : null;
      if (made === null) throw error;
      return made;
    }
  }

  private async createOnce(ctx: TenantContext, raw: unknown, origin: TaskOrigin): Promise<TaskView> {
    const spec = checkTaskSpec(raw);
    if (spec.type === TOOL_APPROVAL) throw reservedType();
    if (spec.decidableBy === 'anyone' && (!isAdmin(ctx) || ctx.agent !== undefined))
      throw new RefusedError('task.decidable_by_forbidden');
    const id = this.ids.next();
    const { requestKey = id } = origin;
    const written = { ...origin, id, requestKey, specDigest: digest(raw) };
    const made = await this.commands.work(ctx, (work) =>
      this.insert({ ...work, mayEnd: true }, spec, written),
    );
    const found = made ?? (await this.madeEarlier(ctx, raw, origin));
    if (found === null) throw new RefusedError('task.request_key_conflict');
    return found;
  }

  /**
   * Creates a task, or finds the one that its request key has made, in a transaction that has begun.
   * @throws `task.request_key_conflict`
   */
  async createIn(
    work: Work,
    spec: CheckedTaskSpec,
    specDigest: Buffer,
    origin: TaskOrigin,
  ): Promise<TaskView> {
    const { em, ctx } = work;
    const id = this.ids.next();
    const requestKey = origin.requestKey ?? id;
    const task = await this.insert(work, spec, { ...origin, id, requestKey, specDigest });
    const found = task ?? (await this.findMade(em, ctx.tenantId, requestKey, specDigest));
    if (found === null) throw new RefusedError('task.request_key_conflict');
    return found;
  }

  private async madeEarlier(ctx: TenantContext, raw: unknown, { requestKey }: TaskOrigin) {
    if (requestKey === undefined) return null;
    return this.commands.work(ctx, ({ em }) => this.findMade(em, ctx.tenantId, requestKey, digest(raw)));
  }

  /** The task that the same request has made earlier; null where there is none, or another content made it. */
  private async findMade(
    em: EntityManager,
    tenantId: string,
    requestKey: string,
    specDigest: Buffer,
  ): Promise<TaskView | null> {
    const [row] = await queryRows<TaskRow & { made: Buffer }>(
      em,
      `SELECT ${TASK_COLUMNS}, t.spec_digest AS made FROM tasks t WHERE t.tenant_id = $1 AND t.request_key = $2`,
      [tenantId, requestKey],
    );
    if (row === undefined) return null;
    const isSame = await this.secrets.isDigestOf(em, tenantId, row.made, specDigest);
    return isSame ? toTaskView(row) : null;
  }

  /** Null when the request key has already made a task. */
  private async insert(
    work: Work,
    spec: CheckedTaskSpec,
    origin: TaskOrigin & { id: string; requestKey: string; specDigest: Buffer },
  ): Promise<TaskView | null> {
    const { em, ctx } = work;
    const { tenantId, principal } = ctx;
    const now = this.clock.now();
    const requesters = await readRequesters(em, this.directory, ctx, spec, origin);
    const barred = barredRequesters(requesters);
    const moment = { tenantId, now, barred };
    const given = await resolveAssignment(em, this.directory, assignToOf(spec), moment);
    const assignment = spec.approval?.quorum ? await withVoters(em, given, moment) : given;
    const calendar = needsCalendar(spec.sla)
      ? await this.calendars.calendarFor(em, tenantId, assignment.groupId)
      : DEFAULT_CALENDAR;
    const dueAt = dueDate(spec.sla, now, calendar);
    const planned = planSteps(spec.sla, dueAt, now, calendar);
    refuse(planErrors(planned, dueAt, now));
    const planEnd = lastMoment(dueAt, planned);
    refuse(lifeErrors(spec.timeToLiveMs, now, planEnd));
    const steps = await resolveSteps(em, this.directory, planned);
    refuse(excludedTargets(steps, assignment.excluded));
    const { id, requestKey, workflowId = null, runId = null, startedById = null } = origin;
    const createdBy = { kind: principal.kind, id: principal.id };
    const view = newTaskView(
      spec,
      assignment,
      requesters,
      { id, tenantId, workflowId, createdBy, startedById, dueAt },
      now,
    );
    const alone = workflowId === null && steps.length > 0;
    const draft = alone ? { ...view, timerWorkflowId: timerWorkflowId(view) } : view;
    const timeToLiveMs = spec.timeToLiveMs ?? null;
    const event = this.created(ctx, draft, assignment);
    const limits = defaultLimits(this.config);
    const waits = ctx.channel === 'workflow';
    const context =
      spec.context === undefined
        ? null
        : mask(spec.context, placesMatching(spec.sensitiveContext ?? [], spec.context));
    const specDigest = context?.secrets
      ? await this.secrets.digestOf(em, tenantId, origin.specDigest)
      : origin.specDigest;
    const written = {
      task: draft,
      requestKey,
      specDigest,
      runId,
      timeToLiveMs,
      planEnd,
      spec,
      context,
      limits,
      waits,
      event,
      last: work.mayEnd === true && isAll(draft, assignment, context, steps),
    };
    const task = await insertTask(em, written);
    if (task === null) return null;
    await this.secrets.write(em, { tenantId, taskId: id, kind: 'context' }, context?.secrets ?? null);
    await takeTurnFor(em, tenantId, assignment);
    await insertSteps(em, task, steps);
    const problem = task.quorum && (await quorumProblem(em, task, task.quorum));
    if (problem !== null) refuse([{ pointer: '/approval/quorum', message: problem }]);
    if (assignment.groupIsEmpty) await this.recordEmptyGroup(work, task);
    if (task.timerWorkflowId !== null) {
      const timed = { ...task, workflowId: task.timerWorkflowId };
      work.rows.push(await this.outbox.append(em, timed, 'task.timers'));
    }
    work.told.push({ task, kind: 'created' });
    return task;
  }

  /** The first line of the history, with whoever got the task in another's place. */
  private created(ctx: TenantContext, task: TaskView, assignment: VotersAssignment): unknown[] {
    const { substitutedFor, substitutes } = assignment;
    const changes = {
      status: { before: null, after: task.status },
      ...(task.onBehalfOf === null ? {} : { onBehalfOf: task.onBehalfOf }),
      ...(substitutedFor === null ? {} : { substitutedFor }),
      ...(substitutes === undefined ? {} : { substitutes }),
    };
    return eventParameters(ctx, { kind: 'created', changes }, this.ids);
  }

  private async recordEmptyGroup({ em, ctx }: Work, task: TaskView): Promise<void> {
    const changes = { recipients: { supervisorsOf: [task.groupId] } };
    const note = 'The group has no active member.';
    await insertEvent(
      em,
      ctx,
      task,
      { kind: 'notified', note, changes },
      { clock: this.clock, ids: this.ids },
    );
  }
}

/** Whether the row of the task, and what is written in one statement with it, is all that there is to write. */
function isAll(
  { quorum }: TaskView,
  { byStrategy, groupIsEmpty }: Assignment,
  context: Masked<unknown> | null,
  steps: readonly unknown[],
): boolean {
  return quorum === null && !byStrategy && !groupIsEmpty && !context?.secrets && steps.length === 0;
}

/** With whoever votes in the place of somebody who is away. */
interface VotersAssignment extends Assignment {
  substitutes?: Record<string, string>;
}

async function withVoters(
  em: EntityManager,
  assignment: Assignment,
  { tenantId, now, barred }: AssignmentMoment,
): Promise<VotersAssignment> {
  const { candidates } = assignment;
  const excluded = [...assignment.excluded, ...barred];
  const { users, substitutes } = await withStandIns(em, tenantId, candidates.users, excluded, now);
  if (Object.keys(substitutes).length === 0) return assignment;
  return { ...assignment, candidates: { ...candidates, users }, substitutes };
}

/** Several voters share a task: nobody is given it. */
function assignToOf({ assignTo = {}, approval }: CheckedTaskSpec): NonNullable<CheckedTaskSpec['assignTo']> {
  if (approval?.quorum === undefined) return assignTo;
  if (assignTo.user === undefined) return { ...assignTo, strategy: 'manual' };
  const message = 'several people vote on this task: name them as candidates';
  throw new InvalidTaskSpecError([{ pointer: '/assignTo/user', message }]);
}

/** A life of the task's own has to reach past its plan; the tenant's default is lengthened. */
function lifeErrors(timeToLiveMs: number | undefined, now: Date, last: Date | null): FieldError[] {
  const message = timeToLiveMs === undefined ? null : lifeProblem(timeToLiveMs, now, last);
  return message === null ? [] : [{ pointer: '/timeToLiveMs', message }];
}

/** Steps that would give the task to somebody who may never act on it. */
function excludedTargets(steps: readonly ResolvedStep[], excluded: readonly string[]): FieldError[] {
  return steps
    .filter(({ action, userId }) => action !== 'notify' && userId !== null && excluded.includes(userId))
    .map(({ position }) => ({
      pointer: `/sla/chain/${position}/to/user`,
      message: 'is excluded from the task; name somebody else',
    }));
}

function reservedType(): InvalidTaskSpecError {
  const message = `"${TOOL_APPROVAL}" is the type of tasks that decide an agent's own tool calls: choose another`;
  return new InvalidTaskSpecError([{ pointer: '/type', message }]);
}

/** @throws InvalidTaskSpecError when there is an error */
function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new InvalidTaskSpecError(errors);
}
