import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SessionList, type SessionView, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { EndSessionsInput } from './session.input';
import { EndSessionsPayload, Session, SessionConnection } from './session.type';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => Session)
export class SessionsResolver {
  constructor(private readonly list: SessionList) {}

  @Query(() => SessionConnection, {
    description: 'Where the viewer is signed in, the newest first; of somebody else for tenant admins.',
  })
  async sessions(
    @Ctx() ctx: TenantContext,
    @Args('user', { type: () => String, nullable: true, description: 'E-mail address or id.' })
    user: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<SessionView>> {
    return toConnection(await this.list.list(ctx, user ?? null, { first, after }), { after });
  }

  @ResolveField(() => Boolean)
  current({ id }: SessionView, _args: unknown, { ctx }: FieldContext): boolean {
    return id === ctx.credentialId;
  }

  @Mutation(() => EndSessionsPayload, { description: 'Their live connections close at once.' })
  async endSessions(
    @Ctx() ctx: TenantContext,
    @Args('input') { user, sessionId }: EndSessionsInput,
  ): Promise<EndSessionsPayload> {
    if (sessionId === undefined) return { ended: await this.list.endAll(ctx, user ?? null) };
    await this.list.end(ctx, sessionId, user ?? null);
    return { ended: 1 };
  }
}
