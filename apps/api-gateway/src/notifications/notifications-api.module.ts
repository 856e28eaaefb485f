import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { SharedReads } from '../graphql/shared-reads.service';
import { NotificationAddressesResolver } from './notification-addresses.resolver';
import { NotificationDeliveriesResolver } from './notification-deliveries.resolver';
import { NotificationPreferencesResolver } from './notification-preferences.resolver';
import { NotificationUpdates } from './notification-updates.service';
import { NotificationsResolver } from './notifications.resolver';
import { UnsubscribeController } from './unsubscribe.controller';

const RESOLVERS = [
  NotificationsResolver,
  NotificationPreferencesResolver,
  NotificationAddressesResolver,
  NotificationDeliveriesResolver,
];

@Module({
  imports: [NotificationsModule],
  controllers: [UnsubscribeController],
  providers: [...RESOLVERS, NotificationUpdates, SharedReads],
})
export class NotificationsApiModule {
  static readonly resolvers = RESOLVERS;
}
