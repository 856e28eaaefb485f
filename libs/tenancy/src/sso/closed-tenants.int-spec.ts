import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AccountLinks } from '../accounts/account-links.service';
import { PasswordLinks } from '../accounts/password-links.service';
import type { AuditActor } from '../audit/audit-log.service';
import { AuthService } from '../auth/auth.service';
import { InvitationsService } from '../people/invitations.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { TenantLifeCycle } from '../tenants/tenant-life-cycle.service';
import type { SsoConnection } from './connection';
import { SsoConnections } from './connections.service';
import { SsoDomains } from './domains.service';
import { FederatedSignIn } from './federated-sign-in.service';

let parts: TestServices;
let ada: TenantContext;
let operator: AuditActor;
let connection: SsoConnection;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await get(SeedService).seedDemo();
  const signedIn = await get(AuthService).signIn({
    tenant: 'demo',
    email: 'ada@demo.test',
    password: 'orkestra-demo',
  });
  ada = signedIn.ctx;
  operator = { tenantId: ada.tenantId, kind: 'operator', id: 'root', channel: 'cli' };
  const { id } = await get(SsoConnections).create(ada, {
    kind: 'oidc',
    name: 'Directory',
    config: { issuer: 'https://login.acme.example', clientId: 'orkestra' },
    mapping: {},
    provisions: true,
  });
  connection = await get(SsoConnections).enable(ada, id, true);
  await get(SsoDomains).vouch(ada, 'demo.test');
  await get(SsoDomains).bind(ada, 'demo.test', id);
});
afterAll(() => parts?.close());

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const tokenIn = (url: string | null) => /#token=(.*)$/.exec(url ?? '')?.[1] ?? '';
const people = async () =>
  asAdmin(
    async (admin) =>
      (await admin.query<object>('SELECT id, role, active, password_hash FROM users ORDER BY id')).rows,
    parts.database.adminUrl,
  );

it.each([
  ['suspended', () => get(TenantLifeCycle).suspend(operator, 'unpaid'), 'tenant.suspended'],
  [
    'being deleted',
    () => get(TenantLifeCycle).scheduleDeletion(operator, () => undefined, -1),
    'tenant.deleting',
  ],
])('makes nobody of a tenant that is %s, by a directory or a link', async (_, close, code) => {
  const invite = { email: `new-${code}@demo.test`, role: 'viewer', by: 'link' } as const;
  const { link } = await get(InvitationsService).invite(ada, invite);
  const { url } = await get(PasswordLinks).issue(ada, 'sam@demo.test');
  await close();
  const before = await people();
  const identity = { connection, attributes: {}, groups: [], subject: 'new', email: 'new@demo.test' };
  const password = 'violet tram under nine bells';
  const work = [
    () => get(FederatedSignIn).enter(identity, {}),
    () => get(AccountLinks).use({ token: tokenIn(link), password }),
    () => get(AccountLinks).use({ token: tokenIn(url), password }),
  ];
  for (const one of work) await expect(one()).rejects.toMatchObject({ kind: 'forbidden', code });
  expect(await people()).toEqual(before);
  await asAdmin(
    (admin) => admin.query(`UPDATE tenants SET status = 'active', delete_at = NULL`),
    parts.database.adminUrl,
  );
});
