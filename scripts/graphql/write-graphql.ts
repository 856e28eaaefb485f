import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { graphqlPages } from './graphql-pages';
import { whoMayOf } from './who-may';

/** Writes the pages of the schema into the folder that is named: part of `npm run docs:content`. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder for the pages.');
const schema = buildSchema(readFileSync('apps/api-gateway/schema.gql', 'utf8'));
const pages = graphqlPages(schema, whoMayOf(readFileSync('docs/reference/permissions.md', 'utf8')));
mkdirSync(folder, { recursive: true });
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
