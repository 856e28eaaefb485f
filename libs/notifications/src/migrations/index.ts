import { Notifications1700000048000 } from './1700000048000-notifications';

export const notificationsMigrations = [Notifications1700000048000];
