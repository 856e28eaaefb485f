import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import {
  type DirectoryGroup,
  DirectorySearchService,
  type DirectoryUser,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { Group } from './group.type';
import { User } from './user.type';

/** Who can be given a task. */
@Resolver()
export class DirectorySearchResolver {
  constructor(private readonly directory: DirectorySearchService) {}

  @Query(() => [User], {
    description: 'Active people by a part of their name or e-mail address; the first ones for an empty text.',
  })
  async searchUsers(
    @Ctx() ctx: TenantContext,
    @Args('text', { type: () => String, description: 'At most 100 characters.' }) text: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 50.' })
    first: number,
  ): Promise<DirectoryUser[]> {
    return this.directory.users(ctx, text, first);
  }

  @Query(() => [Group], { description: 'Groups by a part of their name or key.' })
  async searchGroups(
    @Ctx() ctx: TenantContext,
    @Args('text', { type: () => String, description: 'At most 100 characters.' }) text: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 50.' })
    first: number,
  ): Promise<DirectoryGroup[]> {
    return this.directory.groups(ctx, text, first);
  }
}
