import { Notifications1700000048000 } from './1700000048000-notifications';
import { Answers1700000051000 } from './1700000051000-answers';
import { Guests1700000052000 } from './1700000052000-guests';

export const notificationsMigrations = [
  Notifications1700000048000,
  Answers1700000051000,
  Guests1700000052000,
];
