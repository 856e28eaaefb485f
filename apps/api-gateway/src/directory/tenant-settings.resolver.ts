import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type TenantContext,
  type TenantSettings as Settings,
  TenantSettingsService,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { withoutNulls } from '../graphql/without-nulls';
import { SetDefaultEscalationChainInput } from './escalation-step.input';
import { SetDefaultEscalationChainPayload, TenantSettings } from './tenant-settings.type';

@Resolver(() => TenantSettings)
export class TenantSettingsResolver {
  constructor(private readonly settings: TenantSettingsService) {}

  @Query(() => TenantSettings)
  async tenantSettings(@Ctx() ctx: TenantContext): Promise<Settings> {
    return this.settings.get(ctx);
  }

  @Mutation(() => SetDefaultEscalationChainPayload, {
    description: 'What happens to late tasks of groups without a chain of their own. For tenant admins.',
  })
  async setDefaultEscalationChain(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetDefaultEscalationChainInput,
  ): Promise<{ settings: Settings }> {
    await this.settings.setEscalationChain(ctx, withoutNulls(input.chain ?? null));
    return { settings: await this.settings.get(ctx) };
  }
}
