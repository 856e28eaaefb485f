import { Notifications1700000048000 } from './1700000048000-notifications';
import { Answers1700000051000 } from './1700000051000-answers';

export const notificationsMigrations = [Notifications1700000048000, Answers1700000051000];
