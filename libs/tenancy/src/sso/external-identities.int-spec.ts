import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import type { SsoConnection } from './connection';
import { SsoConnections } from './connections.service';
import { SsoDomains } from './domains.service';
import { ExternalIdentities } from './external-identities.service';
import { FederatedSignIn } from './federated-sign-in.service';

const CONFIG = { issuer: 'https://login.acme.example', clientId: 'orkestra' };
const SAM = 'sam@demo.test';

let parts: TestServices;
let ada: TenantContext;
let connection: SsoConnection;
let identities: ExternalIdentities;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await get(SeedService).seedDemo();
  const owner = { tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' };
  ada = (await get(AuthService).signIn(owner)).ctx;
  const given = {
    kind: 'oidc',
    name: 'Directory',
    config: CONFIG,
    mapping: {},
    provisions: true,
  } as const;
  const { id } = await get(SsoConnections).create(ada, given);
  connection = await get(SsoConnections).enable(ada, id, true);
  await get(SsoDomains).vouch(ada, 'demo.test');
  await get(SsoDomains).bind(ada, 'demo.test', id);
  identities = get(ExternalIdentities);
});
afterAll(() => parts?.close());

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<Record<string, unknown>>(text)).rows, parts.database.adminUrl);
const enter = (subject: string, email = SAM) =>
  get(FederatedSignIn).enter({ connection, attributes: {}, groups: [], subject, email }, {});

it('is seen and unlinked by admins, and the next sign-in is as a first one', async () => {
  const { token } = await enter('old-account');
  const linked = { connectionId: connection.id, connectionName: 'Directory', subject: 'old-account' };
  expect(await identities.list(ada, SAM)).toMatchObject([linked]);
  await expect(enter('new-account')).rejects.toMatchObject({ code: 'sso.other_account' });
  expect(await identities.unlink(ada, SAM, connection.id)).toBe(1);
  expect(await identities.list(ada, SAM)).toEqual([]);
  await expect(get(AuthService).bySession(token, 'web')).rejects.toMatchObject({
    code: 'auth.session_expired',
  });
  const [told] = await sql(`SELECT details FROM audit_events WHERE action = 'person.unlinked'`);
  expect(told).toEqual({ details: { connection: connection.id, subject: 'old-account' } });
  // By address alone: a changed one is somebody else.
  const { ctx } = await enter('old-account', 'newcomer@demo.test');
  expect(ctx.principal.displayName).not.toContain('Sam');
  await enter('new-account');
  expect(await identities.list(ada, SAM)).toMatchObject([{ subject: 'new-account' }]);
});

it('is not there for strangers, operators and other workspaces, and an owner’s is for owners', async () => {
  await enter('of-the-owner', 'ada@demo.test');
  const { tenantId } = ada;
  const as = (role: 'admin' | 'operator') => testContext({ tenantId, principal: { role } });
  const [other] = await sql(`SELECT id FROM tenants WHERE slug = 'other'`);
  const stranger = testContext({ tenantId: String(other?.['id']), principal: { role: 'owner' } });
  const [owner] = [ada.principal.id];
  await expect(identities.list(as('operator'), owner)).rejects.toMatchObject({ code: 'auth.role_forbids' });
  for (const ctx of [as('operator'), as('admin')])
    await expect(identities.unlink(ctx, owner, connection.id)).rejects.toMatchObject({
      code: 'auth.role_forbids',
    });
  await expect(identities.list(stranger, owner)).rejects.toMatchObject({ code: 'directory.unknown_user' });
  await expect(identities.unlink(stranger, owner, connection.id)).rejects.toMatchObject({
    code: 'directory.unknown_user',
  });
  for (const id of ['x', owner])
    await expect(identities.unlink(ada, owner, id)).rejects.toMatchObject({ code: 'sso.unknown_identity' });
  expect(await identities.list(ada, owner)).toHaveLength(1);
});
