import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import { type DirectoryGroup, GroupsService, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  ChangeGroupMembersPayload,
  CreateGroupPayload,
  DeleteGroupPayload,
  RenameGroupPayload,
} from './group-payloads.type';
import { ChangeGroupMembersInput, CreateGroupInput, DeleteGroupInput, RenameGroupInput } from './group.input';

/** The groups themselves, for tenant admins; how they work is in their settings. */
@Resolver()
export class GroupsResolver {
  constructor(private readonly service: GroupsService) {}

  @Query(() => Int, {
    description:
      'How many open tasks refer to a group, in their queue, candidates or chain. For tenant admins.',
  })
  async openTasksOfGroup(
    @Ctx() ctx: TenantContext,
    @Args('group', { type: () => String, description: 'Key or id.' }) group: string,
  ): Promise<number> {
    return this.service.openTasks(ctx, group);
  }

  @Mutation(() => CreateGroupPayload, { description: 'For tenant admins.' })
  async createGroup(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CreateGroupInput,
  ): Promise<{ group: DirectoryGroup }> {
    return { group: await this.service.create(ctx, input) };
  }

  @Mutation(() => RenameGroupPayload, { description: 'Its key stays. For tenant admins.' })
  async renameGroup(
    @Ctx() ctx: TenantContext,
    @Args('input') { group, name }: RenameGroupInput,
  ): Promise<{ group: DirectoryGroup }> {
    return { group: await this.service.rename(ctx, group, name) };
  }

  @Mutation(() => ChangeGroupMembersPayload, {
    description: 'Members and supervisors in one step. What they hold stays with them. For tenant admins.',
  })
  async changeGroupMembers(
    @Ctx() ctx: TenantContext,
    @Args('input') { group, ...change }: ChangeGroupMembersInput,
  ): Promise<{ group: DirectoryGroup }> {
    return { group: await this.service.changeMembers(ctx, group, withoutNulls(change)) };
  }

  @Mutation(() => DeleteGroupPayload, { description: 'Closed tasks keep its name. For tenant admins.' })
  async deleteGroup(
    @Ctx() ctx: TenantContext,
    @Args('input') { group, moveTasksTo }: DeleteGroupInput,
  ): Promise<{ group: DirectoryGroup; movedTasks: number }> {
    return this.service.delete(ctx, group, moveTasksTo ?? undefined);
  }
}
