import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationAddresses1700000048500 } from './1700000048500-notification-addresses';
import { ChannelStates1700000057000 } from './1700000057000-channel-states';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationAddresses1700000048500,
  ChannelStates1700000057000,
];
