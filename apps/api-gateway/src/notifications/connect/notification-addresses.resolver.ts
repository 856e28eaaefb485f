import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type AddressView, NotificationAddresses } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { DisconnectNotificationAddressInput } from './notification-address.input';
import { DisconnectNotificationAddressPayload, NotificationAddress } from './notification-address.type';

@Resolver()
export class NotificationAddressesResolver {
  constructor(private readonly addresses: NotificationAddresses) {}

  @Query(() => [NotificationAddress], {
    description: 'The accounts and devices that the viewer has connected, at most 20 of each channel.',
  })
  async notificationAddresses(@Ctx() ctx: TenantContext): Promise<AddressView[]> {
    return this.addresses.list(ctx);
  }

  @Mutation(() => DisconnectNotificationAddressPayload, {
    description: 'Nothing is sent there any more, and nothing is answered from there.',
  })
  async disconnectNotificationAddress(
    @Ctx() ctx: TenantContext,
    @Args('input') { id }: DisconnectNotificationAddressInput,
  ): Promise<DisconnectNotificationAddressPayload> {
    return { notificationAddress: await this.addresses.disconnect(ctx, id) };
  }
}
