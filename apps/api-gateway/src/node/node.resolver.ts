import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { isUuid } from '@orkestra/core';
import { TaskNotFoundError, TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import type { ConversationLoaders } from '../conversations/conversations.loaders';
import { Node } from '../graphql/node.type';
import type { PeopleLoaders } from '../people/people.loaders';

type Loaders = ConversationLoaders & PeopleLoaders;

/** Reads anything by its id alone, as clients do that keep what they read by id. */
@Resolver()
export class NodeResolver {
  constructor(private readonly tasks: TasksService) {}

  @Query(() => Node, {
    nullable: true,
    description:
      'A task, conversation, user or group; null where there is none that the viewer may see. Executions have ids that callers chose, and are read by `workflow`.',
  })
  async node(
    @Ctx() ctx: TenantContext,
    @Args('id', { type: () => ID }) id: string,
    @Context('loaders') loaders: Loaders,
  ): Promise<Node | null> {
    if (!isUuid(id)) return null;
    const mayRead = (scope: TenantContext['scopes'][number]) => ctx.scopes.includes(scope);
    const found = await Promise.all([
      mayRead('tasks:read') ? typed('Task', this.task(ctx, id)) : null,
      mayRead('conversations:read') ? typed('Conversation', loaders.conversations.load(id)) : null,
      typed('User', loaders.users.load(id)),
      typed('Group', loaders.groups.load(id)),
    ]);
    return found.find((one) => one !== null) ?? null;
  }

  private async task(ctx: TenantContext, id: string): Promise<Node | null> {
    return this.tasks.get(ctx, id).catch((error: unknown) => {
      if (error instanceof TaskNotFoundError) return null;
      throw error;
    });
  }
}

async function typed(__typename: string, read: Promise<Node | null>): Promise<Node | null> {
  const value = await read;
  return value && ({ ...value, __typename } as Node);
}
