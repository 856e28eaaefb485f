import { TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenancyModule } from '../tenancy.module';
import { readExportTables } from './export-tables.queries';

let parts: TestServices;
beforeAll(async () => {
  parts = await startServices([TenancyModule]);
});
afterAll(() => parts?.close());

it('goes through every table by a key, but for those where a tenant has one row', async () => {
  const tenantId = '00000000-0000-7000-8000-00000000000a';
  const tables = await parts.services.get(TenantDatabase).run({ tenantId }, readExportTables);
  const { rows } = await asAdmin(
    async (admin) =>
      admin.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisunique
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ALL (i.indkey::int2[]) AND a.attname = 'tenant_id'`,
      ),
    parts.database.adminUrl,
  );
  const single = rows.map(({ name }) => name);
  expect(tables.length).toBeGreaterThan(20);
  expect(
    tables.filter(({ name, key }) => key.length === 0 && !single.includes(name)).map(({ name }) => name),
  ).toEqual([]);
});
