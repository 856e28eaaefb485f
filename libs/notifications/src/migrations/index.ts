import { Notifications1700000048000 } from './1700000048000-notifications';
import { NotificationTemplates1700000055000 } from './1700000055000-notification-templates';
import { NotificationRules1700000056000 } from './1700000056000-notification-rules';

export const notificationsMigrations = [
  Notifications1700000048000,
  NotificationTemplates1700000055000,
  NotificationRules1700000056000,
];
