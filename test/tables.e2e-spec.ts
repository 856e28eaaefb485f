import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tablesPage } from '../scripts/tables/tables-page';
import { readTables, type Tables } from '../scripts/tables/tables.queries';
import { TABLES_OF } from '../scripts/tables/tables.words';
import { asAdmin, createTestDatabase } from './harness';

let migrated: Tables;

beforeAll(async () => {
  const database = await createTestDatabase();
  migrated = await asAdmin(readTables, database.adminUrl);
  await database.drop();
});

test('every table has its line, and every line its table', () => {
  const described = Object.values(TABLES_OF).flatMap((words) => Object.keys(words));
  expect(described.sort()).toEqual(migrated.tables.map(({ name }) => name));
});

test('the picture of the tables is what the migrations make; `npm run tables` writes it', () => {
  expect(readFileSync(join(__dirname, '../docs/reference/tables.md'), 'utf8')).toBe(tablesPage(migrated));
});
