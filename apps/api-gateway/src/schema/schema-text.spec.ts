import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaText } from './schema-text';

test('the committed schema is that of the classes; else run `npm run schema`', async () => {
  const committed = readFileSync(join(__dirname, '..', '..', 'schema.gql'), 'utf8');
  expect(committed).toBe(await schemaText());
});
