import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReceiptsService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { DecisionReceipt } from './decision-receipt.type';

@Resolver(() => DecisionReceipt)
export class DecisionReceiptsResolver {
  constructor(private readonly receipts: ReceiptsService) {}

  @Query(() => DecisionReceipt, {
    nullable: true,
    description: 'The receipt of a decided task, for whoever may see the task; null where nobody decided it.',
  })
  async decisionReceipt(
    @Ctx() ctx: TenantContext,
    @Args('taskId', { type: () => ID }) taskId: string,
  ): Promise<DecisionReceipt | null> {
    const envelope = await this.receipts.of(ctx, taskId);
    return envelope && { envelope, keyId: envelope.signatures[0]?.keyid ?? '' };
  }
}
