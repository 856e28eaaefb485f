import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignInSettingsService, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { FreshProofGuard } from '../auth/fresh-proof.guard';
import { SetSignInSettingsInput } from './sign-in-settings.input';
import { SetSignInSettingsPayload, SignInSettings } from './sign-in-settings.type';

@Resolver()
export class SignInSettingsResolver {
  constructor(private readonly settings: SignInSettingsService) {}

  @Query(() => SignInSettings)
  async signInSettings(@Ctx() ctx: TenantContext): Promise<SignInSettings> {
    return this.settings.get(ctx);
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SetSignInSettingsPayload, {
    description: 'Counts at once. For tenant admins; who may come in past the directory is for owners.',
  })
  async setSignInSettings(
    @Ctx() ctx: TenantContext,
    @Args('input') { ssoOnly, breakGlassUserId, idleMinutes, longestHours }: SetSignInSettingsInput,
  ): Promise<SetSignInSettingsPayload> {
    const settings = { ssoOnly, breakGlassUserId: breakGlassUserId ?? null, idleMinutes, longestHours };
    return { settings: await this.settings.set(ctx, settings) };
  }
}
