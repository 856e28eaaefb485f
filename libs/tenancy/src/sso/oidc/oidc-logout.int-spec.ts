import { base64, CLIENT, now, OidcTrips } from '../../../../../test/harness/sso/oidc-trips';
import { OidcLogout } from './oidc-logout.service';

const EVENT = { 'http://schemas.openid.net/event/backchannel-logout': {} };

let trips: OidcTrips;

beforeAll(async () => {
  trips = await OidcTrips.start();
});
afterAll(() => trips?.close());

describe('a logout token', () => {
  const valid = () => ({
    ...{ iss: trips.idp.issuer, aud: CLIENT, iat: now(), exp: now() + 120, jti: Math.random().toString() },
    ...{ sub: 'sub-of-sam', sid: 'session-1', events: EVENT },
  });
  const send = (token: string, id = trips.connection.id) => trips.get(OidcLogout).byProvider(id, token);
  const open = async () =>
    (await trips.sql(`SELECT 1 FROM sessions WHERE sso_subject = 'sub-of-sam'`)).length;

  beforeEach(async () => {
    await trips.roundTrip(({ claims }) => trips.idp.sign(claims));
    await trips.roundTrip(({ claims }) => trips.idp.sign({ ...claims, sid: 'session-2' }));
  });

  it('ends the session that it names, and no other', async () => {
    const before = await open();
    await trips.sql(
      `DELETE FROM sessions WHERE sso_session = 'session-1' AND ctid <> ALL (ARRAY(SELECT max(ctid) FROM sessions WHERE sso_session = 'session-1'))`,
    );
    expect(before).toBeGreaterThan(1);
    await send(await trips.idp.sign(valid(), { header: { typ: 'logout+jwt' } }));
    expect(await trips.sql(`SELECT 1 FROM sessions WHERE sso_session = 'session-1'`)).toEqual([]);
    expect(await open()).toBeGreaterThan(0);
  });

  it('ends all of the person where it names no session', async () => {
    await send(await trips.idp.sign({ ...valid(), sid: undefined }));
    expect(await open()).toBe(0);
  });

  it('counts once', async () => {
    const token = await trips.idp.sign(valid());
    await send(token);
    await expect(send(token)).rejects.toMatchObject({ code: 'sso.invalid_logout' });
  });

  it.each<[string, (claims: Record<string, unknown>) => Promise<string>]>([
    ['signed by somebody else', (claims) => trips.idp.sign(claims, { foreignKey: true })],
    ['unsigned', (claims) => Promise.resolve(`${base64({ alg: 'none' })}.${base64(claims)}.`)],
    ['for another client', (claims) => trips.idp.sign({ ...claims, aud: 'another' })],
    ['of another issuer', (claims) => trips.idp.sign({ ...claims, iss: 'https://evil.example' })],
    ['that has expired', (claims) => trips.idp.sign({ ...claims, exp: now() - 120 })],
    ['that is old', (claims) => trips.idp.sign({ ...claims, iat: now() - 3_600, exp: now() + 60 })],
    ['without an id', (claims) => trips.idp.sign({ ...claims, jti: undefined })],
    ['without a time', (claims) => trips.idp.sign({ ...claims, iat: undefined })],
    ['without the event', (claims) => trips.idp.sign({ ...claims, events: {} })],
    ['with a nonce, as an ID token has', (claims) => trips.idp.sign({ ...claims, nonce: 'n' })],
    ['of another type', (claims) => trips.idp.sign(claims, { header: { typ: 'at+jwt' } })],
    ['that names nobody', (claims) => trips.idp.sign({ ...claims, sub: undefined, sid: undefined })],
    ['that is none', () => Promise.resolve('nonsense')],
  ])('%s ends nothing', async (_name, make) => {
    const before = await open();
    await expect(send(await make(valid()))).rejects.toMatchObject({ code: 'sso.invalid_logout' });
    expect(await open()).toBe(before);
  });

  it('of one connection ends nothing of another', async () => {
    const before = await open();
    const other = await trips.connect(trips.idp.issuer);
    await send(await trips.idp.sign(valid()), other.id);
    expect(await open()).toBe(before);
  });
});
