import { Injectable } from '@nestjs/common';
import { TasksService } from '@orkestra/tasks';
import { defineResource, type Resource } from '../protocol/resource';
import { TaskPresenter } from './task.presenter';

const MOST_PENDING = 50;

@Injectable()
export class TasksResources {
  constructor(
    private readonly tasks: TasksService,
    private readonly presenter: TaskPresenter,
  ) {}

  get resources(): Resource[] {
    return [this.pending, this.task];
  }

  private readonly pending = defineResource({
    uri: 'orkestra://tasks/pending',
    name: 'pending_tasks',
    title: 'Pending tasks',
    description: `The open tasks that wait for people, the ${MOST_PENDING} soonest due. task_list searches and pages.`,
    scope: 'tasks:read',
    changes: () => ['task:*'],
    read: async (ctx) => {
      const page = await this.tasks.list(ctx, {}, { first: MOST_PENDING });
      return { items: page.items.map((task) => this.presenter.summary(task)), has_more: page.hasNextPage };
    },
  });

  private readonly task = defineResource({
    uri: 'orkestra://tasks/{task_id}',
    name: 'task',
    title: 'Task',
    description:
      'One task with its form, its context and, once a person has decided, their answer in `result`. ' +
      'Subscribe to it to be told of the decision.',
    scope: 'tasks:read',
    changes: (_ctx, id) => [`task:${id.toLowerCase()}`],
    see: (ctx, id) => this.tasks.get(ctx, id),
    complete: (ctx, prefix, limit) => this.tasks.idsStartingWith(ctx, prefix, limit),
    read: async (ctx, id) => ({ task: await this.presenter.full(ctx, await this.tasks.get(ctx, id)) }),
  });
}
