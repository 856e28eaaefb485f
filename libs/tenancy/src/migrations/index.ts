import { Tenancy1700000000000 } from './1700000000000-tenancy';
import { Assignment1700000004000 } from './1700000004000-assignment';
import { Lists1700000012000 } from './1700000012000-lists';

export const tenancyMigrations = [Tenancy1700000000000, Assignment1700000004000, Lists1700000012000];
