import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PushDevices } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { ConnectNotificationAddressPayload } from './notification-address.type';
import { ConnectPushDeviceInput } from './push-device.input';

@Resolver()
export class PushDevicesResolver {
  constructor(private readonly devices: PushDevices) {}

  @Query(() => String, {
    nullable: true,
    description:
      'What a browser subscribes to push with (VAPID); null where this installation does not push.',
  })
  async pushKey(@Ctx() ctx: TenantContext): Promise<string | null> {
    return this.devices.publicKey(ctx);
  }

  @Mutation(() => ConnectNotificationAddressPayload, {
    description: 'The viewer is told in this browser as well. The same device again renews it.',
  })
  async connectPushDevice(
    @Ctx() ctx: TenantContext,
    @Args('input') { label, ...device }: ConnectPushDeviceInput,
  ): Promise<ConnectNotificationAddressPayload> {
    return { notificationAddress: await this.devices.connect(ctx, device, label) };
  }
}
