import { Module } from '@nestjs/common';
import { NotificationsModule } from '@orkestra/notifications';
import { TenancyModule } from '@orkestra/tenancy';
import { SharedReads } from '../graphql/shared-reads.service';
import { NotificationAddressesResolver } from './connect/notification-addresses.resolver';
import { AnswerSettingsResolver } from './guests/answer-settings.resolver';
import { GuestsResolver } from './guests/guests.resolver';
import { MessageTemplatesResolver } from './templates/message-templates.resolver';
import { NotificationConnectResolver } from './connect/notification-connect.resolver';
import { NotificationDeliveriesResolver } from './notification-deliveries.resolver';
import { NotificationPreferencesResolver } from './preferences/notification-preferences.resolver';
import { NotificationUpdates } from './notification-updates.service';
import { NotificationsResolver } from './notifications.resolver';
import { PushDevicesResolver } from './connect/push-devices.resolver';
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
