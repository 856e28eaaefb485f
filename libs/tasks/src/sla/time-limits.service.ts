import { Injectable } from '@nestjs/common';
import { CalendarsService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';
import { afterPause } from './after-pause';
import { breachAt } from './plan-steps';
import { moveSteps, pendingSteps, putBreach, settleStep, type TaskStep } from './task-steps.store';

export interface Limits {
  dueAt: Date | null;
  steps: TaskStep[];
}

/** The due date of a task and the steps that it is still to take, which move together. */
@Injectable()
export class TimeLimits {
  constructor(private readonly calendars: CalendarsService) {}

  /** When they are, were the task's clock to run from now on: that of a paused task has stood still. */
  async fromNow(em: EntityManager, task: TaskView, now: Date): Promise<Limits> {
    const steps = await pendingSteps(em, task);
    const { pausedAt, dueAt, calendarDue } = task;
    if (pausedAt === null) return { dueAt, steps };
    const calendar =
      calendarDue || steps.some((step) => step.calendar)
        ? await this.calendars.calendarFor(em, task.tenantId, task.groupId)
        : null;
    const moved = (limit: Date, calendarCounts: boolean) =>
      afterPause(limit, pausedAt, now, calendarCounts ? calendar : null);
    return {
      dueAt: dueAt && moved(dueAt, calendarDue),
      steps: steps.map((step) => ({ ...step, at: moved(step.at, step.calendar) })),
    };
  }

  /** Moves every step by as much as the due date has moved, and the breach to the new due date. */
  async moveDueDate(em: EntityManager, task: TaskView, old: Limits, now: Date): Promise<void> {
    const shift = task.dueAt && old.dueAt ? task.dueAt.getTime() - old.dueAt.getTime() : 0;
    const chain = old.steps.filter(({ action }) => action !== 'breach');
    await moveSteps(
      em,
      task,
      chain.map(({ position, at }) => ({ position, at: new Date(at.getTime() + shift) })),
    );
    if (task.dueAt !== null) return putBreach(em, task, breachAt(task.dueAt, false));
    const breach = old.steps.find(({ action }) => action === 'breach');
    if (breach !== undefined) await settleStep(em, task, breach, 'skipped', now);
  }
}
