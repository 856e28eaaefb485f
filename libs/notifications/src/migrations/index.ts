import { Notifications1700000048000 } from './1700000048000-notifications';
import { Webhooks1700000049000 } from './1700000049000-webhooks';
import { WebhookEvents1700000050000 } from './1700000050000-webhook-events';

export const notificationsMigrations = [
  Notifications1700000048000,
  Webhooks1700000049000,
  WebhookEvents1700000050000,
];
