import { Tenancy1700000000000 } from './1700000000000-tenancy';

export const tenancyMigrations = [Tenancy1700000000000];
