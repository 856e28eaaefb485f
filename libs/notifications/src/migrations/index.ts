import { Notifications1700000048000 } from './1700000048000-notifications';
import { Chat1700000053000 } from './1700000053000-chat';

export const notificationsMigrations = [Notifications1700000048000, Chat1700000053000];
