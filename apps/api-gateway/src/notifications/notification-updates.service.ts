import { Injectable } from '@nestjs/common';
import { LiveBus, type LiveMessage, Logger } from '@orkestra/core';
import { NotificationsService } from '@orkestra/notifications';
import type { Caller } from '../graphql/caller';
import { follow } from '../graphql/follow';
import { SharedReads } from '../graphql/shared-reads.service';
import type { NotificationUpdate } from './notification.type';

type Told = { notificationReceived: NotificationUpdate };

/** Follows what a person is told in the app. */
@Injectable()
export class NotificationUpdates {
  private readonly logger: Logger;

  constructor(
    private readonly live: LiveBus,
    private readonly notifications: NotificationsService,
    private readonly reads: SharedReads,
    logger: Logger,
  ) {
    this.logger = logger.child('notification-updates');
  }

  /** @throws PeopleOnlyError */
  async watch(caller: Caller): Promise<AsyncIterableIterator<Told>> {
    const { tenantId, principal } = caller.ctx;
    await this.notifications.countUnread(caller.ctx);
    const source = this.live.subscribeTo(tenantId, 'notification', principal.id);
    const tell = async (message: LiveMessage): Promise<Told> => ({
      notificationReceived: await this.reads.once(message, caller.ctx, 'notifications', () =>
        this.read(caller),
      ),
    });
    const onTrouble = (error: unknown) =>
      this.logger.warn({ err: error }, 'Notifications could not be read for a subscriber');
    return follow(source, { tell, onTrouble });
  }

  private async read({ ctx }: Caller): Promise<NotificationUpdate> {
    const [unreadNotifications, newest] = await Promise.all([
      this.notifications.countUnread(ctx),
      this.notifications.list(ctx, { first: 1, unread: true }),
    ]);
    return { unreadNotifications, latest: newest.items[0] ?? null };
  }
}
