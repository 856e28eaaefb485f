import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { NotificationAddresses } from './addresses/addresses.service';
import { AnswerAttempts } from './answers/answer-attempts.store';
import { AnswerCommands } from './answers/answer-commands.service';
import { AnswerDesk } from './answers/answer-desk.service';
import { AnswerRefusals } from './answers/answer-refusals.service';
import { CHANNEL_CLASSES } from './channel-list';
import { CHAT_PROVIDERS, CHAT_SERVICES } from './chat-list';
import { ChannelRegistry, CHANNELS } from './channels/channel-registry.service';
import type { NotificationChannel } from './channels/notification-channel';
import { UnsubscribeLinks } from './channels/unsubscribe-links.service';
import { ChatMessageExpander } from './chat/chat-message-expander.service';
import { DeliveryLog } from './deliveries/delivery-log.service';
import { DeliveryStore } from './deliveries/delivery.store';
import { Dispatcher } from './deliveries/dispatcher.service';
import type { EventExpander } from './events/event-expander';
import { EXPANDERS, FanOut } from './fan-out/fan-out.service';
import { PersonExpander } from './fan-out/person-expander.service';
import { NotificationRetention } from './inbox/notification-retention.service';
import { NotificationsService } from './inbox/notifications.service';
import { NotificationDefaults } from './preferences/defaults.service';
import { PreferencesService } from './preferences/preferences.service';
import { UnsubscribeService } from './preferences/unsubscribe.service';

/** Every expander, by its class: each sees every event once. */
const EXPANDER_CLASSES = [PersonExpander, ChatMessageExpander];

const services = [
  ...CHAT_SERVICES,
  AnswerDesk,
  AnswerAttempts,
  FanOut,
  NotificationAddresses,
  Dispatcher,
  DeliveryStore,
  NotificationsService,
  NotificationRetention,
  ChannelRegistry,
  PreferencesService,
  NotificationDefaults,
  DeliveryLog,
  UnsubscribeService,
];

/** How people are told of what happens. Needs the global CoreModule. */
@Module({
  imports: [TenancyModule, TasksModule],
  providers: [
    ...services,
    ...CHAT_PROVIDERS,
    AnswerCommands,
    AnswerRefusals,
    UnsubscribeLinks,
    ...CHANNEL_CLASSES,
    ...EXPANDER_CLASSES,
    {
      provide: CHANNELS,
      useFactory: (...channels: NotificationChannel[]) => channels,
      inject: [...CHANNEL_CLASSES],
    },
    {
      provide: EXPANDERS,
      useFactory: (...expanders: EventExpander[]) => expanders,
      inject: EXPANDER_CLASSES,
    },
  ],
  exports: services,
})
export class NotificationsModule {}
