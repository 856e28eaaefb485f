import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationAddresses1700000048500 } from './1700000048500-notification-addresses';
import { Answers1700000051000 } from './1700000051000-answers';
import { ChannelStates1700000057000 } from './1700000057000-channel-states';
import { ConnectCodes1700000058000 } from './1700000058000-connect-codes';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationAddresses1700000048500,
  Answers1700000051000,
  ChannelStates1700000057000,
  ConnectCodes1700000058000,
];
