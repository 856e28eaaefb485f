import { ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskView } from '@orkestra/tasks';
import { Task } from '../task/task.type';
import type { TaskLoaders } from '../task/tasks.loaders';
import { TaskAttachment, toAttachment } from './attachment.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => Task)
export class AttachmentsResolver {
  @ResolveField(() => [TaskAttachment], { description: 'Files beside the task, oldest first; at most 50.' })
  async attachments(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<TaskLoaders>,
  ): Promise<TaskAttachment[]> {
    return ((await loaders.attachments.load(task.id)) ?? []).map(toAttachment);
  }
}
