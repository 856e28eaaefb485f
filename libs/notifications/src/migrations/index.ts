import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationAddresses1700000048500 } from './1700000048500-notification-addresses';
import { Answers1700000051000 } from './1700000051000-answers';
import { Chat1700000053000 } from './1700000053000-chat';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationAddresses1700000048500,
  Answers1700000051000,
  Chat1700000053000,
];
