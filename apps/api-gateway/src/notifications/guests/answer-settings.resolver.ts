import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type AnswerSettings as Settings,
  AnswerSettingsService,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { SetAnswerSettingsInput } from './answer-settings.input';
import { AnswerSettings, SetAnswerSettingsPayload } from './answer-settings.type';

@Resolver()
export class AnswerSettingsResolver {
  constructor(private readonly settings: AnswerSettingsService) {}

  @Query(() => AnswerSettings)
  async answerSettings(@Ctx() ctx: TenantContext): Promise<Settings> {
    return this.settings.get(ctx);
  }

  @Mutation(() => SetAnswerSettingsPayload, {
    description: 'Counts at once, also for links and invitations that are out already. For tenant admins.',
  })
  async setAnswerSettings(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetAnswerSettingsInput,
  ): Promise<{ settings: Settings }> {
    return { settings: await this.settings.set(ctx, input) };
  }
}
