import { HoldsAndErasure1700000044000 } from './1700000044000-holds-and-erasure';

export const privacyMigrations = [HoldsAndErasure1700000044000];
