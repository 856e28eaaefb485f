import { queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { asAdmin } from '../../../../../test/harness';
import { startServices, type TestServices } from '../../../../../test/harness/services';
import { AuthService } from '../../auth/auth.service';
import { SeedService } from '../../seed/seed.service';
import { TenancyModule } from '../../tenancy.module';
import type { TenantContext } from '../../tenant-context';
import { ScimConnectionsService } from '../connections/scim-connections.service';
import { MappedRoles } from '../mapped-roles.store';
import { readGroup } from './scim-group.queries';
import { changeMembers, strangersAmong } from './scim-group.store';

const PEOPLE = 10_000;
const ADA = { tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' };
/** Of groups of the directory: one has everybody in it, the others nobody. */
const EVERYBODY = '00000000-0000-7000-9000-000000000001';
const EMPTY = '00000000-0000-7000-9000-000000000002';

let parts: TestServices;
let directory: TenantContext;
let connectionId: string;

/** What Postgres knows of the tables is from before the first synchronisation, as it is for minutes after it. */
beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await parts.services.get(SeedService).seedDemo();
  const auth = parts.services.get(AuthService);
  const { ctx } = await auth.signIn(ADA);
  const { connection, token } = await parts.services.get(ScimConnectionsService).create(ctx, 'Okta');
  connectionId = connection.id;
  directory = await auth.byScimToken(token);
  const { tenantId } = ctx;
  await asAdmin(async (admin) => {
    for (const table of ['users', 'groups', 'group_members', 'scim_role_mappings'])
      await admin.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false); ANALYZE ${table}`);
    await admin.query(`
      INSERT INTO users (tenant_id, id, managed_by, scim_connection_id, user_name, email, display_name)
      SELECT '${tenantId}', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'scim', '${connectionId}',
        'p' || n, 'p' || n || '@demo.test', 'Person ' || n FROM generate_series(1, ${PEOPLE}) n;
      INSERT INTO groups (tenant_id, id, managed_by, scim_connection_id, name, key) VALUES
        ('${tenantId}', '${EVERYBODY}', 'scim', '${connectionId}', 'Everybody', 'everybody'),
        ('${tenantId}', '${EMPTY}', 'scim', '${connectionId}', 'Empty', 'empty');
      INSERT INTO group_members (tenant_id, group_id, user_id, role)
      SELECT tenant_id, '${EVERYBODY}', id, 'member' FROM users WHERE managed_by = 'scim';
      INSERT INTO scim_role_mappings (tenant_id, connection_id, group_name, role)
      VALUES ('${tenantId}', '${connectionId}', 'everybody', 'viewer')`);
  }, parts.database.adminUrl);
});
afterAll(() => parts?.close());

const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const people = (count: number) => Array.from({ length: count }, (_, n) => person(n + 1));

const READ = `
  SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer AS read FROM pg_stat_xact_user_tables
  WHERE relname IN ('users', 'groups', 'group_members', 'scim_role_mappings')`;

/** How many rows Postgres looks at for it. */
async function rowsFor(work: (em: EntityManager) => Promise<unknown>): Promise<number> {
  return parts.services.get(TenantDatabase).run(directory, async (em) => {
    const count = async () => (await queryRows<{ read: number }>(em, READ))[0]?.read ?? 0;
    const before = await count();
    await work(em);
    return (await count()) - before;
  });
}

const steps = (groupId: string, comes: readonly string[], leaves: readonly string[], clears = false) => ({
  ...{ groupId, connectionId, clears, comes, leaves },
});

const STATEMENTS: [string, number, (em: EntityManager) => Promise<unknown>][] = [
  ['that they are people of the connection', 1, (em) => strangersAmong(em, connectionId, [person(7)])],
  ['one who comes', 1, (em) => changeMembers(em, directory.tenantId, steps(EMPTY, [person(7)], []))],
  ['one who leaves', 1, (em) => changeMembers(em, directory.tenantId, steps(EVERYBODY, [], [person(7)]))],
  ['the role of one', 1, (em) => roles(em, [person(7)])],
  ['that many are', 5_000, (em) => strangersAmong(em, connectionId, people(5_000))],
  ['many who come', 5_000, (em) => changeMembers(em, directory.tenantId, steps(EMPTY, people(5_000), []))],
  [
    'many who leave',
    5_000,
    (em) => changeMembers(em, directory.tenantId, steps(EVERYBODY, [], people(5_000))),
  ],
  [
    'everybody else leaves',
    PEOPLE,
    (em) => changeMembers(em, directory.tenantId, steps(EVERYBODY, people(5_000), [], true)),
  ],
  ['the roles of many', 5_000, (em) => roles(em, people(5_000))],
  [
    'the roles of all',
    PEOPLE,
    (em) => parts.services.get(MappedRoles).apply(em, directory, { connectionId }),
  ],
  ['who is in it', PEOPLE, (em) => readGroup(em, connectionId, EVERYBODY, { withMembers: true })],
];

const roles = (em: EntityManager, whom: string[]) =>
  parts.services.get(MappedRoles).apply(em, directory, { connectionId, people: whom });

test.each(STATEMENTS)('%s: reads as many rows as it concerns, times a few', async (_, concerned, work) => {
  const rows = await rowsFor(work);
  expect(rows).toBeLessThan(50 + 10 * concerned);
});
