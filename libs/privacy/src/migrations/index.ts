import { HoldsAndErasure1700000044002 } from './1700000044002-holds-and-erasure';
import { Retention1700000044003 } from './1700000044003-retention';
import { ErasureOfNotifications1700000061000 } from './1700000061000-erasure-of-notifications';

export const privacyMigrations = [
  HoldsAndErasure1700000044002,
  Retention1700000044003,
  ErasureOfNotifications1700000061000,
];
