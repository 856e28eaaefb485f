import { Clock } from '@orkestra/core';
import { CrookedProvider } from '../../../../../test/harness/sso/crooked-provider';
import { freePort } from '../../../../../test/harness/servers/ports';
import { BROWSER, now, OidcTrips } from '../../../../../test/harness/sso/oidc-trips';
import { testContext } from '../../testing';
import type { TenantContext } from '../../tenant-context';
import { SsoConnections } from '../connections.service';
import { SsoDomains } from '../domains.service';
import type { Return } from '../arrivals.service';
import { SingleSignOn } from '../single-sign-on.service';

const BAD = { code: 'sso.bad_answer' };
const EXPIRED = { code: 'sso.step_expired' };

let trips: OidcTrips;

beforeAll(async () => {
  trips = await OidcTrips.start();
});
afterAll(() => trips?.close());

beforeEach(() => {
  trips.idp.discovery = {};
  trips.idp.userinfo = undefined;
});

describe('the state', () => {
  it('counts once', async () => {
    const trip = await trips.depart();
    trips.idp.idToken = await trips.idp.sign(trip.claims);
    await trips.comeBack(trip);
    await expect(trips.comeBack(trip)).rejects.toMatchObject(EXPIRED);
  });

  it('counts for one of two that come at once', async () => {
    const trip = await trips.depart();
    trips.idp.idToken = await trips.idp.sign(trip.claims);
    const ends = await Promise.allSettled([trips.comeBack(trip), trips.comeBack(trip)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('counts in the browser that began alone', async () => {
    const trip = await trips.depart();
    trips.idp.idToken = await trips.idp.sign(trip.claims);
    await expect(trips.comeBack(trip, {}, 'c'.repeat(43))).rejects.toMatchObject(EXPIRED);
    await expect(trips.comeBack(trip, {}, '')).rejects.toMatchObject(EXPIRED);
    await expect(trips.comeBack(trip, { state: 'd'.repeat(43) })).rejects.toMatchObject(EXPIRED);
  });

  it('counts for fifteen minutes', async () => {
    const trip = await trips.depart();
    const later = new Date(Date.now() + 16 * 60_000);
    const clock = jest.spyOn(trips.get(Clock), 'now').mockReturnValue(later);
    await expect(trips.comeBack(trip)).rejects.toMatchObject(EXPIRED);
    clock.mockRestore();
  });

  it('of one connection is not for another, nor is the answer of its provider', async () => {
    const other = await CrookedProvider.start(await freePort());
    try {
      const [{ id } = {}] = await trips.sql<{ id: string }>(`SELECT id FROM tenants WHERE slug = 'other'`);
      const stranger = testContext({ tenantId: id as string, principal: { role: 'owner' } });
      const theirs = await trips.connect(other.issuer, {}, stranger);
      const trip = await trips.depart();
      await expect(trips.comeBack({ ...trip, connectionId: theirs.id })).rejects.toMatchObject(EXPIRED);
      const mixed = await trips.depart();
      trips.idp.idToken = await other.sign({ ...mixed.claims, iss: other.issuer });
      await expect(trips.comeBack(mixed)).rejects.toMatchObject(BAD);
      // Their own provider may say whatever it likes: it speaks for no address here.
      const own = await trips.depart(theirs.id);
      other.idToken = await other.sign({ ...own.claims, iss: other.issuer });
      await expect(trips.comeBack(own)).rejects.toMatchObject({ code: 'sso.domain_unverified' });
    } finally {
      await other.close();
    }
  });

  it('does not lead to other sites', async () => {
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\nx',
    ];
    for (const returnTo of elsewhere) {
      const trip = await trips.depart(undefined, undefined, returnTo);
      trips.idp.idToken = await trips.idp.sign(trip.claims);
      expect((await trips.comeBack(trip)).returnTo).toBe('/');
    }
  });
});

describe('the provider', () => {
  it('may say no, in its own words alone', async () => {
    const trip = await trips.depart();
    const said = trips.comeBack(trip, { error: 'access_denied', error_description: '<b>call 555</b>' });
    await expect(said).rejects.toMatchObject({
      code: 'sso.denied',
      message: expect.stringContaining('access denied'),
    });
    await expect(said).rejects.not.toMatchObject({ message: expect.stringContaining('555') });
  });

  it('has to answer with a level that was asked for', async () => {
    const strict = await trips.connect(trips.idp.issuer, { acrValues: ['mfa'] });
    await trips.get(SsoDomains).bind(trips.owner, 'demo.test', strict.id);
    const weak = await trips.depart(strict.id, 'strict');
    expect(weak.url.searchParams.get('acr_values')).toBe('mfa');
    trips.idp.idToken = await trips.idp.sign({ ...weak.claims, acr: 'pwd' });
    await expect(trips.comeBack(weak)).rejects.toMatchObject(BAD);
    const strong = await trips.depart(strict.id, 'strict');
    trips.idp.idToken = await trips.idp.sign({ ...strong.claims, acr: 'mfa' });
    await expect(trips.comeBack(strong)).resolves.toMatchObject({ returnTo: '/inbox' });
    await trips.get(SsoDomains).bind(trips.owner, 'demo.test', trips.connection.id);
  });

  it('is not called behind the firewall, nor believed when its document is of another', async () => {
    const inside = await trips.connect('http://169.254.169.254');
    await expect(trips.depart(inside.id)).rejects.toMatchObject({ code: 'sso.unreachable' });
    const [{ problem } = {}] = await trips.sql(
      `SELECT problem FROM sso_connections WHERE id = '${inside.id}'`,
    );
    expect(problem).toContain('private network');
    trips.idp.discovery = { issuer: 'https://evil.example' };
    const other = await trips.connect(trips.idp.issuer);
    await expect(trips.depart(other.id)).rejects.toMatchObject({ code: 'sso.unreachable' });
    trips.idp.discovery = { jwks_uri: 'http://10.0.0.1/keys' };
    const inward = await trips.connect(trips.idp.issuer);
    const trip = await trips.depart(inward.id);
    trips.idp.idToken = await trips.idp.sign(trip.claims);
    await expect(trips.comeBack(trip)).rejects.toMatchObject({ code: 'sso.unreachable' });
  });

  it('is not gone to by a connection that is turned off', async () => {
    const off = await trips.connect(trips.idp.issuer);
    await trips.get(SsoConnections).enable(trips.owner, off.id, false);
    await expect(trips.depart(off.id)).rejects.toMatchObject({ code: 'sso.closed' });
    await expect(trips.depart('00000000-0000-7000-8000-000000000009')).rejects.toMatchObject({
      code: 'sso.closed',
    });
  });
});

describe('a proof by the provider', () => {
  const stale = () => trips.sql(`UPDATE sessions SET proven_at = now() - interval '1 hour'`);
  const provenAt = async () =>
    (
      await trips.sql<{ at: Date }>(`SELECT max(proven_at) AS at FROM sessions WHERE method = 'oidc'`)
    )[0]?.at.getTime() ?? 0;

  async function prove(claims: Record<string, unknown> = {}): Promise<Return> {
    const { signedIn } = await trips.roundTrip((trip) => trips.idp.sign(trip.claims));
    await stale();
    const ctx = signedIn?.ctx as TenantContext;
    const url = await trips.get(SingleSignOn).departToProve(ctx, BROWSER, '/account');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ max_age: '0', prompt: 'login' });
    const trip = { ...(await trips.depart()), url };
    trips.idp.idToken = await trips.idp.sign({
      ...trip.claims,
      nonce: url.searchParams.get('nonce'),
      ...claims,
    });
    return trips.comeBack(trip);
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
