import { writeFileSync } from 'node:fs';
import { errorsPage } from './errors-page';

/** Writes the page of the documentation: `npm run errors`, from the root of the repository. */
writeFileSync('docs/reference/errors.md', errorsPage('.'));
