import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentsService, type CommentVersionView, type CommentView, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { type Connection, toConnection } from '../../graphql/connection';
import { Task } from '../task/task.type';
import type { TaskLoaders } from '../task/tasks.loaders';
import {
  AddTaskCommentPayload,
  DeleteTaskCommentPayload,
  EditTaskCommentPayload,
} from './comment-payloads.type';
import { AddTaskCommentInput, DeleteTaskCommentInput, EditTaskCommentInput } from './comment.input';
import { TaskCommentConnection, TaskCommentVersionConnection } from './comment.type';

@Resolver(() => Task)
export class CommentsResolver {
  constructor(private readonly comments: CommentsService) {}

  @ResolveField(() => TaskCommentConnection, {
    name: 'comments',
    description: 'What was said about the task, newest first.',
  })
  async commentsOf(
    @Parent() task: TaskView,
    @Context('loaders') loaders: TaskLoaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<CommentView>> {
    const page = await loaders.comments.load({ of: task.id, page: { first, after } });
    return toConnection(page, { after });
  }

  @Query(() => TaskCommentVersionConnection, {
    description: 'The texts that a comment had before, newest first.',
  })
  async taskCommentHistory(
    @Ctx() ctx: TenantContext,
    @Args('commentId', { type: () => ID }) commentId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<CommentVersionView>> {
    return toConnection(await this.comments.history(ctx, commentId, { first, after }), { after });
  }

  @Mutation(() => AddTaskCommentPayload, {
    description: 'Says something about a task, open or closed. The revision of the task stays as it is.',
  })
  async addTaskComment(
    @Ctx() ctx: TenantContext,
    @Args('input') input: AddTaskCommentInput,
  ): Promise<{ comment: CommentView }> {
    return { comment: await this.comments.add(ctx, input) };
  }

  @Mutation(() => EditTaskCommentPayload, {
    description: "Replaces the text of the viewer's own comment; `taskCommentHistory` keeps the earlier one.",
  })
  async editTaskComment(
    @Ctx() ctx: TenantContext,
    @Args('input') input: EditTaskCommentInput,
  ): Promise<{ comment: CommentView }> {
    return { comment: await this.comments.edit(ctx, input) };
  }

  @Mutation(() => DeleteTaskCommentPayload, {
    description: 'Takes a comment and its earlier texts away for good; for its author and tenant admins.',
  })
  async deleteTaskComment(
    @Ctx() ctx: TenantContext,
    @Args('input') input: DeleteTaskCommentInput,
  ): Promise<{ comment: CommentView }> {
    return { comment: await this.comments.remove(ctx, input.commentId) };
  }
}
