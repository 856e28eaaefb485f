import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNullsWithin } from '@orkestra/core';
import { type GroupSettings as Settings, GroupSettingsService, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import {
  SetGroupCalendarInput,
  SetGroupEscalationChainInput,
  SetGroupStrategyInput,
} from './group-settings.input';
import {
  GroupSettings,
  GroupSettingsConnection,
  SetGroupCalendarPayload,
  SetGroupEscalationChainPayload,
  SetGroupStrategyPayload,
} from './group-settings.type';

@Resolver(() => GroupSettings)
export class GroupSettingsResolver {
  constructor(private readonly groupSettings: GroupSettingsService) {}

  @Query(() => GroupSettingsConnection, { description: 'The groups of the tenant, by key.' })
  async groups(
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<Settings>> {
    return toConnection(await this.groupSettings.list(ctx, { first, after }), { after });
  }

  @Query(() => GroupSettings)
  async group(
    @Ctx() ctx: TenantContext,
    @Args('group', { type: () => String, description: 'Key or id.' }) group: string,
  ): Promise<Settings> {
    return this.groupSettings.get(ctx, group);
  }

  @Mutation(() => SetGroupStrategyPayload, {
    description:
      'Counts for tasks that are created or handed to the group from now on. For its supervisors and tenant admins.',
  })
  async setGroupStrategy(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetGroupStrategyInput,
  ): Promise<{ settings: Settings }> {
    return { settings: await this.groupSettings.setStrategy(ctx, input.group, input.strategy) };
  }

  @Mutation(() => SetGroupCalendarPayload, { description: 'For supervisors of the group and tenant admins.' })
  async setGroupCalendar(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetGroupCalendarInput,
  ): Promise<{ settings: Settings }> {
    return { settings: await this.groupSettings.setCalendar(ctx, input.group, input.calendarKey ?? null) };
  }

  @Mutation(() => SetGroupEscalationChainPayload, {
    description: 'For supervisors of the group and tenant admins.',
  })
  async setGroupEscalationChain(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetGroupEscalationChainInput,
  ): Promise<{ settings: Settings }> {
    const chain = withoutNullsWithin(input.chain ?? null);
    return { settings: await this.groupSettings.setEscalationChain(ctx, input.group, chain) };
  }
}
