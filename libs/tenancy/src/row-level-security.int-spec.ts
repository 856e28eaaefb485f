import { Client } from 'pg';
import { CoreModule, loadConfig, queryRows, TenantDatabase } from '@orkestra/core';
import { Test } from '@nestjs/testing';
import { startServices, type TestServices } from '../../../test/harness/services';
import { AuthService } from './auth/auth.service';
import { SeedService } from './seed/seed.service';
import { TenancyModule } from './tenancy.module';

const TABLES = ['tenants', 'users', 'groups', 'group_members', 'service_principals', 'api_keys'];

describe('row-level security of the tenancy tables', () => {
  let parts: TestServices;
  let demo: string;
  let other: string;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    const auth = parts.services.get(AuthService);
    const seeded = await parts.services.get(SeedService).seedDemo();
    const tenantIds = seeded.map(async ({ apiKey }) => (await auth.byApiKey(apiKey, 'system')).tenantId);
    [demo, other] = (await Promise.all(tenantIds)) as [string, string];
    await auth.signIn({ tenant: 'demo', email: 'sam@demo.test', password: 'orkestra-demo' });
  });
  afterAll(() => parts.close());

  async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const count = async (client: Client, table: string) =>
    Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count);

  const inTenant = <T>(tenantId: string, sql: string, values: unknown[] = []) =>
    parts.services.get(TenantDatabase).run({ tenantId }, (em) => queryRows<T>(em, sql, values));

  it.each(TABLES)('shows the app role no row of %s without a tenant', async (table) => {
    await as(parts.database.databaseUrl, async (client) => {
      expect(await count(client, table)).toBe(0);
      await client.query(`SELECT set_config('app.tenant', $1, false)`, [demo]);
      expect(await count(client, table)).toBeGreaterThan(0);
    });
  });

  it.each(TABLES)('shows each tenant only its own rows of %s', async (table) => {
    const column = table === 'tenants' ? 'id' : 'tenant_id';
    for (const tenantId of [demo, other]) {
      const rows = await inTenant<{ seen: string }>(
        tenantId,
        `SELECT DISTINCT ${column} AS seen FROM ${table}`,
      );
      expect(rows).toEqual([{ seen: tenantId }]);
    }
  });

  it('subjects the owner of the tables too', async () => {
    await as(parts.database.migrationDatabaseUrl, async (client) => {
      for (const table of [...TABLES, 'sessions', 'sign_in_failures'])
        expect(await count(client, table)).toBe(0);
      await client.query(`SELECT set_config('app.tenant', $1, false)`, [demo]);
      expect(await count(client, 'users')).toBe(0);
    });
  });

  it("changes nothing of another tenant's, and inserts nothing into it", async () => {
    const renamed = await inTenant(
      demo,
      `UPDATE users SET display_name = 'x' WHERE tenant_id = $1 RETURNING id`,
      [other],
    );
    expect(renamed).toEqual([]);
    const insert = `INSERT INTO groups (tenant_id, id, key, name) VALUES ($1, gen_random_uuid(), 'intruder', 'x')`;
    await expect(inTenant(demo, insert, [other])).rejects.toThrow('row-level security');
    const move = 'UPDATE groups SET tenant_id = $1';
    await expect(inTenant(demo, move, [other])).rejects.toThrow('row-level security');
  });

  it('lets nobody join a group of another tenant', async () => {
    const [group] = await inTenant<{ id: string }>(other, 'SELECT id FROM groups');
    const join = `INSERT INTO group_members (tenant_id, group_id, user_id) SELECT $1, $2, id FROM users LIMIT 1`;
    await expect(inTenant(demo, join, [demo, group?.id])).rejects.toThrow('foreign key');
  });

  it.each([
    'SELECT * FROM sessions',
    'SELECT password_hash FROM users',
    'SELECT key_hash FROM api_keys',
    'SELECT * FROM sign_in_failures',
    `UPDATE api_keys SET key_hash = '\\x00'`,
    `UPDATE api_keys SET scopes = '{tasks:complete}'`,
    `UPDATE tenants SET slug = 'x'`,
    `UPDATE tenants SET status = 'active'`,
    `UPDATE tenants SET limits = '{}'`,
    'DELETE FROM tenants',
    'SELECT forget_tenant(id) FROM tenants',
  ])('does not let the app role %s, even in its own tenant', async (sql) => {
    await expect(inTenant(demo, sql)).rejects.toThrow('permission denied');
  });

  it('lets the app role delete nobody but who was invited and never came', async () => {
    await inTenant(demo, `UPDATE users SET active = false WHERE email = 'lee@demo.test'`);
    await expect(inTenant(demo, 'DELETE FROM users RETURNING email')).resolves.toEqual([]);
  });

  it.each([
    `UPDATE users SET role = 'admin'`,
    'DELETE FROM group_members',
    'UPDATE api_keys SET revoked_at = NULL',
    'DELETE FROM api_keys',
  ])('does not let the system role %s', async (sql) => {
    await as(parts.database.systemDatabaseUrl, (client) =>
      expect(client.query(sql)).rejects.toThrow('permission denied'),
    );
  });

  it.each(['adminUrl', 'migrationDatabaseUrl'] as const)('does not start a program as %s', async (role) => {
    const { databaseUrl, systemDatabaseUrl, [role]: tooMuch } = parts.database;
    const start = (app: string, system: string) =>
      Test.createTestingModule({
        imports: [
          CoreModule.forRoot({
            app: 'test',
            config: loadConfig({
              NODE_ENV: 'test',
              LOG_LEVEL: 'silent',
              DATABASE_URL: app,
              SYSTEM_DATABASE_URL: system,
            }),
          }),
        ],
      }).compile();
    await expect(start(tooMuch, systemDatabaseUrl)).rejects.toThrow(
      'superuser, has BYPASSRLS or owns tables',
    );
    await expect(start(databaseUrl, tooMuch)).rejects.toThrow('superuser, has BYPASSRLS or owns tables');
  });
});
