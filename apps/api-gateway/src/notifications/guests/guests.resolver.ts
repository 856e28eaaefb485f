import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GuestsService, type GuestView, type InvitedGuest } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { type Connection, toConnection } from '../../graphql/connection';
import { InviteGuestInput, RevokeGuestInput } from './guest.input';
import { InviteGuestPayload, RevokeGuestPayload, TaskGuestConnection } from './guest.type';

@Resolver()
export class GuestsResolver {
  constructor(private readonly guests: GuestsService) {}

  @Query(() => TaskGuestConnection, {
    description: 'Everybody without an account who was ever invited to the task, the newest first.',
  })
  async taskGuests(
    @Ctx() ctx: TenantContext,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<GuestView>> {
    return toConnection(await this.guests.list(ctx, taskId, { first, after }), { after });
  }

  @Mutation(() => InviteGuestPayload, {
    description:
      'Invites a person without an account to one task, by a link that works once. For whoever may hand the task on, where the workspace allows guests.',
  })
  async inviteGuest(
    @Ctx() ctx: TenantContext,
    @Args('input') input: InviteGuestInput,
  ): Promise<InvitedGuest> {
    return this.guests.invite(ctx, input);
  }

  @Mutation(() => RevokeGuestPayload, {
    description:
      'Ends an invitation and the session of the guest at once. For who invited them, and who may hand the task on.',
  })
  async revokeGuest(
    @Ctx() ctx: TenantContext,
    @Args('input') { guestId }: RevokeGuestInput,
  ): Promise<{ guest: GuestView }> {
    return { guest: await this.guests.revoke(ctx, guestId) };
  }
}
