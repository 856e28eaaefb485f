import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { type NameServer, startNameServer } from '../../../../test/harness/sso/name-server';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { SsoConnections } from './connections.service';
import { recordOf, SsoDomains } from './domains.service';
import { SignInDoors } from './sign-in-doors.service';

let parts: TestServices;
let names: NameServer;
let domains: SsoDomains;
let ours: TenantContext;
let theirs: TenantContext;

beforeAll(async () => {
  names = await startNameServer();
  parts = await startServices([TenancyModule], { DNS_SERVERS: names.address });
  domains = parts.services.get(SsoDomains);
  await parts.services.get(SeedService).seedDemo();
  const tenants = await asAdmin(
    async (admin) => (await admin.query<{ id: string }>('SELECT id FROM tenants ORDER BY slug')).rows,
    parts.database.adminUrl,
  );
  [ours, theirs] = tenants.map(({ id }) => testContext({ tenantId: id, principal: { role: 'owner' } })) as [
    TenantContext,
    TenantContext,
  ];
});
afterAll(async () => {
  await parts?.close();
  await names?.close();
});

const publish = (domain: string, ...texts: string[]) => names.texts.set(recordOf(domain), texts);

it('is verified once its record says so, and not before', async () => {
  const { proof, verifiedAt } = await domains.add(ours, 'Acme.Example');
  expect([proof, verifiedAt]).toEqual([
    expect.stringMatching(/^orkestra-domain-verification=[\w-]{32}$/),
    null,
  ]);
  const missing = { code: 'sso.proof_missing', details: { record: '_orkestra.acme.example', proof } };
  await expect(domains.verify(ours, 'acme.example')).rejects.toMatchObject(missing);
  publish('acme.example', 'v=spf1 -all', `${proof}x`);
  await expect(domains.verify(ours, 'acme.example')).rejects.toMatchObject(missing);
  publish('acme.example', 'v=spf1 -all', proof);
  await expect(domains.verify(ours, 'acme.example')).resolves.toMatchObject({ verifiedAt: expect.any(Date) });
  names.texts.clear();
  await expect(domains.verify(ours, 'acme.example')).resolves.toMatchObject({ verifiedAt: expect.any(Date) });
});

it('belongs to whoever proves it first, and the other may prove it after that one has let it go', async () => {
  const [first, second] = [
    await domains.add(ours, 'both.example'),
    await domains.add(theirs, 'both.example'),
  ];
  expect(first.proof).not.toBe(second.proof);
  publish('both.example', first.proof, second.proof);
  await domains.verify(theirs, 'both.example');
  await expect(domains.verify(ours, 'both.example')).rejects.toMatchObject({ code: 'sso.domain_taken' });
  await expect(domains.vouch(ours, 'both.example')).rejects.toMatchObject({ code: 'sso.domain_taken' });
  expect((await domains.list(ours)).find(({ domain }) => domain === 'both.example')).toMatchObject(first);
  await domains.remove(theirs, 'both.example');
  await expect(domains.verify(ours, 'both.example')).resolves.toMatchObject({ verifiedAt: expect.any(Date) });
});

it('does not take the silence of a name server for a no', async () => {
  await domains.add(ours, 'silent.example');
  names.isBroken = true;
  await expect(domains.verify(ours, 'silent.example')).rejects.toMatchObject({ code: 'sso.name_servers' });
  names.isBroken = false;
});

it.each([
  '',
  'localhost',
  'example.com/x',
  'a b.example',
  '-a.example',
  '1.2.3.4',
  `${'a'.repeat(64)}.example`,
])('takes no %j for one', async (domain) => {
  await expect(domains.add(ours, domain)).rejects.toMatchObject({ code: 'sso.invalid_domain' });
});

it('is known by its ASCII name', async () => {
  expect(await domains.add(ours, '@Müller.example')).toMatchObject({ domain: 'xn--mller-kva.example' });
});

it('names the way in for addresses there, whoever they are, and only while it is open', async () => {
  const connections = parts.services.get(SsoConnections);
  const doors = parts.services.get(SignInDoors);
  const config = { issuer: 'https://login.acme.example', clientId: 'orkestra' };
  const given = { kind: 'oidc', name: 'Acme', config, mapping: {}, provisions: false } as const;
  const { id } = await connections.create(ours, given);
  await domains.bind(ours, 'acme.example', id);
  const door = { connectionId: id, kind: 'oidc', name: 'Acme' };
  expect(await doors.find('anybody@ACME.example', undefined)).toEqual([]);
  await connections.enable(ours, id, true);
  expect(await doors.find('anybody@ACME.example', undefined)).toEqual([door]);
  expect(await doors.find(undefined, 'demo')).toEqual([door]);
  expect(await doors.find('x@other.example', 'other')).toEqual([]);
  await domains.add(ours, 'unproved.example');
  await domains.bind(ours, 'unproved.example', id);
  expect(await doors.find('x@unproved.example', undefined)).toEqual([]);
  await expect(domains.bind(theirs, 'acme.example', id)).rejects.toMatchObject({
    code: 'sso.unknown_domain',
  });
  await domains.add(theirs, 'theirs.example');
  await expect(domains.bind(theirs, 'theirs.example', id)).rejects.toMatchObject({
    code: 'sso.unknown_connection',
  });
});
