import { deflateRawSync } from 'node:zlib';
import {
  encoded,
  type LogoutFacts,
  logoutFacts,
  logoutRequest,
  signedLogout,
  signedQuery,
} from '../../../../../test/harness/sso/crooked-logout';
import { DESK, SamlTrips } from '../../../../../test/harness/sso/saml-trips';
import { samlAddresses } from './saml-addresses';
import { SamlLogout } from './saml-logout.service';

const SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';

let trips: SamlTrips;

beforeAll(async () => {
  trips = await SamlTrips.start();
});
afterAll(() => trips?.close());
beforeEach(async () => {
  await trips.sql(`DELETE FROM sessions WHERE method = 'saml'`);
  await trips.roundTrip();
  await trips.roundTrip(undefined, { sessionIndex: 'session-2' });
});

const requestOf = (given: Partial<LogoutFacts> = {}) =>
  logoutRequest(
    logoutFacts({
      ...{ issuer: trips.idp.entityId, destination: samlAddresses(DESK, trips.connection.id).sloUrl },
      ...given,
    }),
  );
const byForm = (xml: string, id = trips.connection.id) =>
  trips.get(SamlLogout).byProvider(id, { binding: 'post', request: encoded(xml), relayState: 'state' });
const byQuery = (query: string, id = trips.connection.id) =>
  trips.get(SamlLogout).byProvider(id, { binding: 'redirect', query });
const signed = (xml: string) => signedLogout(xml, trips.idp.pair);
const queryOf = (given: Partial<LogoutFacts> = {}) => signedQuery(requestOf(given), trips.idp.pair);
const changed = (query: string, change: (parts: URLSearchParams) => void) => {
  const parts = new URLSearchParams(query);
  change(parts);
  return parts.toString();
};

/** After each: all who were signed in still are. */
async function refused(work: Promise<unknown>, reason: RegExp): Promise<void> {
  await expect(work).rejects.toMatchObject({
    ...{ code: 'sso.logout_refused', reason: expect.stringMatching(reason) as string },
    message: 'The sign-out was not accepted, and nobody was signed out here.',
  });
  expect(await trips.sessions()).toBe(2);
}

describe.each([
  ['by HTTP-POST', (given?: Partial<LogoutFacts>) => byForm(signed(requestOf(given)))],
  ['by HTTP-Redirect', (given?: Partial<LogoutFacts>) => byQuery(queryOf(given))],
])('a signed request %s', (_binding, send) => {
  it('ends the session that it names, and no other', async () => {
    await send({ sessions: ['session-2'] });
    expect(await trips.sql(`SELECT sso_session FROM sessions WHERE method = 'saml'`)).toEqual([
      { sso_session: 'session-1' },
    ]);
  });

  it('ends those of whom it names where it names no session, and says so in the audit log', async () => {
    await send();
    expect(await trips.sessions()).toBe(0);
    const [last] = await trips.sql(
      `SELECT action, details FROM audit_events WHERE action LIKE 'sso.signed_out%' ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toEqual({
      action: 'sso.signed_out_by_directory',
      details: { ended: 2, of: 'person' },
    });
  });

  it('ends several', async () => {
    await send({ sessions: ['session-1', 'session-2'] });
    expect(await trips.sessions()).toBe(0);
  });

  it('ends nothing of anybody else, whatever session it names', async () => {
    await send({ subject: 'sub-of-max', sessions: ['session-1'] });
    expect(await trips.sessions()).toBe(2);
  });

  it('counts once, also when two gateways get it at the same time', async () => {
    const [id, subject] = [`_${'a'.repeat(32)}${Math.random()}`, 'sub-of-nobody'];
    await send({ id, subject });
    await refused(send({ id }), /used already/);
    const again = { id: `${id}b` };
    const both = await Promise.allSettled([send(again), send(again)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each<[string, Partial<LogoutFacts>, RegExp]>([
    ['of another issuer', { issuer: 'https://else.example.com' }, /another issuer/],
    ['for another destination', { destination: `${DESK}/elsewhere` }, /another destination/],
    ['for no destination', { destination: undefined }, /another destination/],
    ['that has expired', { notOnOrAfter: -61_000, issued: -90_000 }, /too old/],
    ['that was issued long ago', { issued: -12 * 60_000, notOnOrAfter: undefined }, /too old/],
    ['of the future', { issued: 120_000 }, /future/],
    ['that names nobody', { subject: '' }, /names nobody/],
    ['that names an empty session', { sessions: [''] }, /an empty one/],
    ['without an id', { id: '' }, /no SAML 2.0 logout request|signs nothing/],
  ])('%s ends nothing', async (_name, given, reason) => {
    await refused(send(given), reason);
  });

  it('within the skew of the clocks counts', async () => {
    await send({ notOnOrAfter: -30_000, issued: -90_000 });
    expect(await trips.sessions()).toBe(0);
  });
});

describe('a form', () => {
  it.each<[string, (xml: string) => string, RegExp]>([
    ['without a signature', (xml) => xml, /Invalid signature/],
    ['signed by another key', (xml) => signedLogout(xml, trips.idp.foreign), /Invalid signature/],
    ['changed since', (xml) => signed(xml).replace('sub-of-sam', 'sub-of-max'), /signature/i],
    [
      'around a signed one',
      (xml) => requestOf().replace('</saml:Issuer>', `</saml:Issuer>${signed(xml)}`),
      /where none belongs/,
    ],
    ['with a DTD', (xml) => `<!DOCTYPE x [<!ENTITY e "y">]>${signed(xml)}`, /DTD/],
    ['with a comment', (xml) => signed(xml).replace('sub-of-sam', 'sub-of<!-- -->-sam'), /comment/],
    ['of another kind', (xml) => signed(xml).replaceAll('LogoutRequest', 'AuthnRequest'), /./],
    ['that is too long', () => 'x'.repeat(300_000), /too long/],
    ['that is empty', () => '', /no base64/],
  ])('%s ends nothing', async (_name, change, reason) => {
    await refused(byForm(change(requestOf())), reason);
  });
});

describe('a query', () => {
  it.each<[string, (query: string) => string, RegExp]>([
    ['without a signature', (query) => changed(query, (parts) => parts.delete('Signature')), /not signed/],
    ['signed by another key', () => signedQuery(requestOf(), trips.idp.foreign), /not good/],
    ['signed by SHA-1', () => signedQuery(requestOf(), trips.idp.pair, '', SHA1), /not taken/],
    ['with another relay state', (query) => `${query}&RelayState=x`, /not good/],
    ['with a second request', (query) => `${query}&SAMLRequest=eHg%3d`, /more than one/],
    ['in another encoding', (query) => `${query}&SAMLEncoding=none`, /packed/],
    ['that is no query', () => 'SAMLRequest=%&SigAlg=%&Signature=%', /not encoded/],
    [
      'with a signature in its XML alone',
      () => `SAMLRequest=${encodeURIComponent(deflateRawSync(signed(requestOf())).toString('base64'))}`,
      /not signed/,
    ],
    [
      'that grows without end',
      () => signedQuery(requestOf({ subject: 'x'.repeat(3_000_000) }), trips.idp.pair),
      /too long/,
    ],
  ])('%s ends nothing', async (_name, change, reason) => {
    await refused(byQuery(change(queryOf())), reason);
  });
});

it('of one connection ends nothing of another, nor by an address that is none', async () => {
  const other = await trips.connect();
  await refused(byForm(signed(requestOf()), other.id), /another destination/);
  const destination = samlAddresses(DESK, other.id).sloUrl;
  await byForm(signed(requestOf({ destination })), other.id);
  expect(await trips.sessions()).toBe(2);
  await refused(byForm(signed(requestOf()), 'nonsense'), /no such connection/);
});

it('names a session where an attribute names people, as the NameID may be another each time', async () => {
  await trips.set({ subjectAttribute: 'email' });
  await refused(byForm(signed(requestOf())), /names no session/);
  await byForm(signed(requestOf({ subject: 'of-the-day', sessions: ['session-1'] })));
  expect(await trips.sessions()).toBe(1);
  await trips.set({ subjectAttribute: null });
});

it('is answered where metadata says, by the way that it came', async () => {
  await byForm(signed(requestOf())).then((answer) =>
    expect(answer).toMatchObject({
      ...{ binding: 'post', url: 'https://idp.acme.example/slo' },
      fields: { RelayState: 'state', SAMLResponse: expect.any(String) as string },
    }),
  );
  const services = ['POST', 'Redirect'].map(
    (name) =>
      `<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${name}" Location="https://idp.acme.example/${name}" ResponseLocation="https://idp.acme.example/${name}/done"/>`,
  );
  const metadataXml = trips.idp.metadata().replace(/<md:SingleLogoutService[^>]*>/, services.join(''));
  await trips.set({ metadataXml });
  expect(await byForm(signed(requestOf()))).toMatchObject({ url: 'https://idp.acme.example/POST/done' });
  const { url } = (await byQuery(queryOf())) ?? {};
  expect(url).toMatch(/^https:\/\/idp\.acme\.example\/Redirect\/done\?SAMLResponse=/);
  await trips.set({ sloUrl: 'https://idp.acme.example/moved' });
  expect(await byForm(signed(requestOf()))).toMatchObject({ url: 'https://idp.acme.example/moved' });
  await trips.set({ sloUrl: null });
  expect(await byForm(signed(requestOf()))).toBeUndefined();
});
