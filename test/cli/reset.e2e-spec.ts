import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type DatabaseUrls, provisionDatabase } from '../../apps/local/src';
import { asAdmin, type Json } from '../harness';
import { testRun } from '../harness/run/test-run';
import { OrkestraProgram } from './orkestra-program';

const database = `test_reset_${randomBytes(4).toString('hex')}`;
const passwords = { owner: 'test', app: 'test', system: 'test' };

let urls: DatabaseUrls;
let orkestra: OrkestraProgram;

beforeAll(async () => {
  urls = await provisionDatabase({ adminUrl: testRun.postgresAdminUrl, database, passwords });
  orkestra = new OrkestraProgram({
    MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl,
    DATABASE_URL: urls.databaseUrl,
    SYSTEM_DATABASE_URL: urls.systemDatabaseUrl,
  });
  await orkestra.text(['db', 'migrate']);
}, 240_000);
afterAll(async () => {
  orkestra?.remove();
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
});

async function slugs(): Promise<string[]> {
  const { tenants } = await orkestra.json(['tenant', 'list']);
  return (tenants as Json[]).map(({ slug }) => slug as string);
}

async function refused(args: readonly string[], code: string, more: Record<string, string> = {}) {
  const ended = await orkestra.run([...args, '--json'], more);
  expect({ args, code: ended.code, out: ended.out }).toEqual({ args, code: 4, out: '' });
  expect(JSON.parse(ended.err)).toMatchObject({ error: { code } });
  return ended.err;
}

test('db seed makes the demo once, and keeps a key that is known', async () => {
  const first = await orkestra.json(['db', 'seed']);
  const [demo] = first.tenants as Json[];
  expect(demo).toMatchObject({ slug: 'demo', apiKey: expect.stringMatching(/^ork_/) });
  const again = await orkestra.json(['db', 'seed'], { ORKESTRA_API_KEY: demo?.apiKey as string });
  expect((again.tenants as Json[])[0]?.apiKey).toBe(demo?.apiKey);
  expect(await slugs()).toEqual(['demo', 'other']);
  expect(await orkestra.text(['db', 'seed'])).toMatch(/demo +sam@demo\.test +orkestra-demo +operator/);
});

test('neither works in production', async () => {
  await refused(['db', 'seed'], 'seed.production', { NODE_ENV: 'production' });
  await refused(['db', 'reset', '--yes-delete', database], 'reset.production', { NODE_ENV: 'production' });
});

test('db reset asks, and does nothing where nobody answers or the name is another', async () => {
  await refused(['db', 'reset'], 'not_confirmed');
  await refused(['db', 'reset', '--yes-delete', 'production'], 'not_confirmed');
  expect(await slugs()).toEqual(['demo', 'other']);
});

test('db reset refuses workspaces of somebody until the name of the database is typed', async () => {
  await orkestra.text(['tenant', 'create', 'acme', '--name', 'Acme']);
  expect(await refused(['db', 'reset'], 'reset.tenants')).toContain('acme');
  expect(await slugs()).toContain('acme');
});

test('db reset waits for no server', async () => {
  const server = new Client({ connectionString: urls.databaseUrl });
  await server.connect();
  await refused(['db', 'reset', '--yes-delete', database], 'reset.in_use');
  await server.end();
});

test('db reset makes the tables anew, by the roles as they were', async () => {
  const answer = await orkestra.json(['db', 'reset', '--yes-delete', database]);
  expect(answer).toMatchObject({ database, dropped: expect.any(Number), ran: expect.any(Number) });
  expect(await orkestra.json(['db', 'status'])).toMatchObject({ ok: true });
  expect(await slugs()).toEqual([]);
  await orkestra.json(['db', 'seed']);
  expect(await slugs()).toEqual(['demo', 'other']);
});
