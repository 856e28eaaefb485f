import { createHash } from 'node:crypto';
import { Clock } from '@orkestra/core';
import { SignJWT } from 'jose';
import { asAdmin } from '../../../../../test/harness';
import { startServices, type TestServices } from '../../../../../test/harness/services';
import { freePort } from '../../../../../test/harness/servers/ports';
import { CrookedProvider } from '../../../../../test/harness/sso/crooked-provider';
import { AuthService } from '../../auth/auth.service';
import { SeedService } from '../../seed/seed.service';
import { testContext } from '../../testing';
import { TenancyModule } from '../../tenancy.module';
import type { TenantContext } from '../../tenant-context';
import type { SsoConnection } from '../connection';
import { SsoConnections } from '../connections.service';
import { SsoDomains } from '../domains.service';
import { type Return, SingleSignOn } from '../single-sign-on.service';
import { OidcLogout } from './oidc-logout.service';

const BROWSER = 'b'.repeat(43);
const CLIENT = 'orkestra';
const BAD = { code: 'sso.bad_answer' };
const EXPIRED = { code: 'sso.step_expired' };
const EVENT = { 'http://schemas.openid.net/event/backchannel-logout': {} };

let parts: TestServices;
let idp: Awaited<ReturnType<typeof CrookedProvider.start>>;
let owner: TenantContext;
let connection: SsoConnection;

beforeAll(async () => {
  idp = await CrookedProvider.start(await freePort());
  parts = await startServices([TenancyModule], {
    PUBLIC_URL: 'https://desk.example.com',
    OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8',
  });
  await get(SeedService).seedDemo();
  owner = await contextOf('ada@demo.test');
  connection = await connect(owner, idp.issuer);
});
afterAll(async () => {
  await parts?.close();
  await idp?.close();
});
beforeEach(() => {
  idp.discovery = {};
  idp.userinfo = undefined;
});

const get = <T>(service: abstract new (...all: never[]) => T) => parts.services.get<T>(service);
const sql = <Row = Record<string, unknown>>(text: string) =>
  asAdmin(async (admin) => (await admin.query(text)).rows as Row[], parts.database.adminUrl);
const now = () => Math.floor(Date.now() / 1_000);

async function contextOf(email: string): Promise<TenantContext> {
  const tenant = email.endsWith('@other.test') ? 'other' : 'demo';
  return (await get(AuthService).signIn({ tenant, email, password: 'orkestra-demo' })).ctx;
}

async function connect(ctx: TenantContext, issuer: string, config: object = {}): Promise<SsoConnection> {
  const given = { kind: 'oidc', name: 'Directory', mapping: {}, provisions: true, secret: 's' } as const;
  const made = await get(SsoConnections).create(ctx, {
    ...given,
    config: { issuer, clientId: CLIENT, ...config },
  });
  return get(SsoConnections).enable(ctx, made.id, true);
}

interface Trip {
  url: URL;
  connectionId: string;
  claims: Record<string, unknown>;
}

/** As far as the provider, with what it would truly answer. */
async function depart(connectionId = connection.id, subject = 'sub-of-sam'): Promise<Trip> {
  const purpose = { kind: 'sign-in' } as const;
  const url = await get(SingleSignOn).depart({ connectionId, purpose, returnTo: '/inbox', browser: BROWSER });
  const claims = {
    ...{ iss: idp.issuer, aud: CLIENT, sub: subject, iat: now(), exp: now() + 300, auth_time: now() },
    ...{
      nonce: url.searchParams.get('nonce'),
      email: 'sam@demo.test',
      name: 'Sam',
      groups: [],
      sid: 'session-1',
    },
  };
  return { url, connectionId, claims };
}

function comeBack(
  { url, connectionId }: Trip,
  more: Record<string, string> = {},
  browser = BROWSER,
): Promise<Return> {
  const state = more['state'] ?? url.searchParams.get('state') ?? '';
  const query = `?${new URLSearchParams({ code: 'c', ...more, state }).toString()}`;
  return get(SingleSignOn).returnByOidc({ connectionId, query, state, browser }, { userAgent: 'test' });
}

/** The whole way, with the provider's answer changed. */
async function roundTrip(change: (trip: Trip) => Promise<string>, connectionId?: string): Promise<Return> {
  const trip = await depart(connectionId);
  idp.idToken = await change(trip);
  return comeBack(trip);
}

beforeAll(async () => {
  await get(SsoDomains).vouch(owner, 'demo.test');
  await get(SsoDomains).bind(owner, 'demo.test', connection.id);
});

describe('an answer that holds', () => {
  it('lets in whom it names, by PKCE, state and nonce that are new each time', async () => {
    const trip = await depart();
    idp.idToken = await idp.sign(trip.claims);
    const { signedIn, returnTo } = await comeBack(trip);
    expect(signedIn?.ctx.principal.displayName).toBe('Sam');
    expect(returnTo).toBe('/inbox');
    const asked = Object.fromEntries(trip.url.searchParams);
    expect(asked).toMatchObject({
      ...{ client_id: CLIENT, response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: `https://desk.example.com/api/v1/auth/sso/${connection.id}/callback`,
    });
    const verifier = idp.form.get('code_verifier') ?? '';
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(asked['code_challenge']);
    const again = Object.fromEntries((await depart()).url.searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(again[name]).not.toBe(asked[name]);
    expect(
      await sql('SELECT method, sso_subject, sso_session FROM sessions WHERE sso_subject IS NOT NULL'),
    ).toEqual([{ method: 'oidc', sso_subject: 'sub-of-sam', sso_session: 'session-1' }]);
  });

  it('is taken with a key that the provider has had for a moment', async () => {
    await roundTrip(({ claims }) => idp.sign(claims));
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    await idp.rotate();
    await expect(roundTrip(({ claims }) => idp.sign(claims))).resolves.toMatchObject({ returnTo: '/inbox' });
  });

  it('may leave to userinfo what it does not say', async () => {
    idp.userinfo = { sub: 'sub-of-max', email: 'max@demo.test', name: 'Max from userinfo' };
    await sql('UPDATE sso_connections SET updated_at = now()');
    const trip = await depart(undefined, 'sub-of-max');
    const { email: _email, name: _name, ...claims } = trip.claims;
    idp.idToken = await idp.sign(claims);
    expect((await comeBack(trip)).signedIn?.ctx.principal.displayName).toBe('Max from userinfo');
    idp.userinfo = { sub: 'somebody-else', email: 'sam@demo.test' };
    const other = await depart(undefined, 'sub-of-max');
    idp.idToken = await idp.sign({ ...claims, nonce: other.claims['nonce'] });
    await expect(comeBack(other)).rejects.toMatchObject(BAD);
  });

  it('is asked for once, however many begin at the same time', async () => {
    await sql('UPDATE sso_connections SET updated_at = now()');
    idp.asked.length = 0;
    await Promise.all(Array.from({ length: 8 }, () => depart()));
    expect(idp.asked.filter((path) => path.startsWith('/.well-known/'))).toHaveLength(1);
  });
});

describe('an answer that does not hold', () => {
  const unsigned = ({ claims }: Trip) => Promise.resolve(`${base64({ alg: 'none' })}.${base64(claims)}.`);
  const byPublicKey = ({ claims }: Trip) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(idp.publicKey);

  it.each<[string, (trip: Trip) => Promise<string>]>([
    ['signed by somebody else', ({ claims }) => idp.sign(claims, { foreignKey: true })],
    ['unsigned', unsigned],
    ['signed with the public key as a secret', byPublicKey],
    ['changed after it was signed', async ({ claims }) => changed(await idp.sign(claims), 'ada@demo.test')],
    ['expired', ({ claims }) => idp.sign({ ...claims, iat: now() - 900, exp: now() - 600 })],
    ['of the future', ({ claims }) => idp.sign({ ...claims, iat: now() + 600, exp: now() + 900 })],
    ['not valid yet', ({ claims }) => idp.sign({ ...claims, nbf: now() + 600 })],
    ['for another client', ({ claims }) => idp.sign({ ...claims, aud: 'another' })],
    [
      'for several, presented by another',
      ({ claims }) => idp.sign({ ...claims, aud: [CLIENT, 'x'], azp: 'x' }),
    ],
    ['of another issuer', ({ claims }) => idp.sign({ ...claims, iss: 'https://evil.example' })],
    ['with another nonce', ({ claims }) => idp.sign({ ...claims, nonce: 'n' })],
    ['without a nonce', ({ claims }) => idp.sign({ ...claims, nonce: undefined })],
    ['without a subject', ({ claims }) => idp.sign({ ...claims, sub: undefined })],
    ['of another kind altogether', () => Promise.resolve('nonsense')],
  ])('%s is refused, and says nothing of why', async (_name, change) => {
    const sessions = await sql('SELECT 1 FROM sessions');
    await expect(roundTrip(change)).rejects.toMatchObject(BAD);
    expect(await sql('SELECT 1 FROM sessions')).toHaveLength(sessions.length);
    const [{ status, problem } = {}] = await sql(
      `SELECT status, problem FROM sso_connections WHERE id = '${connection.id}'`,
    );
    expect([status, problem]).toEqual(['failing', expect.any(String)]);
  });

  it('is taken within the tolerance of clocks', async () => {
    const late = ({ claims }: Trip) => idp.sign({ ...claims, iat: now() - 100, exp: now() - 15 });
    await expect(roundTrip(late)).resolves.toMatchObject({ returnTo: '/inbox' });
  });
});

describe('the state', () => {
  it('counts once', async () => {
    const trip = await depart();
    idp.idToken = await idp.sign(trip.claims);
    await comeBack(trip);
    await expect(comeBack(trip)).rejects.toMatchObject(EXPIRED);
  });

  it('counts for one of two that come at once', async () => {
    const trip = await depart();
    idp.idToken = await idp.sign(trip.claims);
    const ends = await Promise.allSettled([comeBack(trip), comeBack(trip)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('counts in the browser that began alone', async () => {
    const trip = await depart();
    idp.idToken = await idp.sign(trip.claims);
    await expect(comeBack(trip, {}, 'c'.repeat(43))).rejects.toMatchObject(EXPIRED);
    await expect(comeBack(trip, {}, '')).rejects.toMatchObject(EXPIRED);
    await expect(comeBack(trip, { state: 'd'.repeat(43) })).rejects.toMatchObject(EXPIRED);
  });

  it('counts for fifteen minutes', async () => {
    const trip = await depart();
    const later = new Date(Date.now() + 16 * 60_000);
    const clock = jest.spyOn(get(Clock), 'now').mockReturnValue(later);
    await expect(comeBack(trip)).rejects.toMatchObject(EXPIRED);
    clock.mockRestore();
  });

  it('of one connection is not for another, nor is the answer of its provider', async () => {
    const other = await CrookedProvider.start(await freePort());
    try {
      const { tenantId } = await contextOf('olga@other.test');
      const theirs = await connect(testContext({ tenantId, principal: { role: 'owner' } }), other.issuer);
      const trip = await depart();
      await expect(comeBack({ ...trip, connectionId: theirs.id })).rejects.toMatchObject(EXPIRED);
      const mixed = await depart();
      idp.idToken = await other.sign({ ...mixed.claims, iss: other.issuer });
      await expect(comeBack(mixed)).rejects.toMatchObject(BAD);
      // Their own provider may say whatever it likes: it speaks for no address here.
      const own = await depart(theirs.id);
      other.idToken = await other.sign({ ...own.claims, iss: other.issuer });
      await expect(comeBack(own)).rejects.toMatchObject({ code: 'sso.domain_unverified' });
    } finally {
      await other.close();
    }
  });

  it('does not lead to other sites', async () => {
    for (const returnTo of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\nx',
    ]) {
      const purpose = { kind: 'sign-in' } as const;
      const url = await get(SingleSignOn).depart({
        connectionId: connection.id,
        purpose,
        returnTo,
        browser: BROWSER,
      });
      const trip = { ...(await depart()), url };
      idp.idToken = await idp.sign({ ...trip.claims, nonce: url.searchParams.get('nonce') });
      expect((await comeBack(trip)).returnTo).toBe('/');
    }
  });
});

describe('the provider', () => {
  it('may say no, in its own words alone', async () => {
    const trip = await depart();
    const said = comeBack(trip, { error: 'access_denied', error_description: '<b>call 555</b>' });
    await expect(said).rejects.toMatchObject({
      code: 'sso.denied',
      message: expect.stringContaining('access denied'),
    });
    await expect(said).rejects.not.toMatchObject({ message: expect.stringContaining('555') });
  });

  it('has to answer with a level that was asked for', async () => {
    const strict = await connect(owner, idp.issuer, { acrValues: ['mfa'] });
    await get(SsoDomains).bind(owner, 'demo.test', strict.id);
    const weak = await depart(strict.id, 'strict');
    expect(weak.url.searchParams.get('acr_values')).toBe('mfa');
    idp.idToken = await idp.sign({ ...weak.claims, acr: 'pwd' });
    await expect(comeBack(weak)).rejects.toMatchObject(BAD);
    const strong = await depart(strict.id, 'strict');
    idp.idToken = await idp.sign({ ...strong.claims, acr: 'mfa' });
    await expect(comeBack(strong)).resolves.toMatchObject({ returnTo: '/inbox' });
    await get(SsoDomains).bind(owner, 'demo.test', connection.id);
  });

  it('is not called behind the firewall, nor believed when its document is of another', async () => {
    const inside = await connect(owner, 'http://169.254.169.254');
    await expect(depart(inside.id)).rejects.toMatchObject({ code: 'sso.unreachable' });
    const [{ problem } = {}] = await sql(`SELECT problem FROM sso_connections WHERE id = '${inside.id}'`);
    expect(problem).toContain('private network');
    idp.discovery = { issuer: 'https://evil.example' };
    const other = await connect(owner, idp.issuer);
    await expect(depart(other.id)).rejects.toMatchObject({ code: 'sso.unreachable' });
    idp.discovery = { jwks_uri: 'http://10.0.0.1/keys' };
    const inward = await connect(owner, idp.issuer);
    const trip = await depart(inward.id);
    idp.idToken = await idp.sign(trip.claims);
    await expect(comeBack(trip)).rejects.toMatchObject({ code: 'sso.unreachable' });
  });

  it('is not gone to by a connection that is turned off', async () => {
    const off = await connect(owner, idp.issuer);
    await get(SsoConnections).enable(owner, off.id, false);
    await expect(depart(off.id)).rejects.toMatchObject({ code: 'sso.closed' });
    await expect(depart('00000000-0000-7000-8000-000000000009')).rejects.toMatchObject({
      code: 'sso.closed',
    });
  });
});

describe('a proof by the provider', () => {
  const stale = () => sql(`UPDATE sessions SET proven_at = now() - interval '1 hour'`);
  const provenAt = async () =>
    (
      await sql<{ at: Date }>(`SELECT max(proven_at) AS at FROM sessions WHERE method = 'oidc'`)
    )[0]?.at.getTime() ?? 0;

  async function prove(claims: Record<string, unknown> = {}): Promise<Return> {
    const { signedIn } = await roundTrip((trip) => idp.sign(trip.claims));
    await stale();
    const ctx = signedIn?.ctx as TenantContext;
    const url = await get(SingleSignOn).departToProve(ctx, BROWSER, '/account');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ max_age: '0', prompt: 'login' });
    const trip = { ...(await depart()), url };
    idp.idToken = await idp.sign({ ...trip.claims, nonce: url.searchParams.get('nonce'), ...claims });
    return comeBack(trip);
  }

  it('makes the session as good as new', async () => {
    await expect(prove()).resolves.toEqual({ returnTo: '/account' });
    expect(await provenAt()).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each([
    ['an old proof', { auth_time: now() - 3_600 }, BAD],
    ['no time of the proof', { auth_time: undefined }, BAD],
    ['somebody else', { sub: 'sub-of-max' }, { code: 'account.step_up_needed' }],
  ])('is not given by %s', async (_name, claims, error) => {
    await expect(prove(claims)).rejects.toMatchObject(error);
    expect(await provenAt()).toBeLessThan(Date.now() - 60_000);
  });
});

describe('a logout token', () => {
  const valid = () => ({
    ...{ iss: idp.issuer, aud: CLIENT, iat: now(), exp: now() + 120, jti: Math.random().toString() },
    ...{ sub: 'sub-of-sam', sid: 'session-1', events: EVENT },
  });
  const send = (token: string, id = connection.id) => get(OidcLogout).byProvider(id, token);
  const open = async () => (await sql(`SELECT 1 FROM sessions WHERE sso_subject = 'sub-of-sam'`)).length;

  beforeEach(async () => {
    await roundTrip(({ claims }) => idp.sign(claims));
    await roundTrip(({ claims }) => idp.sign({ ...claims, sid: 'session-2' }));
  });

  it('ends the session that it names, and no other', async () => {
    const before = await open();
    await sql(
      `DELETE FROM sessions WHERE sso_session = 'session-1' AND ctid <> ALL (ARRAY(SELECT max(ctid) FROM sessions WHERE sso_session = 'session-1'))`,
    );
    expect(before).toBeGreaterThan(1);
    await send(await idp.sign(valid(), { header: { typ: 'logout+jwt' } }));
    expect(await sql(`SELECT 1 FROM sessions WHERE sso_session = 'session-1'`)).toEqual([]);
    expect(await open()).toBeGreaterThan(0);
  });

  it('ends all of the person where it names no session', async () => {
    await send(await idp.sign({ ...valid(), sid: undefined }));
    expect(await open()).toBe(0);
  });

  it('counts once', async () => {
    const token = await idp.sign(valid());
    await send(token);
    await expect(send(token)).rejects.toMatchObject({ code: 'sso.invalid_logout' });
  });

  it.each<[string, (claims: Record<string, unknown>) => Promise<string>]>([
    ['signed by somebody else', (claims) => idp.sign(claims, { foreignKey: true })],
    ['unsigned', (claims) => Promise.resolve(`${base64({ alg: 'none' })}.${base64(claims)}.`)],
    ['for another client', (claims) => idp.sign({ ...claims, aud: 'another' })],
    ['of another issuer', (claims) => idp.sign({ ...claims, iss: 'https://evil.example' })],
    ['that has expired', (claims) => idp.sign({ ...claims, exp: now() - 120 })],
    ['that is old', (claims) => idp.sign({ ...claims, iat: now() - 3_600, exp: now() + 60 })],
    ['without an id', (claims) => idp.sign({ ...claims, jti: undefined })],
    ['without a time', (claims) => idp.sign({ ...claims, iat: undefined })],
    ['without the event', (claims) => idp.sign({ ...claims, events: {} })],
    ['with a nonce, as an ID token has', (claims) => idp.sign({ ...claims, nonce: 'n' })],
    ['of another type', (claims) => idp.sign(claims, { header: { typ: 'at+jwt' } })],
    ['that names nobody', (claims) => idp.sign({ ...claims, sub: undefined, sid: undefined })],
    ['that is none', () => Promise.resolve('nonsense')],
  ])('%s ends nothing', async (_name, make) => {
    const before = await open();
    await expect(send(await make(valid()))).rejects.toMatchObject({ code: 'sso.invalid_logout' });
    expect(await open()).toBe(before);
  });

  it('of one connection ends nothing of another', async () => {
    const before = await open();
    const other = await connect(owner, idp.issuer);
    await send(await idp.sign(valid()), other.id);
    expect(await open()).toBe(before);
  });
});

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function changed(token: string, email: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, base64({ ...claims, email }), signature].join('.');
}
