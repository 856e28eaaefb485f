import { Injectable } from '@nestjs/common';
import { LiveBus, type LiveMessage, type LiveSubscription, Logger, resyncMessage } from '@orkestra/core';
import {
  checkTaskFilter,
  matchesFilter,
  type ResolvedFilter,
  type TaskFilter,
  TaskSearch,
  TasksService,
  type TaskView,
} from '@orkestra/tasks';
import { DirectoryService, requireScope, UnknownGroupError, UnknownUserError } from '@orkestra/tenancy';
import { follow } from '../../graphql/follow';
import type { Caller } from '../../graphql/caller';
import { SharedReads } from '../../graphql/shared-reads.service';
import { ToldTasks } from './told-tasks';

export interface TaskUpdateView {
  taskId: string;
  kind: string;
  revision: number;
  task: TaskView | null;
  resync: boolean;
}

type Told = { taskUpdated: TaskUpdateView };

/** Anew each time: each answer has a root of its own. */
const resync = (): Told => ({
  taskUpdated: { taskId: '', kind: 'resync', revision: 0, task: null, resync: true },
});

/** Turns live messages into what one subscriber may see: every task is read again, once for a tenant, and shown to each who may see it. */
@Injectable()
export class TaskUpdates {
  private readonly logger: Logger;

  constructor(
    private readonly live: LiveBus,
    private readonly tasks: TasksService,
    private readonly search: TaskSearch,
    private readonly directory: DirectoryService,
    private readonly reads: SharedReads,
    logger: Logger,
  ) {
    this.logger = logger.child('task-updates');
  }

  /**
   * @param announce whether a `resync` comes first, which tells that the subscription stands
   * @throws InvalidTaskFilterError as a list with the same filter does
   */
  async watch(caller: Caller, filter: TaskFilter, announce = false): Promise<AsyncIterableIterator<Told>> {
    requireScope(caller.ctx, 'tasks:read');
    // Subscribed first, so that what happens while the filter is resolved is told as well.
    const source = this.live.subscribe(caller.ctx.tenantId);
    if (announce) source.push(resyncMessage(caller.ctx.tenantId));
    try {
      return this.follow(source, caller, await this.resolve(caller, filter));
    } catch (error) {
      source.end();
      throw error;
    }
  }

  private follow(
    source: LiveSubscription,
    caller: Caller,
    filter: ResolvedFilter,
  ): AsyncIterableIterator<Told> {
    const told = new ToldTasks();
    return follow(source, {
      tell: async (message) => {
        if (message.kind === 'resync') return resync();
        if (message.topic !== 'task' || told.isOld(message)) return undefined;
        return this.tell(caller, filter, told, message);
      },
      onTrouble: (error) => this.logger.warn({ err: error }, 'A task could not be read for a subscriber'),
    });
  }

  private async tell(
    caller: Caller,
    filter: ResolvedFilter,
    told: ToldTasks,
    message: LiveMessage,
  ): Promise<Told | undefined> {
    const { id: taskId, kind } = message;
    const task = await this.reads.once(message, caller.ctx, 'task', () => this.read(caller, message));
    const inside = task !== null && (await this.fits(caller, message, task, filter));
    const revision = task?.revision ?? message.revision;
    // A task that was never the subscriber's to see must stay unknown to them.
    const worthTelling = inside || told.mayBeShown(message, task !== null);
    told.remember({ ...message, revision }, { inside, told: worthTelling });
    return worthTelling ? { taskUpdated: { taskId, kind, revision, task, resync: false } } : undefined;
  }

  private async read({ ctx }: Caller, message: LiveMessage): Promise<TaskView | null> {
    const read = () => this.tasks.unseen(ctx, message.id);
    return (await this.reads.onceOfTenant(message, ctx, 'task', read)).shownTo(ctx);
  }

  private async fits(
    { ctx }: Caller,
    message: LiveMessage,
    task: TaskView,
    filter: ResolvedFilter,
  ): Promise<boolean> {
    if (!matchesFilter(task, filter, ctx.principal)) return false;
    const { text } = filter;
    if (text === undefined) return true;
    return this.reads.once(message, ctx, `text ${text}`, () => this.search.matches(ctx, task.id, text));
  }

  private async resolve({ ctx }: Caller, wanted: TaskFilter): Promise<ResolvedFilter> {
    checkTaskFilter(wanted);
    const { group, assignee, ...filter } = wanted;
    return {
      ...filter,
      ...(group === undefined ? {} : { groupId: await idOf(this.directory.resolveGroup(ctx, group)) }),
      ...(assignee === undefined
        ? {}
        : { assigneeId: await idOf(this.directory.resolveUser(ctx, assignee)) }),
    };
  }
}

/** An id that nobody has where the name means nobody: a list by that name is empty as well. */
async function idOf(found: Promise<{ id: string }>): Promise<string> {
  try {
    return (await found).id;
  } catch (error) {
    if (error instanceof UnknownGroupError || error instanceof UnknownUserError) return NOBODY;
    throw error;
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
