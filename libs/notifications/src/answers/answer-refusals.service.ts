import { Injectable } from '@nestjs/common';
import { DomainError } from '@orkestra/core';
import {
  actorOf,
  allowedActions,
  isClosed,
  TaskDetailsService,
  TasksService,
  type TaskView,
} from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import type { AnswerOutcome } from './answer';

const CHANGED = ['task.revision_conflict', 'task.payload_changed', 'task.round_answered'];

/** Puts what stood in the way of an answer into an outcome. */
@Injectable()
export class AnswerRefusals {
  constructor(
    private readonly tasks: TasksService,
    private readonly details: TaskDetailsService,
  ) {}

  /** @throws the error itself where nothing is known to be done: it was no refusal */
  async outcomeOf(ctx: TenantContext, taskId: string, error: unknown): Promise<AnswerOutcome> {
    if (!(error instanceof DomainError) || error.kind === 'limited' || error.kind === 'unavailable')
      throw error;
    const { code, message, kind } = error;
    if (kind === 'invalid') return { kind: 'invalid', code, message };
    const task = await this.find(ctx, taskId);
    if (task === null) return { kind: 'gone' };
    if (isClosed(task.status)) return this.endedFor(ctx, task);
    if (code === 'task.voted') return this.votedBy(ctx, task);
    if (CHANGED.includes(code)) return { kind: 'changed', code, message, task };
    return { kind: 'not_allowed', code, message, allowed: allowedActions(task, actorOf(ctx)) };
  }

  /** How a closed task ended: by whom, what and when. */
  async endedFor(
    ctx: TenantContext,
    task: TaskView,
  ): Promise<Extract<AnswerOutcome, { kind: 'already_decided' }>> {
    const decision = (await this.details.decisions(ctx, [task.id])).get(task.id);
    const what = task.outcome ?? task.status.toLowerCase();
    const at = decision?.decidedAt ?? task.closedAt ?? task.updatedAt;
    const by = decision?.decidedBy.displayName ?? null;
    return {
      kind: 'already_decided',
      task,
      ended: { what, by, at, own: decision?.decidedBy.id === ctx.principal.id },
    };
  }

  /** The vote is still open, and this person's is in. */
  private async votedBy(ctx: TenantContext, task: TaskView): Promise<AnswerOutcome> {
    const votes = (await this.details.votes(ctx, [task.id])).get(task.id) ?? [];
    const vote = votes.findLast(({ voter, round }) => voter.id === ctx.principal.id && round === task.round);
    const { displayName, id } = vote?.voter ?? ctx.principal;
    return {
      kind: 'already_decided',
      task,
      ended: {
        what: vote?.vote ?? 'approved',
        by: displayName,
        at: vote?.at ?? task.updatedAt,
        own: id === ctx.principal.id,
      },
    };
  }

  private async find(ctx: TenantContext, taskId: string): Promise<TaskView | null> {
    try {
      return await this.tasks.get(ctx, taskId);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return null;
      throw error;
    }
  }
}
