import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { TenancyModule } from '@orkestra/tenancy';
import { SharedReads } from '../graphql/shared-reads.service';
import { NotificationAddressesResolver } from './notification-addresses.resolver';
import { AnswerSettingsResolver } from './answer-settings.resolver';
import { GuestsResolver } from './guests.resolver';
import { MessageTemplatesResolver } from './message-templates.resolver';
import { NotificationConnectResolver } from './notification-connect.resolver';
import { NotificationDeliveriesResolver } from './notification-deliveries.resolver';
import { NotificationPreferencesResolver } from './notification-preferences.resolver';
import { NotificationUpdates } from './notification-updates.service';
import { NotificationsResolver } from './notifications.resolver';
import { PushDevicesResolver } from './push-devices.resolver';
import { UnsubscribeController } from './unsubscribe.controller';

const RESOLVERS = [
  NotificationsResolver,
  NotificationPreferencesResolver,
  NotificationAddressesResolver,
  NotificationDeliveriesResolver,
  AnswerSettingsResolver,
  GuestsResolver,
  MessageTemplatesResolver,
  PushDevicesResolver,
  NotificationConnectResolver,
];

@Module({
  imports: [NotificationsModule, TenancyModule],
  controllers: [UnsubscribeController],
  providers: [...RESOLVERS, NotificationUpdates, SharedReads],
})
export class NotificationsApiModule {
  static readonly resolvers = RESOLVERS;
}
