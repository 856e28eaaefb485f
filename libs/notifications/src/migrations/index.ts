import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationAddresses1700000048500 } from './1700000048500-notification-addresses';
import { Webhooks1700000049000 } from './1700000049000-webhooks';
import { WebhookEvents1700000050000 } from './1700000050000-webhook-events';
import { Answers1700000051000 } from './1700000051000-answers';
import { Guests1700000052000 } from './1700000052000-guests';
import { Chat1700000053000 } from './1700000053000-chat';
import { NotificationTemplates1700000055000 } from './1700000055000-notification-templates';
import { NotificationRules1700000056000 } from './1700000056000-notification-rules';
import { ChannelStates1700000057000 } from './1700000057000-channel-states';
import { ConnectCodes1700000058000 } from './1700000058000-connect-codes';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationAddresses1700000048500,
  Webhooks1700000049000,
  WebhookEvents1700000050000,
  Answers1700000051000,
  Guests1700000052000,
  Chat1700000053000,
  NotificationTemplates1700000055000,
  NotificationRules1700000056000,
  ChannelStates1700000057000,
  ConnectCodes1700000058000,
];
