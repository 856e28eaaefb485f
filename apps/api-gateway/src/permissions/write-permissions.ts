import { writeFileSync } from 'node:fs';
import { permissionsPage } from './permissions-page';

/** Writes the page of the documentation: `npm run permissions`, from the root of the repository. */
writeFileSync('docs/reference/permissions.md', permissionsPage());
