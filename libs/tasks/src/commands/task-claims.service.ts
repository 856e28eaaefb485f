import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@orkestra/tenancy';
import type { TaskView } from '../task/task-view';
import { type TaskCommand, TaskCommands } from './task-commands.service';

/** Taking a task in hand and laying it down again. */
@Injectable()
export class TaskClaimsService {
  constructor(private readonly commands: TaskCommands) {}

  /** @throws TaskAlreadyClaimedError that says who holds it */
  async claim(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'claim', command, () => ({
      kind: 'claimed',
      change: { status: 'RESERVED', assigneeId: ctx.principal.id },
    }));
  }

  /** Gives the task back to its queue. */
  async release(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'release', command, () => ({
      kind: 'released',
      change: { status: 'READY', assigneeId: null },
    }));
  }

  /** Says that the work has begun. */
  async start(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'start', command, () => ({
      kind: 'started',
      change: { status: 'IN_PROGRESS' },
    }));
  }

  /** Lays the work down; the task stays with its assignee. */
  async stop(ctx: TenantContext, command: TaskCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'stop', command, () => ({
      kind: 'stopped',
      change: { status: 'RESERVED' },
    }));
  }
}
