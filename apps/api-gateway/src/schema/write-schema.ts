import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text';

/** Writes the committed schema: `npm run schema`, from the root of the repository. */
void schemaText().then((text) => writeFileSync('apps/api-gateway/schema.gql', text));
