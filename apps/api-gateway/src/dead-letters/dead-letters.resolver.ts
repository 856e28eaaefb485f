import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeadLettersService, type DeadLetterView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { ReplayDeadLettersInput } from './dead-letter.input';
import { DeadLetterConnection, ReplayDeadLettersPayload } from './dead-letter.type';

@Resolver()
export class DeadLettersResolver {
  constructor(private readonly letters: DeadLettersService) {}

  @Query(() => DeadLetterConnection, {
    description: 'What could not be delivered to workflows, the oldest first. For tenant admins.',
  })
  async deadLetters(
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<DeadLetterView>> {
    return toConnection(await this.letters.list(ctx, { first, after }), { after });
  }

  @Mutation(() => ReplayDeadLettersPayload, {
    description: 'Has dead deliveries tried again at once, all of them or none. For tenant admins.',
  })
  async replayDeadLetters(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ReplayDeadLettersInput,
  ): Promise<{ replayed: string[] }> {
    return { replayed: await this.letters.replay(ctx, input.ids) };
  }
}
