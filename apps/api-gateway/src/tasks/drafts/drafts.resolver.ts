import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DraftsService, type DraftView, TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { Task } from '../task/task.type';
import type { TaskLoaders } from '../task/tasks.loaders';
import { DiscardTaskDraftInput, SaveTaskDraftInput } from './draft.input';
import { DiscardTaskDraftPayload, SaveTaskDraftPayload, TaskDraft } from './draft.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => Task)
export class DraftsResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly tasks: TasksService,
  ) {}

  @ResolveField(() => TaskDraft, {
    nullable: true,
    description:
      "The viewer's own draft; null without one. When others close the task it can be read for a day more.",
  })
  async draft(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<TaskLoaders>,
  ): Promise<DraftView | null> {
    return loaders.drafts.load(task.id);
  }

  @Mutation(() => SaveTaskDraftPayload, {
    description:
      'Keeps what the viewer has filled in so far. On a conflict the error tells when the other device saved.',
  })
  async saveTaskDraft(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SaveTaskDraftInput,
  ): Promise<{ draft: DraftView; task: TaskView }> {
    const draft = await this.drafts.save(ctx, input);
    return { draft, task: await this.tasks.get(ctx, input.taskId) };
  }

  @Mutation(() => DiscardTaskDraftPayload, { description: "Throws the viewer's draft away." })
  async discardTaskDraft(
    @Ctx() ctx: TenantContext,
    @Args('input') input: DiscardTaskDraftInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.drafts.discard(ctx, input) };
  }
}
