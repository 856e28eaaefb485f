import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { base64, CLIENT, now, OidcTrips, type Trip } from '../../../../../test/harness/sso/oidc-trips';

const BAD = { code: 'sso.bad_answer' };

let trips: OidcTrips;

beforeAll(async () => {
  trips = await OidcTrips.start();
});
afterAll(() => trips?.close());

beforeEach(() => {
  trips.idp.discovery = {};
  trips.idp.userinfo = undefined;
});

describe('an answer that holds', () => {
  it('lets in whom it names, by PKCE, state and nonce that are new each time', async () => {
    const trip = await trips.depart();
    trips.idp.idToken = await trips.idp.sign(trip.claims);
    const { signedIn, returnTo } = await trips.comeBack(trip);
    expect(signedIn?.ctx.principal.displayName).toBe('Sam');
    expect(returnTo).toBe('/inbox');
    const asked = Object.fromEntries(trip.url.searchParams);
    expect(asked).toMatchObject({
      ...{ client_id: CLIENT, response_type: 'code', code_challenge_method: 'S256' },
      redirect_uri: `https://desk.example.com/api/v1/auth/sso/${trips.connection.id}/callback`,
    });
    const verifier = trips.idp.form.get('code_verifier') ?? '';
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(asked['code_challenge']);
    const again = Object.fromEntries((await trips.depart()).url.searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(again[name]).not.toBe(asked[name]);
    expect(
      await trips.sql('SELECT method, sso_subject, sso_session FROM sessions WHERE sso_subject IS NOT NULL'),
    ).toEqual([{ method: 'oidc', sso_subject: 'sub-of-sam', sso_session: 'session-1' }]);
  });

  it('is taken with a key that the provider has had for a moment', async () => {
    await trips.roundTrip(({ claims }) => trips.idp.sign(claims));
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    await trips.idp.rotate();
    await expect(trips.roundTrip(({ claims }) => trips.idp.sign(claims))).resolves.toMatchObject({
      returnTo: '/inbox',
    });
  });

  it('may leave to userinfo what it does not say', async () => {
    trips.idp.userinfo = { sub: 'sub-of-max', email: 'max@demo.test', name: 'Max from userinfo' };
    await trips.sql('UPDATE sso_connections SET updated_at = now()');
    const trip = await trips.depart(undefined, 'sub-of-max');
    const { email: _email, name: _name, ...claims } = trip.claims;
    trips.idp.idToken = await trips.idp.sign(claims);
    expect((await trips.comeBack(trip)).signedIn?.ctx.principal.displayName).toBe('Max from userinfo');
    trips.idp.userinfo = { sub: 'somebody-else', email: 'sam@demo.test' };
    const other = await trips.depart(undefined, 'sub-of-max');
    trips.idp.idToken = await trips.idp.sign({ ...claims, nonce: other.claims['nonce'] });
    await expect(trips.comeBack(other)).rejects.toMatchObject(BAD);
  });

  it('is asked for once, however many begin at the same time', async () => {
    await trips.sql('UPDATE sso_connections SET updated_at = now()');
    trips.idp.asked.length = 0;
    await Promise.all(Array.from({ length: 8 }, () => trips.depart()));
    expect(trips.idp.asked.filter((path) => path.startsWith('/.well-known/'))).toHaveLength(1);
  });
});

describe('an answer that does not hold', () => {
  const unsigned = ({ claims }: Trip) => Promise.resolve(`${base64({ alg: 'none' })}.${base64(claims)}.`);
  const byPublicKey = ({ claims }: Trip) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(trips.idp.publicKey);

  it.each<[string, (trip: Trip) => Promise<string>]>([
    ['signed by somebody else', ({ claims }) => trips.idp.sign(claims, { foreignKey: true })],
    ['unsigned', unsigned],
    ['signed with the public key as a secret', byPublicKey],
    [
      'changed after it was signed',
      async ({ claims }) => changed(await trips.idp.sign(claims), 'ada@demo.test'),
    ],
    ['expired', ({ claims }) => trips.idp.sign({ ...claims, iat: now() - 900, exp: now() - 600 })],
    ['of the future', ({ claims }) => trips.idp.sign({ ...claims, iat: now() + 600, exp: now() + 900 })],
    ['not valid yet', ({ claims }) => trips.idp.sign({ ...claims, nbf: now() + 600 })],
    ['for another client', ({ claims }) => trips.idp.sign({ ...claims, aud: 'another' })],
    [
      'for several, presented by another',
      ({ claims }) => trips.idp.sign({ ...claims, aud: [CLIENT, 'x'], azp: 'x' }),
    ],
    ['of another issuer', ({ claims }) => trips.idp.sign({ ...claims, iss: 'https://evil.example' })],
    ['with another nonce', ({ claims }) => trips.idp.sign({ ...claims, nonce: 'n' })],
    ['without a nonce', ({ claims }) => trips.idp.sign({ ...claims, nonce: undefined })],
    ['without a subject', ({ claims }) => trips.idp.sign({ ...claims, sub: undefined })],
    ['of another kind altogether', () => Promise.resolve('nonsense')],
  ])('%s is refused, and says nothing of why', async (_name, change) => {
    const sessions = await trips.sql('SELECT 1 FROM sessions');
    await expect(trips.roundTrip(change)).rejects.toMatchObject(BAD);
    expect(await trips.sql('SELECT 1 FROM sessions')).toHaveLength(sessions.length);
    const [{ status, problem } = {}] = await trips.sql(
      `SELECT status, problem FROM sso_connections WHERE id = '${trips.connection.id}'`,
    );
    expect([status, problem]).toEqual(['failing', expect.any(String)]);
  });

  it('is taken within the tolerance of clocks', async () => {
    const late = ({ claims }: Trip) => trips.idp.sign({ ...claims, iat: now() - 100, exp: now() - 15 });
    await expect(trips.roundTrip(late)).resolves.toMatchObject({ returnTo: '/inbox' });
  });
});

function changed(token: string, email: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, base64({ ...claims, email }), signature].join('.');
}
