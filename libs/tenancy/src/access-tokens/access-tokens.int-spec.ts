import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { base64, CLIENT, now, OidcTrips } from '../../../../test/harness/sso/oidc-trips';
import { CrookedProvider, type Making } from '../../../../test/harness/sso/crooked-provider';
import { freePort } from '../../../../test/harness/servers/ports';
import { eventually } from '../../../../test/harness';
import { DeactivationService } from '../people/deactivation.service';
import { SsoConnections } from '../sso/connections.service';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { AccessTokens } from './access-tokens.service';

const RESOURCE = 'https://mcp.example.com/mcp/demo';
const AUDIENCE = { resource: RESOURCE, tenant: 'demo' };
const INVALID = { kind: 'unauthenticated', code: 'auth.invalid_access_token' };
const SCOPE = 'openid tasks:read tasks:write tasks:complete settings:write audit:read';

let trips: OidcTrips;
let tokens: AccessTokens;

beforeAll(async () => {
  trips = await OidcTrips.start();
  tokens = trips.get(AccessTokens);
  for (const subject of ['sub-of-sam', 'sub-of-ada', 'sub-of-max']) {
    const trip = await trips.depart(undefined, subject);
    trips.idp.idToken = await trips.idp.sign({ ...trip.claims, email: `${subject.slice(7)}@demo.test` });
    await trips.comeBack(trip);
  }
});
afterAll(() => trips?.close());

const claims = (more: object = {}) => ({
  ...{ iss: trips.idp.issuer, aud: RESOURCE, sub: 'sub-of-sam', iat: now(), exp: now() + 300 },
  ...{ scope: SCOPE, azp: 'desk-agent', jti: Math.random().toString() },
  ...more,
});
const make = (more: object = {}, making: Making = { header: { typ: 'at+jwt' } }) =>
  trips.idp.sign(claims(more), making);
const enter = (token: string, audience: { resource: string; tenant?: string } = AUDIENCE) =>
  tokens.enter(token, audience, 'mcp', { remoteAddress: '203.0.113.5' });

describe('a token that holds', () => {
  it('lets the agent in as the person, within what was granted, and never to decide or administer', async () => {
    const exp = now() + 300;
    const ctx = await enter(await make({ exp }));
    expect(ctx).toMatchObject({
      principal: { kind: 'user', displayName: 'Sam (desk-agent)', role: 'operator' },
      ...{ scopes: ['tasks:read', 'tasks:write'], channel: 'mcp', agent: 'desk-agent' },
      ...{ credentialId: trips.connection.id, expiresAt: new Date(exp * 1_000) },
    });
    const owner = await enter(await make({ sub: 'sub-of-ada' }));
    expect([owner.principal.role, owner.scopes]).toEqual(['owner', ['tasks:read', 'tasks:write']]);
  });

  it.each<[string, object, string[]]>([
    ['none', { scope: undefined }, []],
    ['those of Okta', { scope: undefined, scp: ['tasks:read', 'openid'] }, ['tasks:read']],
    [
      'those of Entra ID',
      { scope: undefined, scp: 'tasks:read directory:read' },
      ['tasks:read', 'directory:read'],
    ],
  ])('has scopes: %s', async (_, more, scopes) => {
    expect((await enter(await make(more))).scopes).toEqual(scopes);
  });

  it('may have everything that an agent may', async () => {
    const { scopes } = await enter(await make({ scope: 'orkestra' }));
    expect(scopes).toContain('workflows:start');
    expect(scopes).not.toContain('tasks:complete');
    expect(scopes.filter((scope) => scope.startsWith('settings') || scope.startsWith('people'))).toEqual([]);
  });

  it('is taken as Keycloak and older providers make it', async () => {
    const making = { header: { typ: 'JWT' } };
    await expect(enter(await make({ typ: 'Bearer' }, making))).resolves.toBeDefined();
    await expect(enter(await make({ aud: ['account', RESOURCE] }, making))).resolves.toBeDefined();
    const exp = now() - 20;
    const late = await enter(await make({ exp, iat: now() - 60 }));
    expect(late.expiresAt).toEqual(new Date((exp + 30) * 1_000));
  });

  it('may be for an audience that the connection names, but not for the client', async () => {
    const token = await make({ aud: 'orkestra-api' });
    await expect(enter(token)).rejects.toMatchObject(INVALID);
    const connections = trips.get(SsoConnections);
    const config = { issuer: trips.idp.issuer, clientId: CLIENT };
    const change = (audiences: string[]) =>
      connections.update(trips.owner, trips.connection.id, { config: { ...config, audiences } });
    await change(['orkestra-api']);
    await expect(enter(token)).resolves.toBeDefined();
    await expect(change([CLIENT])).rejects.toMatchObject({
      details: { fields: [{ pointer: '/config/audiences' }] },
    });
    await change([]);
    await expect(enter(token)).rejects.toMatchObject(INVALID);
  });

  it('is taken by a key that the provider has had for a moment', async () => {
    await enter(await make());
    await trips.idp.rotate();
    const token = await make();
    // The keys were read a moment ago, and are read again a few seconds later at the earliest.
    await expect(eventually(() => enter(token))).resolves.toBeDefined();
  });
});

describe('a token that does not hold', () => {
  it.each<{ what: string; claims?: object; making?: Making }>([
    { what: 'another audience', claims: { aud: 'https://mcp.example.com/mcp/other' } },
    { what: 'the client as audience', claims: { aud: CLIENT } },
    { what: 'an audience that only begins so', claims: { aud: `${RESOURCE}/` } },
    { what: 'no audience', claims: { aud: undefined } },
    { what: 'another issuer', claims: { iss: 'https://login.example.com' } },
    { what: 'an end that is past', claims: { exp: now() - 40, iat: now() - 90 } },
    { what: 'no end', claims: { exp: undefined } },
    { what: 'a beginning that is to come', claims: { nbf: now() + 600 } },
    { what: 'a date of the future', claims: { iat: now() + 600 } },
    { what: 'no subject', claims: { sub: undefined } },
    { what: 'a foreign key', making: { foreignKey: true } },
    { what: 'the type of a logout token', making: { header: { typ: 'logout+jwt' } } },
    { what: 'a nonce, as ID tokens have', claims: { nonce: 'n' } },
    { what: 'the hash of an access token, as ID tokens have', claims: { at_hash: 'h' } },
    { what: 'the type that Keycloak gives ID tokens', claims: { typ: 'ID' } },
    { what: 'a key that it is bound to', claims: { cnf: { jkt: 'thumb' } } },
  ])('$what is refused', async ({ claims: more, making }) => {
    await expect(enter(await make(more, making))).rejects.toMatchObject(INVALID);
  });

  it('an issuer with a slash too many is refused', async () => {
    await expect(enter(await make({ iss: `${trips.idp.issuer}/` }))).rejects.toMatchObject(INVALID);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['no signature', () => `${base64({ alg: 'none' })}.${base64(claims())}.`],
    [
      'a signature by the public key as a secret',
      () => new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(trips.idp.publicKey),
    ],
    ['claims that were changed', async () => changed(await make(), { sub: 'sub-of-ada' })],
    ['two parts', () => `${base64({ alg: 'RS256' })}.${base64(claims())}`],
    ['no JSON', () => 'a.b.c'],
    ['a NUL in the subject', () => `${base64({ alg: 'none' })}.${base64(claims({ sub: 'sam\0' }))}.`],
    ['20,000 characters', () => `a.${'b'.repeat(20_000)}.c`],
  ])('%s is refused', async (_, token) => {
    await expect(enter(await token())).rejects.toMatchObject(INVALID);
  });

  it('at the address of another workspace is refused', async () => {
    const token = await make();
    await expect(enter(token, { resource: RESOURCE, tenant: 'other' })).rejects.toMatchObject(INVALID);
    await expect(enter(token, { resource: RESOURCE, tenant: 'nowhere' })).rejects.toMatchObject(INVALID);
  });

  it('of the provider of another workspace is refused, whoever it names', async () => {
    const foreign = await CrookedProvider.start(await freePort());
    const olga = await ownerOfOther();
    await trips.connect(foreign.issuer, {}, olga);
    const token = await foreign.sign(claims({ iss: foreign.issuer }));
    await expect(enter(token)).rejects.toMatchObject(INVALID);
    // Nor does it pass for the workspace's own.
    await expect(enter(await foreign.sign(claims()))).rejects.toMatchObject(INVALID);
    await foreign.close();
  });
});

describe('whom a sign-in would refuse', () => {
  it('is refused at once after the deactivation, and so are they after the connection is turned off', async () => {
    const token = await make({ sub: 'sub-of-max' });
    const { principal } = await enter(token);
    await trips.get(DeactivationService).deactivate(trips.owner, principal.id);
    await expect(enter(token)).rejects.toMatchObject({ kind: 'forbidden', code: 'sso.person_left' });
    const connections = trips.get(SsoConnections);
    const sams = await make();
    await connections.enable(trips.owner, trips.connection.id, false);
    await expect(enter(sams)).rejects.toMatchObject(INVALID);
    await connections.enable(trips.owner, trips.connection.id, true);
    await expect(enter(sams)).resolves.toBeDefined();
  });

  it('is told what to do, and the audit log has it', async () => {
    const stranger = enter(await make({ sub: 'nobody-yet', email: 'sam@demo.test', email_verified: true }));
    await expect(stranger).rejects.toMatchObject({ kind: 'forbidden', code: 'sso.not_linked' });
    const read = () =>
      trips.sql<{ details: object }>(
        `SELECT details FROM audit_events WHERE action = 'sign_in.failed' AND details ->> 'reason' = 'sso.not_linked'`,
      );
    const [{ details } = {}] = await eventually(async () => ((await read()).length > 0 ? read() : undefined));
    expect(details).toMatchObject({ agent: 'desk-agent', connection: trips.connection.id });
  });

  it('is an owner, after an admin who is none has changed the connection', async () => {
    const token = await make({ sub: 'sub-of-ada' });
    await trips.sql('UPDATE sso_connections SET admits_owners = false');
    await expect(enter(token)).rejects.toMatchObject({ code: 'sso.owner_not_admitted' });
    await trips.sql('UPDATE sso_connections SET admits_owners = true');
    await expect(enter(token)).resolves.toBeDefined();
  });

  it('is everybody of a workspace that is suspended', async () => {
    await trips.sql(`UPDATE tenants SET status = 'suspended' WHERE slug = 'demo'`);
    const refused = enter(await make());
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' });
    await trips.sql(`UPDATE tenants SET status = 'active' WHERE slug = 'demo'`);
  });
});

describe('without the name of a workspace', () => {
  const API = { resource: 'https://desk.example.com' };

  it('the one that knows the account is meant', async () => {
    const ctx = await enter(await make({ aud: API.resource }), API);
    expect(ctx.tenantId).toBe(trips.owner.tenantId);
    const nobodys = make({ aud: API.resource, sub: 'nobody-yet' });
    await expect(enter(await nobodys, API)).rejects.toMatchObject(INVALID);
  });

  it('several that know it are none', async () => {
    const olga = await ownerOfOther();
    const connection = await trips.connect(trips.idp.issuer, {}, olga);
    await trips.sql(
      `INSERT INTO external_identities (tenant_id, connection_id, subject, user_id, claims_digest, created_at, last_sign_in_at)
       VALUES ('${olga.tenantId}', '${connection.id}', 'sub-of-sam', '${olga.principal.id}', '', now(), now())`,
    );
    const token = await make({ aud: API.resource });
    await expect(enter(token, API)).rejects.toMatchObject({ code: 'sso.ambiguous' });
    await trips.get(SsoConnections).delete(olga, connection.id);
    await expect(enter(token, API)).resolves.toBeDefined();
  });
});

it('a provider that does not answer is no reason to call a token wrong', async () => {
  const port = await freePort();
  const silent = createServer((request) => request.socket.destroy());
  await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${port}`;
  await trips.connect(issuer);
  await expect(enter(await make({ iss: issuer }))).rejects.toMatchObject({ kind: 'unavailable' });
  silent.close();
});

it('who guesses is slowed down, and who has a good token is not', async () => {
  const good = await make();
  const from = { remoteAddress: '203.0.113.77' };
  await tokens.enter(good, AUDIENCE, 'mcp', from);
  const guess = () => tokens.enter('a.b.c', AUDIENCE, 'mcp', from);
  for (let n = 0; n < 300; n += 1) await expect(guess()).rejects.toMatchObject(INVALID);
  await expect(guess()).rejects.toMatchObject({ kind: 'limited' });
  await expect(tokens.enter(good, AUDIENCE, 'mcp', from)).resolves.toBeDefined();
});

function changed(token: string, more: object): string {
  const [head, , signature] = token.split('.');
  return [head, base64(claims(more)), signature].join('.');
}

async function ownerOfOther(): Promise<TenantContext> {
  const sql = `SELECT u.id, u.tenant_id AS "tenantId" FROM users u WHERE u.email = 'olga@other.test'`;
  const [{ id, tenantId } = { id: '', tenantId: '' }] = await trips.sql<{ id: string; tenantId: string }>(
    sql,
  );
  return testContext({ tenantId, principal: { id, role: 'owner' } });
}
