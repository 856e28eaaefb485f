import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { SharedReads } from '../graphql/shared-reads.service';
import { NotificationDeliveriesResolver } from './notification-deliveries.resolver';
import { NotificationPreferencesResolver } from './notification-preferences.resolver';
import { NotificationUpdates } from './notification-updates.service';
import { NotificationsResolver } from './notifications.resolver';

const RESOLVERS = [NotificationsResolver, NotificationPreferencesResolver, NotificationDeliveriesResolver];

@Module({ imports: [NotificationsModule], providers: [...RESOLVERS, NotificationUpdates, SharedReads] })
export class NotificationsApiModule {
  static readonly resolvers = RESOLVERS;
}
