import type { Type } from '@nestjs/common';
import type { NotificationChannel } from './notification-channel';

/** Every channel, by its class: to add one, write its file and name it here. */
export const CHANNEL_CLASSES: readonly Type<NotificationChannel>[] = [];
