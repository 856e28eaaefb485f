import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationAddresses1700000048500 } from './1700000048500-notification-addresses';
import { Webhooks1700000049000 } from './1700000049000-webhooks';
import { WebhookEvents1700000050000 } from './1700000050000-webhook-events';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationAddresses1700000048500,
  Webhooks1700000049000,
  WebhookEvents1700000050000,
];
