import { Tenancy1700000000000 } from './1700000000000-tenancy';
import { Assignment1700000004000 } from './1700000004000-assignment';

export const tenancyMigrations = [Tenancy1700000000000, Assignment1700000004000];
