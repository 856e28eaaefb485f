import { Injectable } from '@nestjs/common';
import type { FieldError } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { CalendarsService } from './sla/calendar';
import { afterPause } from './sla/pause';
import { breachAt } from './sla/plan-steps';
import { moveSteps, pendingSteps, putBreach, settleStep, timerWorkflowId } from './sla/task-steps';
import { type Plan, type TaskCommand, TaskCommands } from './task-commands';
import type { TaskView } from './task-view';
import { InvalidTaskCommandError } from './tasks.errors';

export interface ReasonedCommand extends TaskCommand {
  /** Why, for the history; at most 2,000 characters. */
  reason?: string | undefined;
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
  /** Null for none. */
  dueAt: Date | null;
}

/** Putting tasks aside, ending them, and changing what governs their order: mostly a supervisor's work. */
@Injectable()
export class TaskControlService {
  constructor(
    private readonly commands: TaskCommands,
    private readonly calendars: CalendarsService,
  ) {}

  /** Stops the task's clock until it is resumed. */
  async suspend(ctx: TenantContext, command: SuspendCommand): Promise<TaskView> {
    const { resumesAt = null, reason } = command;
    const now = this.now();
    if (resumesAt !== null && resumesAt <= now) throw invalid('/resumesAt', 'lies in the past');
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
    const now = this.now();
    const pausedAt = before.pausedAt ?? now;
    const steps = await pendingSteps(em, before);
    const calendar =
      before.calendarDue || steps.some((step) => step.calendar)
        ? await this.calendars.calendarFor(em, before.tenantId, before.groupId)
        : null;
    const moved = (limit: Date, calendarCounts: boolean) =>
      afterPause(limit, pausedAt, now, calendarCounts ? calendar : null);
    return {
      change: {
        status: before.suspendedFrom ?? 'READY',
        suspendedFrom: null,
        pausedAt: null,
        resumesAt: null,
        waitingFor: null,
        dueAt: before.dueAt && moved(before.dueAt, before.calendarDue),
      },
      timers: 'changed',
      write: (after) =>
        moveSteps(
          em,
          after,
          steps.map((step) => ({ position: step.position, at: moved(step.at, step.calendar) })),
        ),
    };
  }

  /** Ends the task without a decision; a workflow that waits for it gets `TaskCancelledError`. */
  async cancel(ctx: TenantContext, command: ReasonedCommand): Promise<TaskView> {
    const reason = checkedReason(command.reason);
    return this.commands.run(ctx, 'cancel', command, () => ({
      kind: 'cancelled',
      note: reason,
      change: { ...ENDED, status: 'CANCELLED', outcome: 'cancelled', outcomeReason: reason ?? null },
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

  /** Moves the due date, and with it by as much every step that is still to come. */
  async setDueDate(ctx: TenantContext, command: DueDateCommand): Promise<TaskView> {
    const { dueAt, reason } = command;
    if (dueAt !== null && dueAt <= this.now()) throw invalid('/dueAt', 'lies in the past');
    return this.commands.run(ctx, 'set_due_date', command, (em, before) => {
      const timerless = before.workflowId === null && before.timerWorkflowId === null && dueAt !== null;
      return {
        kind: 'due_date_changed',
        note: checkedReason(reason),
        change: {
          dueAt,
          calendarDue: false,
          ...(timerless ? { timerWorkflowId: timerWorkflowId(before) } : {}),
        },
        timers: timerless ? 'start' : 'changed',
        write: (after) => this.moveDueDate(em, before, after),
      };
    });
  }

  private async moveDueDate(em: EntityManager, before: TaskView, after: TaskView): Promise<void> {
    const steps = await pendingSteps(em, after);
    const chain = steps.filter(({ action }) => action !== 'breach');
    const shift = after.dueAt && before.dueAt ? after.dueAt.getTime() - before.dueAt.getTime() : 0;
    await moveSteps(
      em,
      after,
      chain.map(({ position, at }) => ({ position, at: new Date(at.getTime() + shift) })),
    );
    if (after.dueAt !== null) return putBreach(em, after, breachAt(after.dueAt, false));
    const breach = steps.find(({ action }) => action === 'breach');
    if (breach !== undefined) await settleStep(em, after, breach, 'skipped', this.now());
  }

  private now(): Date {
    return this.commands.sources.clock.now();
  }
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
