import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ConnectCodes, type ConnectStart } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { FinishNotificationConnectInput, StartNotificationConnectInput } from './notification-address.input';
import {
  ConnectNotificationAddressPayload,
  StartNotificationConnectPayload,
} from './notification-address.type';

@Resolver()
export class NotificationConnectResolver {
  constructor(private readonly codes: ConnectCodes) {}

  @Mutation(() => StartNotificationConnectPayload, {
    description:
      'Makes a code by which the viewer connects an account of a channel. Good once, for ten minutes, and in the place of the one before; five in ten minutes at most.',
  })
  async startNotificationConnect(
    @Ctx() ctx: TenantContext,
    @Args('input') { channel, account }: StartNotificationConnectInput,
  ): Promise<ConnectStart> {
    return this.codes.start(ctx, channel, account ?? undefined);
  }

  @Mutation(() => ConnectNotificationAddressPayload, {
    description: 'Connects the account that a code was sent to. Five wrong codes end it.',
  })
  async finishNotificationConnect(
    @Ctx() ctx: TenantContext,
    @Args('input') { channel, code }: FinishNotificationConnectInput,
  ): Promise<ConnectNotificationAddressPayload> {
    return { notificationAddress: await this.codes.finish(ctx, channel, code) };
  }
}
