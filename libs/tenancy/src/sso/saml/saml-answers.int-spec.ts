import type { Facts } from '../../../../../test/harness/sso/crooked-saml';
import { newId } from '../../../../../test/harness/sso/crooked-saml';
import { SamlTrips } from '../../../../../test/harness/sso/saml-trips';
import { SsoConnections } from '../connections.service';

const BAD = { code: 'sso.bad_answer' };
const EXPIRED = { code: 'sso.step_expired' };

let trips: SamlTrips;

beforeAll(async () => {
  trips = await SamlTrips.start();
});
afterAll(() => trips?.close());

/** After each: whoever was refused has no session, and the connection still lets in who should. */
async function refused(work: Promise<unknown>, error: object, reason?: RegExp): Promise<void> {
  const before = await trips.sessions();
  await expect(work).rejects.toMatchObject(
    reason === undefined ? error : { ...error, reason: expect.stringMatching(reason) as string },
  );
  expect(await trips.sessions()).toBe(before);
}

it('lets in whom the directory names in a signed assertion', async () => {
  const { signedIn, returnTo } = await trips.roundTrip();
  expect([signedIn?.ctx.principal, returnTo]).toEqual([expect.objectContaining({ kind: 'user' }), '/inbox']);
  const [{ email } = {}] = await trips.sql(
    `SELECT u.email FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.method = 'saml'`,
  );
  expect(email).toBe('sam@demo.test');
});

it('names by their given and family names whom it gives no whole name', async () => {
  const attribute = (name: string, friendly: string, value: string) =>
    `<saml:Attribute Name="${name}" FriendlyName="${friendly}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;
  const parts =
    attribute('urn:oid:2.5.4.4', 'surname', 'Kay') + attribute('urn:oid:2.5.4.42', 'givenName', 'Sam');
  const named = async (attributes: string) =>
    (await trips.roundTrip(undefined, { attributes })).signedIn?.ctx.principal.displayName;
  expect(await named(parts)).toBe('Sam Kay');
  expect(await named(parts + attribute('displayName', 'displayName', 'Dr. Kay'))).toBe('Dr. Kay');
});

describe('a signed answer', () => {
  const ACS = 'https://desk.example.com/api/v1/auth/sso/saml/x/acs';

  it.each<[string, Partial<Facts>, RegExp]>([
    ['for another audience', { audience: 'https://other.example.com' }, /audience/],
    ['for another recipient', { recipient: ACS }, /recipient/],
    ['for another destination', { destination: ACS }, /destination/],
    ['of another issuer', { issuer: 'https://else.example.com' }, /issuer/],
    [
      'that is too old',
      { notOnOrAfter: -61_000, issued: -120_000, notBefore: -120_000 },
      /expired|subject conf/,
    ],
    [
      'that lasts, but was issued long ago',
      { issued: -12 * 60_000, notOnOrAfter: 3_600_000 },
      /too old|subject conf/,
    ],
    ['of the future', { notBefore: 120_000 }, /not yet valid/],
    ['that is issued in the future', { issued: 120_000 }, /future/],
    ['to another request', { inResponseTo: '_another' }, /another request/],
    ['to none', { inResponseTo: undefined }, /another request, or none/],
    ['whose assertion answers another', { confirms: '_another' }, /InResponseTo|another request/],
    ['whose assertion answers none', { confirms: undefined }, /another request, or none/],
    [
      'with another name each time',
      { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
      /NameID/,
    ],
    ['that names nobody', { subject: '' }, /no subject/],
  ])('%s lets nobody in', async (_name, facts, reason) => {
    await refused(trips.roundTrip(undefined, facts), BAD, reason);
  });

  it('within the skew of the clocks lets somebody in', async () => {
    const late = { notOnOrAfter: -30_000, issued: -90_000, notBefore: -90_000 };
    expect((await trips.roundTrip(undefined, late)).signedIn).toBeDefined();
  });

  it('that says no is told apart from one that is wrong', async () => {
    await refused(
      trips.roundTrip((facts) => trips.idp.response(facts, ''), { status: 'Responder' }),
      {
        code: 'sso.denied',
        message: expect.stringContaining('Responder') as string,
      },
    );
  });
});

describe('an answer counts once', () => {
  it('for its request, whoever brings it', async () => {
    const trip = await trips.depart();
    const xml = trips.idp.answer(trip.facts);
    await trips.comeBack(xml, trip);
    await refused(trips.comeBack(xml, trip), EXPIRED);
    const other = await trips.depart();
    await refused(trips.comeBack(xml, other), BAD, /another request/);
  });

  it('when two gateways get it at the same time', async () => {
    const trip = await trips.depart();
    const xml = trips.idp.answer(trip.facts);
    const both = await Promise.allSettled([trips.comeBack(xml, trip), trips.comeBack(xml, trip)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('also as an assertion in another response', async () => {
    await trips.set({ idpInitiated: true });
    const facts = trips.facts({});
    const assertion = trips.idp.sign(trips.idp.assertion(facts), 'Assertion');
    const post = () => trips.post(trips.idp.response({ ...facts, responseId: newId() }, assertion), '');
    expect((await post()).signedIn).toBeDefined();
    await refused(post(), BAD, /used already/);
    await trips.set({ idpInitiated: false });
  });

  it('and the step after it too, in the browser that began alone', async () => {
    const trip = await trips.depart();
    const landing = await trips.post(trips.idp.answer(trip.facts), trip.relayState);
    expect(landing.signedIn).toBeUndefined();
    await refused(trips.land(landing, 'x'.repeat(43)), EXPIRED);
    await refused(trips.land(landing, ''), EXPIRED);
    expect((await trips.land(landing)).signedIn).toBeDefined();
    await refused(trips.land(landing), EXPIRED);
  });
});

it('of another connection lets nobody in, of the same directory or not', async () => {
  const twin = await trips.connect();
  const trip = await trips.depart();
  const xml = trips.idp.answer(trip.facts);
  await refused(trips.post(xml, trip.relayState, twin.id), EXPIRED);
  const there = await trips.depart({}, twin.id);
  await refused(trips.post(xml, there.relayState, twin.id), BAD);
  const here = await trips.depart();
  const landing = await trips.post(trips.idp.answer(here.facts), here.relayState);
  await refused(trips.land(landing, undefined, twin.id), EXPIRED);
});

it('is refused of a directory that was turned off meanwhile, and of a person who was deactivated', async () => {
  await trips.roundTrip();
  const trip = await trips.depart();
  await trips.sql(`UPDATE users SET active = false WHERE email = 'sam@demo.test'`);
  await refused(trips.comeBack(trips.idp.answer(trip.facts), trip), { code: 'sso.person_left' });
  await trips.sql(`UPDATE users SET active = true WHERE email = 'sam@demo.test'`);
  const late = await trips.depart();
  await trips.get(SsoConnections).enable(trips.owner, trips.connection.id, false);
  await refused(trips.comeBack(trips.idp.answer(late.facts), late), { code: 'sso.closed' });
  await trips.get(SsoConnections).enable(trips.owner, trips.connection.id, true);
});

it('leaves a trace of who was refused, without what they brought', async () => {
  await refused(trips.roundTrip(undefined, { audience: 'https://secret.example.com' }), BAD);
  const [{ details } = {}] = await trips.sql(
    `SELECT details FROM audit_events WHERE action = 'sign_in.failed' ORDER BY id DESC LIMIT 1`,
  );
  expect(details).toEqual({ reason: 'sso.bad_answer' });
  const [{ status, problem } = {}] = await trips.sql(
    `SELECT status, problem FROM sso_connections WHERE id = '${trips.connection.id}'`,
  );
  expect([status, problem]).toEqual(['failing', expect.stringContaining('audience')]);
});
