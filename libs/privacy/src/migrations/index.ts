import { HoldsAndErasure1700000044000 } from './1700000044000-holds-and-erasure';
import { Retention1700000044001 } from './1700000044001-retention';

export const privacyMigrations = [HoldsAndErasure1700000044000, Retention1700000044001];
