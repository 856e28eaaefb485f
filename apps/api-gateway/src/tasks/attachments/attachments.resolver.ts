import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskView } from '@orkestra/tasks';
import type { Loaders } from '../../schema/schema.loaders';
import { Task } from '../task/task.type';
import { TaskAttachment, toAttachment } from './attachment.type';

@Resolver(() => Task)
export class AttachmentsResolver {
  @ResolveField(() => [TaskAttachment], { description: 'Files beside the task, oldest first; at most 50.' })
  async attachments(
    @Parent() task: TaskView,
    @Context('loaders') loaders: Loaders,
  ): Promise<TaskAttachment[]> {
    return ((await loaders.attachments.load(task.id)) ?? []).map(toAttachment);
  }
}
