import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type RetentionDays, RetentionService } from '@orkestra/privacy';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { SetRetentionInput } from './retention.input';
import { Retention, SetRetentionPayload } from './retention.type';

@Resolver()
export class RetentionResolver {
  constructor(private readonly service: RetentionService) {}

  @Query(() => Retention)
  async retention(@Ctx() ctx: TenantContext): Promise<RetentionDays> {
    return this.service.get(ctx);
  }

  @Mutation(() => SetRetentionPayload, {
    description:
      'Counts for what is there already as well; what is erased does not come back. For tenant admins.',
  })
  async setRetention(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetRetentionInput,
  ): Promise<{ retention: RetentionDays }> {
    return { retention: await this.service.set(ctx, { ...input }) };
  }
}
