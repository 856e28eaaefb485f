import { Injectable } from '@nestjs/common';
import { Clock, type FieldError } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { momentProblem } from '../sla/plan-steps';
import { moveSteps, timerWorkflowId } from '../sla/task-steps.store';
import { lastMoment, lifePast } from '../sla/life';
import { type Limits, TimeLimits } from '../sla/time-limits.service';
import { type Plan, type TaskCommand, TaskCommands } from '../commands/task-commands.service';
import type { TaskView } from '../task/task-view';
import { InvalidTaskCommandError } from '../task/task.errors';

export interface ReasonedCommand extends TaskCommand {
  /** Why, for the history; at most 2,000 characters. */
  reason?: string | undefined;
}

export interface CancelCommand extends ReasonedCommand {
  /** Temporal's id of the workflow that cancels its task. */
  askedBy?: string | undefined;
}

export interface SuspendCommand extends ReasonedCommand {
  /** When the task comes back by itself; it waits for `resume` without it. */
  resumesAt?: Date | undefined;
}

export interface PriorityCommand extends ReasonedCommand {
  /** 0 (least) to 100 (most urgent). */
  priority: number;
}

export interface DueDateCommand extends ReasonedCommand {
  /** Null takes the due date away. */
  dueAt: Date | null;
}

/** Putting tasks aside, ending them, and changing what governs their order: mostly a supervisor's work. */
@Injectable()
export class TaskControlService {
  constructor(
    private readonly commands: TaskCommands,
    private readonly limits: TimeLimits,
    private readonly clock: Clock,
  ) {}

  /** Stops the task's clock until it is resumed. */
  async suspend(ctx: TenantContext, command: SuspendCommand): Promise<TaskView> {
    const { resumesAt = null, reason } = command;
    const now = this.clock.now();
    const problem = resumesAt && momentProblem(resumesAt, now);
    if (problem !== null) throw invalid('/resumesAt', problem);
    return this.commands.run(ctx, 'suspend', command, (em, before) => ({
      kind: 'suspended',
      note: checkedReason(reason),
      change: { status: 'SUSPENDED', suspendedFrom: before.status, pausedAt: now, resumesAt },
      timers: 'changed',
    }));
  }

  /** Puts the task back where it was; what was left of its time is left again. */
  async resume(ctx: TenantContext, command: ReasonedCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'resume', command, async (em, before) => ({
      ...(await this.resumption(em, before)),
      kind: 'resumed',
      note: checkedReason(command.reason),
    }));
  }

  /** How a paused task goes on from now, with every time limit moved by as much as it was paused. */
  async resumption(em: EntityManager, before: TaskView): Promise<Omit<Plan, 'kind'>> {
    const limits = await this.limits.fromNow(em, before, this.clock.now());
    return {
      change: {
        status: before.suspendedFrom ?? 'READY',
        suspendedFrom: null,
        pausedAt: null,
        resumesAt: null,
        waitingFor: null,
        dueAt: limits.dueAt,
        expiresAt: lifePast(before.expiresAt, lastMoment(limits.dueAt, limits.steps)),
      },
      timers: 'changed',
      write: (after) => moveSteps(em, after, limits.steps),
    };
  }

  /** Ends the task without a decision; a workflow that waits for it gets `TaskCancelledError`. */
  async cancel(ctx: TenantContext, command: CancelCommand): Promise<TaskView> {
    const reason = checkedReason(command.reason);
    return this.commands.run(ctx, 'cancel', command, () => ({
      kind: 'cancelled',
      note: reason,
      change: { ...ENDED, status: 'CANCELLED', outcome: 'cancelled', outcomeReason: reason ?? null },
      askedBy: command.askedBy,
    }));
  }

  /** Ends the task because its time to live is over, or its chain says so; only the server does. */
  async expire(ctx: TenantContext, command: ReasonedCommand): Promise<TaskView> {
    const reason = command.reason ?? 'Its time to live ended.';
    return this.commands.run(ctx, 'expire', command, () => ({
      kind: 'expired',
      note: reason,
      change: { ...ENDED, status: 'EXPIRED', outcome: 'expired', outcomeReason: reason },
    }));
  }

  async setPriority(ctx: TenantContext, command: PriorityCommand): Promise<TaskView> {
    const { priority, reason } = command;
    if (!Number.isInteger(priority) || priority < 0 || priority > 100) {
      throw invalid('/priority', 'must be a whole number from 0 to 100');
    }
    return this.commands.run(ctx, 'set_priority', command, () => ({
      kind: 'priority_changed',
      note: checkedReason(reason),
      change: { priority },
    }));
  }

  /**
   * Moves the due date, and with it by as much every step that is still to come. What is left of a task whose clock
   * stands still counts from now.
   */
  async setDueDate(ctx: TenantContext, command: DueDateCommand): Promise<TaskView> {
    const { dueAt, reason } = command;
    const now = this.clock.now();
    const problem = dueAt && momentProblem(dueAt, now);
    if (problem !== null) throw invalid('/dueAt', problem);
    return this.commands.run(ctx, 'set_due_date', command, async (em, before) => {
      const timerless = before.workflowId === null && before.timerWorkflowId === null && dueAt !== null;
      const limits = await this.limits.fromNow(em, before, now);
      return {
        kind: 'due_date_changed',
        note: checkedReason(reason),
        change: {
          dueAt,
          calendarDue: false,
          expiresAt: lifePast(before.expiresAt, lastOf(before.dueAt, limits, dueAt)),
          ...(before.pausedAt === null ? {} : { pausedAt: now }),
          ...(timerless ? { timerWorkflowId: timerWorkflowId(before) } : {}),
        },
        timers: timerless ? 'start' : 'changed',
        write: (after) => this.limits.moveDueDate(em, after, limits, now),
      };
    });
  }
}

/** The last moment of a plan whose due date moves, and all that is still to come with it. */
function lastOf(before: Date | null, { dueAt, steps }: Limits, moved: Date | null): Date | null {
  const from = dueAt ?? before;
  const shift = moved && from ? moved.getTime() - from.getTime() : 0;
  return lastMoment(
    moved,
    steps
      .filter(({ action }) => action !== 'breach')
      .map(({ at }) => ({ at: new Date(at.getTime() + shift) })),
  );
}

/** What no closed task has. */
const ENDED = { suspendedFrom: null, pausedAt: null, resumesAt: null, waitingFor: null } as const;

/** @throws InvalidTaskCommandError */
export function checkedReason(reason: string | undefined): string | undefined {
  const text = reason?.trim();
  if (text !== undefined && (text.length > 2_000 || text.includes('\0'))) {
    throw invalid('/reason', 'must be at most 2,000 characters of text');
  }
  return text === '' ? undefined : text;
}

export function invalid(pointer: string, message: string): InvalidTaskCommandError {
  const field: FieldError = { pointer, message };
  return new InvalidTaskCommandError([field]);
}
