import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { SsoConnections } from './connections.service';

const CONFIG = { issuer: 'https://login.acme.example', clientId: 'orkestra' };

let parts: TestServices;
let ada: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await get(SeedService).seedDemo();
  ada = (await get(AuthService).signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' }))
    .ctx;
});
afterAll(() => parts?.close());

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<Record<string, unknown>>(text)).rows, parts.database.adminUrl);

describe('a connection', () => {
  it('keeps its secret from everybody who looks', async () => {
    const secret = 'the-client-secret';
    const given = {
      kind: 'oidc',
      name: 'Sealed',
      config: CONFIG,
      mapping: {},
      provisions: true,
      secret,
    } as const;
    const made = await get(SsoConnections).create(ada, given);
    expect(made.hasSecret).toBe(true);
    const rows = await sql(
      `SELECT row_to_json(c)::text AS row, encode(secret, 'escape') AS bytes FROM sso_connections c`,
    );
    const entries = await sql('SELECT details::text AS row FROM audit_events');
    expect(JSON.stringify([made, rows, entries])).not.toContain(secret);
    const kept = await get(SsoConnections).update(ada, made.id, { name: 'Renamed' });
    expect([kept.hasSecret, kept.name]).toEqual([true, 'Renamed']);
    expect((await get(SsoConnections).update(ada, made.id, { secret: null })).hasSecret).toBe(false);
  });

  it.each([
    [{ config: { issuer: 'ftp://x', clientId: 'c' } }, '/config/issuer'],
    [{ config: { issuer: 'https://x?y=1', clientId: 'c' } }, '/config/issuer'],
    [{ config: { ...CONFIG, clientId: '' } }, '/config/clientId'],
    [{ config: { ...CONFIG, more: 1 } }, '/config'],
    [{ config: { ...CONFIG, scopes: ['a b'] } }, '/config/scopes/0'],
    [{ mapping: { groupRules: [{ from: 'x', group: 'y', role: 'boss' }] } }, '/mapping/groupRules/0/role'],
    [{ name: ' \n ' }, '/name'],
  ])('with %j is refused by name of the field', async (wrong, pointer) => {
    const given = {
      kind: 'oidc',
      name: 'x',
      config: CONFIG,
      mapping: {},
      provisions: true,
      ...wrong,
    } as const;
    await expect(get(SsoConnections).create(ada, given)).rejects.toMatchObject({
      code: 'sso.invalid_connection',
      details: { fields: [{ pointer }] },
    });
  });
});
