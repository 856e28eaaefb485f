import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DeliveryLog, type DeliveryView, type NotificationDeliveryStatus } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { ReplayNotificationDeliveriesInput } from './notification-delivery.input';
import {
  NotificationDeliveryConnection,
  ReplayNotificationDeliveriesPayload,
} from './notification-delivery.type';
import { NotificationDeliveryStatusEnum } from './preferences/notification-enums.type';

@Resolver()
export class NotificationDeliveriesResolver {
  constructor(private readonly log: DeliveryLog) {}

  @Query(() => NotificationDeliveryConnection, {
    description: 'What people were told by other channels than the app, the newest first. For tenant admins.',
  })
  async notificationDeliveries(
    @Ctx() ctx: TenantContext,
    @Args('status', { type: () => NotificationDeliveryStatusEnum, nullable: true, defaultValue: 'dead' })
    status: NotificationDeliveryStatus | null,
    @Args('channel', {
      type: () => String,
      nullable: true,
      description: 'Its name; left out: every channel.',
    })
    channel: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<DeliveryView>> {
    return toConnection(
      await this.log.list(ctx, { status: status ?? 'dead', channel: channel ?? undefined, first, after }),
      { after },
    );
  }

  @Mutation(() => ReplayNotificationDeliveriesPayload, {
    description: 'Has what was given up tried again at once, all of it or nothing. For tenant admins.',
  })
  async replayNotificationDeliveries(
    @Ctx() ctx: TenantContext,
    @Args('input') { ids }: ReplayNotificationDeliveriesInput,
  ): Promise<ReplayNotificationDeliveriesPayload> {
    return { replayed: await this.log.replay(ctx, ids) };
  }
}
