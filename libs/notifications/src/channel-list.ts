import type { Type } from '@nestjs/common';
import { EmailChannel } from './email/email-channel.service';
import type { NotificationChannel } from './channels/notification-channel';
import { TelegramChannel } from './telegram/telegram-channel.service';
import { PushChannel } from './push/push-channel.service';
import { SlackChannel } from './slack/slack-channel.service';
import { TeamsChannel } from './teams/teams-channel.service';

/** Every channel, by its class: to add one, write its file and name it here. */
export const CHANNEL_CLASSES: readonly Type<NotificationChannel>[] = [
  EmailChannel,
  PushChannel,
  TelegramChannel,
  SlackChannel,
  TeamsChannel,
];
