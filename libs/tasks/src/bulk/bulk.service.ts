import { Injectable } from '@nestjs/common';
import { DomainError, fewAtOnce, Logger } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { TaskClaimsService } from '../commands/task-claims.service';
import { TaskControlService, invalid } from '../control/task-control.service';
import { TaskHandoverService } from '../control/task-handover.service';
import type { TaskTarget } from '../assignment/task-target';
import type { TaskView } from '../task/task-view';

export type BulkAction =
  | { action: 'claim' | 'release' }
  | { action: 'cancel'; reason?: string | undefined }
  | { action: 'assign'; to: TaskTarget; reason?: string | undefined }
  | { action: 'set_priority'; priority: number }
  | { action: 'set_due_date'; dueAt: Date | null };

/** What became of one task: the task as it is now, or what was in the way. */
export interface BulkAnswer {
  taskId: string;
  task?: TaskView;
  error?: { kind: DomainError['kind']; code: string; message: string };
}

const MOST_TASKS = 500;
/** Transactions under way at once, so that one request leaves connections for others. */
const AT_ONCE = 4;

/** One command for many tasks; each is a transaction of its own, and each gets an answer. */
@Injectable()
export class BulkService {
  private readonly logger: Logger;

  constructor(
    private readonly claims: TaskClaimsService,
    private readonly control: TaskControlService,
    private readonly handover: TaskHandoverService,
    logger: Logger,
  ) {
    this.logger = logger.child('bulk');
  }

  /**
   * @param taskIds 1 to 500, each once
   * @returns the answers in the order of the ids
   * @throws InvalidTaskCommandError when there are too many ids
   */
  async run(ctx: TenantContext, taskIds: readonly string[], request: BulkAction): Promise<BulkAnswer[]> {
    requireScope(ctx, 'tasks:write');
    const ids = [...new Set(taskIds)];
    if (ids.length === 0 || ids.length > MOST_TASKS) {
      throw invalid('/taskIds', `name 1 to ${MOST_TASKS} tasks`);
    }
    return fewAtOnce(AT_ONCE, ids, (id) => this.one(ctx, id, request));
  }

  private async one(ctx: TenantContext, taskId: string, request: BulkAction): Promise<BulkAnswer> {
    try {
      return { taskId, task: await this.carryOut(ctx, taskId, request) };
    } catch (error) {
      if (error instanceof DomainError) {
        const { kind, code, message } = error;
        return { taskId, error: { kind, code, message } };
      }
      this.logger.error({ err: error, task: taskId }, 'A bulk command failed');
      return {
        taskId,
        error: { kind: 'unavailable', code: 'internal', message: 'Internal error. Try it again.' },
      };
    }
  }

  private carryOut(ctx: TenantContext, taskId: string, request: BulkAction): Promise<TaskView> {
    switch (request.action) {
      case 'claim':
        return this.claims.claim(ctx, { taskId });
      case 'release':
        return this.claims.release(ctx, { taskId });
      case 'cancel':
        return this.control.cancel(ctx, { taskId, reason: request.reason });
      case 'assign':
        return this.handover.assign(ctx, { taskId, to: request.to, reason: request.reason });
      case 'set_priority':
        return this.control.setPriority(ctx, { taskId, priority: request.priority });
      case 'set_due_date':
        return this.control.setDueDate(ctx, { taskId, dueAt: request.dueAt });
    }
  }
}
