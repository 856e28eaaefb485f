import { Module } from '@nestjs/common';
import { Config, Outbound } from '@orkestra/core';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { NotificationAddresses } from './addresses/addresses.service';
import { AnswerAttempts } from './answers/answer-attempts.store';
import { AnswerCommands } from './answers/answer-commands.service';
import { AnswerDesk } from './answers/answer-desk.service';
import { AnswerLinks } from './answers/answer-links.service';
import { AnswerRefusals } from './answers/answer-refusals.service';
import { MailAnswers } from './answers/mail-answers.service';
import { CHANNEL_CLASSES } from './channel-list';
import { ChannelListener } from './channels/channel-listener.service';
import { ChannelRegistry, CHANNELS } from './channels/channel-registry.service';
import type { NotificationChannel } from './channels/notification-channel';
import { UnsubscribeLinks } from './channels/unsubscribe-links.service';
import { loadConnectors } from './channels/load-connectors';
import { ConnectCodes } from './connect/connect-codes.service';
import { ConnectDesk } from './connect/connect-desk.service';
import { CHAT_PROVIDERS, CHAT_SERVICES } from './chat-list';
import { ChatMessageExpander } from './chat/chat-message-expander.service';
import { DeliveryLog } from './deliveries/delivery-log.service';
import { DeliveryStore } from './deliveries/delivery.store';
import { Dispatcher } from './deliveries/dispatcher.service';
import type { EventExpander } from './events/event-expander';
import { EXPANDERS, FanOut } from './fan-out/fan-out.service';
import { PersonExpander } from './fan-out/person-expander.service';
import { GuestAnswers } from './guests/guest-answers.service';
import { GuestSessions } from './guests/guest-sessions.service';
import { GuestsService } from './guests/guests.service';
import { NotificationRetention } from './inbox/notification-retention.service';
import { NotificationsService } from './inbox/notifications.service';
import { ExceptionsService } from './preferences/exceptions.service';
import { NotificationDefaults } from './preferences/defaults.service';
import { PreferencesService } from './preferences/preferences.service';
import { BrokenTemplates } from './templates/broken-templates.store';
import { MessagePreviews } from './authoring/message-previews.service';
import { MessageTemplates } from './authoring/message-templates.service';
import { ReplyAddresses } from './replies/reply-addresses.service';
import { ReplyIntake } from './replies/reply-intake.service';
import { PushDevices } from './push/push-devices.service';
import { PushKeyStore } from './push/push-keys.service';
import { UnsubscribeService } from './preferences/unsubscribe.service';
import { WebhookExpander } from './webhooks/webhook-expander.service';
import { WEBHOOK_PARTS, WEBHOOK_SERVICES } from './webhooks/webhook-services';

/** Every expander, by its class: each sees every event once. */
const EXPANDER_CLASSES = [PersonExpander, WebhookExpander, ChatMessageExpander];

const services = [
  ...CHAT_SERVICES,
  AnswerDesk,
  AnswerAttempts,
  MailAnswers,
  GuestsService,
  ReplyIntake,
  GuestSessions,
  GuestAnswers,
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
  ...WEBHOOK_SERVICES,
  ExceptionsService,
  MessageTemplates,
  MessagePreviews,
  PushDevices,
  ChannelListener,
  ConnectCodes,
  ConnectDesk,
];

/** How people are told of what happens. Needs the global CoreModule. */
@Module({
  imports: [TenancyModule, TasksModule],
  providers: [
    ...services,
    ...CHAT_PROVIDERS,
    AnswerCommands,
    ReplyAddresses,
    AnswerLinks,
    AnswerRefusals,
    UnsubscribeLinks,
    ...WEBHOOK_PARTS,
    BrokenTemplates,
    PushKeyStore,
    ...CHANNEL_CLASSES,
    ...EXPANDER_CLASSES,
    {
      provide: CHANNELS,
      useFactory: (config: Config, outbound: Outbound, ...own: NotificationChannel[]) => [
        ...own,
        ...loadConnectors(config, outbound, own),
      ],
      inject: [Config, Outbound, ...CHANNEL_CLASSES],
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
