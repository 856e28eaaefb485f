import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import { DirectoryService, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type Plan, TaskCommands, type Work } from '../task-commands';
import { readClosed, type TaskClosedMessage } from '../task-closed';
import { insertEvent } from '../task-events';
import { handedTo } from '../task-target';
import { isClosed } from '../task.state';
import type { TaskView } from '../task-view';
import { CalendarsService } from './calendar';
import { readDefaultChain } from './default-chain';
import { DEFAULT_CHAIN_POSITION, planChain } from './plan-steps';
import { insertSteps, pendingSteps, settleStep, type TaskStep } from './task-steps';

export interface TaskProgress {
  taskId: string;
  /** There when the task has ended. */
  closed?: TaskClosedMessage;
  /** Milliseconds until the next step; absent when time changes nothing now. */
  nextInMs?: number;
  changesRequested?: {
    round: number;
    reason?: string;
    requestedBy: { kind: 'user' | 'service' | 'system'; id: string; displayName: string };
  };
}

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
  ) {}

  /**
   * Carries out the steps that are due, and says when the next one is.
   * @throws TaskNotFoundError
   */
  async advance(ctx: TenantContext, taskId: string): Promise<TaskProgress> {
    return this.commands.work(ctx, async (work) => {
      await this.commands.lock(work.em, ctx, taskId);
      let task = await this.commands.read(work.em, ctx, taskId);
      if (!isClosed(task.status) && task.pausedAt === null) task = await this.carryOutDue(work, task);
      return this.progress(work.em, task);
    });
  }

  /** How a task stands, without changing it. */
  async progressOf(ctx: TenantContext, task: TaskView): Promise<TaskProgress> {
    return this.commands.work(ctx, ({ em }) => this.progress(em, task));
  }

  private async carryOutDue(work: Work, given: TaskView): Promise<TaskView> {
    let task = given;
    const now = this.now();
    for (const step of await pendingSteps(work.em, task)) {
      if (step.at > now || isClosed(task.status)) break;
      const skipped = step.ifUnclaimed && task.status !== 'READY';
      if (!skipped) task = await this.carryOut(work, task, step);
      await settleStep(work.em, task, step, skipped ? 'skipped' : 'done', now);
    }
    return task;
  }

  private async carryOut(work: Work, task: TaskView, step: TaskStep): Promise<TaskView> {
    if (step.action === 'notify') return this.notify(work, task, step, 'notified');
    if (step.action === 'breach') return this.breach(work, task, step);
    const after = await this.commands.apply(work, task, planOf(task, step));
    if (after === null) throw new Error(`Task ${task.id} changed although it was locked`);
    return step.action === 'escalate' && step.userId === null && step.groupId === null
      ? this.notify(work, after, step, 'notified')
      : after;
  }

  /** The due date has passed: the chain of the group or tenant begins, where the task has none of its own. */
  private async breach(work: Work, task: TaskView, step: TaskStep): Promise<TaskView> {
    const told = await this.notify(work, task, step, 'sla_breached');
    const chain = (await hasChain(work.em, task)) ? null : await readDefaultChain(work.em, task);
    if (chain === null) return told;
    const calendar = await this.calendars.calendarFor(work.em, task.tenantId, task.groupId);
    const from = { dueAt: task.dueAt, now: this.now(), calendar, calendarDue: task.calendarDue };
    await insertSteps(
      work.em,
      this.directory,
      task,
      planChain(chain, { ...from, position: DEFAULT_CHAIN_POSITION }),
    );
    return told;
  }

  /** Writes down who is to be told; the task itself stays as it is. */
  private async notify(work: Work, task: TaskView, step: TaskStep, kind: string): Promise<TaskView> {
    const users = step.userId === null ? [] : [step.userId];
    const groups = step.groupId === null ? [] : [step.groupId];
    const named = users.length + groups.length > 0;
    const recipients = named ? { users, groups } : { supervisorsOf: supervisedGroups(task) };
    const event = { kind, note: step.message ?? undefined, changes: { recipients } };
    await insertEvent(work.em, work.ctx, task, event, this.commands.sources);
    work.told.push({ task, kind });
    return task;
  }

  private async progress(em: EntityManager, task: TaskView): Promise<TaskProgress> {
    if (isClosed(task.status)) {
      const closed = await readClosed(em, task.tenantId, task.id);
      return { taskId: task.id, ...(closed === null ? {} : { closed }) };
    }
    if (task.waitingFor === 'requester') return { taskId: task.id, ...(await readRequest(em, task)) };
    if (task.pausedAt !== null) return { taskId: task.id };
    const [next] = await pendingSteps(em, task);
    if (next === undefined) return { taskId: task.id };
    return { taskId: task.id, nextInMs: Math.max(0, next.at.getTime() - this.now().getTime()) };
  }

  private now(): Date {
    return this.commands.sources.clock.now();
  }
}

function planOf(task: TaskView, step: TaskStep): Plan {
  const note = step.message ?? undefined;
  if (step.action === 'expire') {
    const outcomeReason = note ?? 'Nobody decided in time.';
    const change = { status: 'EXPIRED', outcome: 'expired', outcomeReason } as const;
    return { kind: 'expired', note: outcomeReason, change };
  }
  const handed = step.userId === null && step.groupId === null ? {} : handedTo(task, step);
  if (step.action === 'reassign') return { kind: 'reassigned', note, change: handed };
  return { kind: 'escalated', note, change: { ...handed, escalationLevel: task.escalationLevel + 1 } };
}

function supervisedGroups({ groupId, candidates }: TaskView): string[] {
  return [...new Set([...(groupId === null ? [] : [groupId]), ...candidates.groups])];
}

async function hasChain(em: EntityManager, task: TaskView): Promise<boolean> {
  const rows = await queryRows(
    em,
    `SELECT FROM task_steps WHERE tenant_id = $1 AND task_id = $2 AND action <> 'breach' LIMIT 1`,
    [task.tenantId, task.id],
  );
  return rows.length > 0;
}

async function readRequest(
  em: EntityManager,
  task: TaskView,
): Promise<Pick<TaskProgress, 'changesRequested'>> {
  const [row] = await queryRows<{
    reason: string;
    kind: 'user' | 'service' | 'system';
    id: string;
    displayName: string;
  }>(
    em,
    `SELECT reason, voter_kind AS kind, voter_id AS id, voter_name AS "displayName" FROM task_decisions
     WHERE tenant_id = $1 AND task_id = $2 AND round = $3 AND vote = 'changes_requested'`,
    [task.tenantId, task.id, task.round],
  );
  if (row === undefined) return {};
  const { reason, ...requestedBy } = row;
  return { changesRequested: { round: task.round, reason, requestedBy } };
}
