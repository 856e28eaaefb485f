import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import { LegalHolds, type LegalHoldView } from '@orkestra/privacy';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { LegalHoldFilterInput, PlaceLegalHoldInput, ReleaseLegalHoldInput } from './legal-hold.input';
import { LegalHoldConnection, PlaceLegalHoldPayload, ReleaseLegalHoldPayload } from './legal-hold.type';

@Resolver()
export class LegalHoldsResolver {
  constructor(private readonly holds: LegalHolds) {}

  @Query(() => LegalHoldConnection, {
    description: 'Legal holds, the newest first. For owners, admins and auditors.',
  })
  async legalHolds(
    @Ctx() ctx: TenantContext,
    @Args('filter', { type: () => LegalHoldFilterInput, nullable: true }) filter: LegalHoldFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<LegalHoldView>> {
    return toConnection(await this.holds.list(ctx, withoutNulls({ ...filter }), { first, after }), { after });
  }

  @Mutation(() => PlaceLegalHoldPayload, {
    description:
      'From now on nothing of the task, or of the whole workspace, is erased. For owners, admins and auditors.',
  })
  async placeLegalHold(
    @Ctx() ctx: TenantContext,
    @Args('input') { taskId, reason }: PlaceLegalHoldInput,
  ): Promise<{ legalHold: LegalHoldView }> {
    return { legalHold: await this.holds.place(ctx, { taskId: taskId ?? undefined, reason }) };
  }

  @Mutation(() => ReleaseLegalHoldPayload, {
    description: 'What is due may be erased again. For owners, admins and auditors.',
  })
  async releaseLegalHold(
    @Ctx() ctx: TenantContext,
    @Args('input') { legalHoldId }: ReleaseLegalHoldInput,
  ): Promise<{ legalHold: LegalHoldView }> {
    return { legalHold: await this.holds.release(ctx, legalHoldId) };
  }
}
