import { Args, Context, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { NotificationsService, type NotificationView } from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { GraphqlContext } from '../graphql/graphql-context';
import { MarkNotificationsReadInput, MarkNotificationUnreadInput } from './notification.input';
import { NotificationConnection, NotificationsPayload, NotificationUpdate } from './notification.type';
import { NotificationUpdates } from './notification-updates.service';

@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly service: NotificationsService,
    private readonly updates: NotificationUpdates,
  ) {}

  @Query(() => NotificationConnection, {
    description: 'What the viewer was told in the app, the newest first.',
  })
  async notifications(
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('unread', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Only what is not read.',
    })
    unread: boolean | null,
  ): Promise<Connection<NotificationView>> {
    const page = await this.service.list(ctx, { first, after, unread: unread ?? false });
    return toConnection(page, { after });
  }

  @Query(() => Int, { description: 'How many the viewer has not read; 100 for that many or more.' })
  async unreadNotifications(@Ctx() ctx: TenantContext): Promise<number> {
    return this.service.countUnread(ctx);
  }

  @Mutation(() => NotificationsPayload, {
    description: 'What is read is not sent by another channel any more.',
  })
  async markNotificationsRead(
    @Ctx() ctx: TenantContext,
    @Args('input') { ids }: MarkNotificationsReadInput,
  ): Promise<NotificationsPayload> {
    return { unreadNotifications: await this.service.markRead(ctx, ids ?? null) };
  }

  @Mutation(() => NotificationsPayload)
  async markNotificationUnread(
    @Ctx() ctx: TenantContext,
    @Args('input') { id }: MarkNotificationUnreadInput,
  ): Promise<NotificationsPayload> {
    return { unreadNotifications: await this.service.markUnread(ctx, id) };
  }

  @Subscription(() => NotificationUpdate, {
    description: 'Whenever the viewer is told something in the app, or has read something elsewhere.',
  })
  async notificationReceived(
    @Context() context: GraphqlContext,
  ): Promise<AsyncIterableIterator<{ notificationReceived: NotificationUpdate }>> {
    return this.updates.watch(context);
  }
}
