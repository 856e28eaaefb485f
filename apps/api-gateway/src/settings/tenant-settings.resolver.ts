import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNullsWithin } from '@orkestra/core';
import {
  type TenantContext,
  type TenantSettings as Settings,
  TenantSettingsService,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { SetDefaultEscalationChainInput } from './escalation-step.input';
import { SetDefaultTimeToLiveInput, SetSelfApprovalInput } from './tenant-settings.input';
import {
  SetDefaultEscalationChainPayload,
  SetDefaultTimeToLivePayload,
  SetSelfApprovalPayload,
  TenantSettings,
} from './tenant-settings.type';

@Resolver(() => TenantSettings)
export class TenantSettingsResolver {
  constructor(private readonly settings: TenantSettingsService) {}

  @Query(() => TenantSettings)
  async tenantSettings(@Ctx() ctx: TenantContext): Promise<Settings> {
    return this.settings.get(ctx);
  }

  @Mutation(() => SetDefaultTimeToLivePayload, {
    description: 'After how long tasks expire that say nothing themselves, from now on. For tenant admins.',
  })
  async setDefaultTimeToLive(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetDefaultTimeToLiveInput,
  ): Promise<{ settings: Settings }> {
    await this.settings.setTimeToLive(ctx, input.milliseconds ?? null);
    return { settings: await this.settings.get(ctx) };
  }

  @Mutation(() => SetSelfApprovalPayload, {
    description:
      'Whether people may approve what they have asked for; counts for open tasks at once. For tenant admins.',
  })
  async setSelfApproval(
    @Ctx() ctx: TenantContext,
    @Args('input') { policy }: SetSelfApprovalInput,
  ): Promise<{ settings: Settings }> {
    await this.settings.setSelfApproval(ctx, policy);
    return { settings: await this.settings.get(ctx) };
  }

  @Mutation(() => SetDefaultEscalationChainPayload, {
    description: 'What happens to late tasks of groups without a chain of their own. For tenant admins.',
  })
  async setDefaultEscalationChain(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetDefaultEscalationChainInput,
  ): Promise<{ settings: Settings }> {
    await this.settings.setEscalationChain(ctx, withoutNullsWithin(input.chain ?? null));
    return { settings: await this.settings.get(ctx) };
  }
}
