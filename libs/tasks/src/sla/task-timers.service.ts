import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@orkestra/core';
import { CalendarsService, DirectoryService, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type Plan, TaskCommands, type Work } from '../commands/task-commands.service';
import { insertEvent } from '../task/task-event.store';
import { handedTo, type Handover } from '../assignment/task-target';
import { isClosed } from '../task/task-status';
import type { TaskView } from '../task/task-view';
import { TargetAbsentError } from '../task/task.errors';
import { readDefaultChain } from './default-chain.queries';
import { DEFAULT_CHAIN_POSITION, planChain } from './plan-steps';
import { expiry, handover, hasAnswer, mayReceive, recipientsOf, staysWithVoters } from './step-effects';
import { progressOf, type TaskProgress } from './task-progress.queries';
import { lastMoment, lifePast } from './life';
import {
  insertSteps,
  liveUntil,
  pendingSteps,
  resolveSteps,
  settleStep,
  type TaskStep,
} from './task-steps.store';
import { TaskSecrets } from '../secrets/task-secrets.service';

/**
 * What happens to tasks as time passes. A timer of Temporal says when to look; the table says what is due, so that
 * a timer that comes early, late or twice does no harm.
 */
@Injectable()
export class TaskTimersService {
  constructor(
    private readonly commands: TaskCommands,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: TaskSecrets,
  ) {}

  /**
   * Carries out the steps that are due, and says when the next one is.
   * @param askedBy Temporal's id of the workflow that keeps the timers, and learns from the answer what became of the task
   * @throws TaskNotFoundError
   */
  async advance(ctx: TenantContext, taskId: string, askedBy?: string): Promise<TaskProgress> {
    return this.commands.work(ctx, async (work) => {
      await this.commands.lock(work.em, ctx, taskId);
      let task = await this.commands.read(work.em, ctx, taskId);
      if (!isClosed(task.status) && task.pausedAt === null)
        task = await this.carryOutDue(work, task, askedBy);
      return progressOf(work.em, task, this.clock.now(), this.secrets);
    });
  }

  /** How a task stands, without changing it. */
  async progressOf(ctx: TenantContext, task: TaskView): Promise<TaskProgress> {
    return this.commands.work(ctx, ({ em }) => progressOf(em, task, this.clock.now(), this.secrets));
  }

  private async carryOutDue(work: Work, given: TaskView, askedBy?: string): Promise<TaskView> {
    let task = given;
    const now = this.clock.now();
    for (const step of await pendingSteps(work.em, task)) {
      if (step.at > now || isClosed(task.status)) break;
      const skipped = step.ifUnclaimed && task.status !== 'READY';
      if (!skipped) task = await this.carryOut(work, task, step, askedBy);
      await settleStep(work.em, task, step, skipped ? 'skipped' : 'done', now);
    }
    return task;
  }

  private async carryOut(work: Work, task: TaskView, step: TaskStep, askedBy?: string): Promise<TaskView> {
    if (step.action === 'breach') return this.breach(work, task, step);
    if (step.action === 'notify') return this.notify(work, task, step, 'notified');
    if (step.action === 'expire') return this.change(work, task, { ...expiry(step), askedBy });
    const handed = await this.handed(work.em, task, step);
    const after =
      handed === null && step.action === 'reassign'
        ? task
        : await this.change(work, task, handover(task, step, handed ?? { change: {}, details: {} }));
    return handed === null ? this.notify(work, after, step, 'notified') : after;
  }

  /** The task in the hands of the step's target; null where it stays where it is, and people are told instead (ADR 0021). */
  private async handed(em: EntityManager, task: TaskView, step: TaskStep): Promise<Handover | null> {
    if (task.voting || !(await mayReceive(em, task, step))) return null;
    try {
      return await handedTo(em, task, step, this.clock.now());
    } catch (error) {
      if (error instanceof TargetAbsentError) return null;
      throw error;
    }
  }

  private async change(work: Work, task: TaskView, plan: Plan): Promise<TaskView> {
    const after = await this.commands.apply(work, task, plan);
    if (after === null) throw new Error(`Task ${task.id} changed although it was locked`);
    return after;
  }

  /** The due date has passed: the chain of the group or tenant begins, where the task has none of its own. */
  private async breach(work: Work, task: TaskView, step: TaskStep): Promise<TaskView> {
    const { em } = work;
    const told = await this.notify(work, task, step, 'sla_breached');
    const chain = (await hasAnswer(em, task)) ? null : await readDefaultChain(em, this.directory, task);
    if (chain === null) return told;
    const calendar = await this.calendars.calendarFor(em, task.tenantId, task.groupId);
    const from = { dueAt: task.dueAt, now: this.clock.now(), calendar, calendarDue: task.calendarDue };
    const steps = planChain(chain, { ...from, position: DEFAULT_CHAIN_POSITION });
    await insertSteps(em, task, await resolveSteps(em, this.directory, steps));
    await liveUntil(em, task, lifePast(task.expiresAt, lastMoment(null, steps)));
    return told;
  }

  /** Writes down who is to be told; the task itself stays as it is. */
  private async notify(work: Work, task: TaskView, step: TaskStep, kind: string): Promise<TaskView> {
    const recipients = await recipientsOf(work.em, task, step);
    const changes = { recipients, ...(staysWithVoters(task, step) ? { staysWith: 'voters' } : {}) };
    const event = { kind, note: step.message ?? undefined, changes };
    await insertEvent(work.em, work.ctx, task, event, { clock: this.clock, ids: this.ids });
    work.told.push({ task, kind });
    return task;
  }
}
