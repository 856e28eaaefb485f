import { createVerify } from 'node:crypto';
import { bare, type Facts } from '../../../../../test/harness/sso/crooked-saml';
import { BROWSER, DESK, SamlTrips } from '../../../../../test/harness/sso/saml-trips';
import type { TenantContext } from '../../tenant-context';
import { OidcLogout } from '../oidc/oidc-logout.service';
import { SingleSignOn } from '../single-sign-on.service';
import { SsoTests } from '../sso-tests.service';
import { readCertificate } from './saml-certificate';
import { SamlConnections } from './saml-connections.service';
import { SamlSignOn } from './saml-sign-on.service';

const BAD = { code: 'sso.bad_answer' };
const USUAL = { signed: 'assertion', encrypted: false, signsRequests: true, idpInitiated: false } as const;

let trips: SamlTrips;

beforeAll(async () => {
  trips = await SamlTrips.start();
});
afterEach(() => trips.set(USUAL));
afterAll(() => trips?.close());

const signedAssertion = (facts: Facts) => trips.idp.sign(trips.idp.assertion(facts), 'Assertion');
const metadata = () => trips.get(SamlSignOn).metadata(trips.connection.id);
const certificatesIn = (xml: string, use: string) =>
  [...xml.matchAll(new RegExp(`use="${use}"[\\s\\S]*?<ds:X509Certificate>([^<]+)<`, 'g'))].map(
    ([, text]) => text,
  );
const pem = (text = '') => readCertificate(text).pem;

describe('the request', () => {
  it('is signed by the key that our metadata names, and says who asks and where to answer', async () => {
    const { url, request } = await trips.depart();
    expect(url.href).toMatch(/^https:\/\/idp\.acme\.example\/sso\?/);
    const base = `${DESK}/api/v1/auth/sso/saml/${trips.connection.id}`;
    expect(request).toContain(`AssertionConsumerServiceURL="${base}/acs"`);
    expect(request).toContain(`>${base}/metadata</saml:Issuer>`);
    expect(request).toContain('nameid-format:persistent');
    expect(request).not.toContain('ForceAuthn');
    const [query = '', signature = ''] = url.search.slice(1).split('&Signature=');
    const [certificate] = certificatesIn(await metadata(), 'signing');
    const verify = (text: string) =>
      createVerify('sha256').update(text).verify(pem(certificate), decodeURIComponent(signature), 'base64');
    expect([verify(query), verify(`${query}x`)]).toEqual([true, false]);
  });

  it('is not signed where that is turned off, and names the classes of proof that are wanted', async () => {
    const authnContexts = ['https://refeds.org/profile/mfa'];
    await trips.set({ signsRequests: false, authnContexts, nameIdFormat: 'unspecified' });
    const { url, request, ...trip } = await trips.depart();
    expect(url.searchParams.has('Signature')).toBe(false);
    expect(request).toContain('AuthnContextClassRef');
    expect(request).not.toContain('nameid-format');
    await expect(
      trips.comeBack(trips.idp.answer(trip.facts), { ...trip, url, request }),
    ).rejects.toMatchObject(BAD);
    expect(
      (await trips.roundTrip(undefined, { authnContext: authnContexts[0] ?? '' })).signedIn,
    ).toBeDefined();
    await trips.set({ authnContexts: [], nameIdFormat: 'persistent' });
  });

  it('keeps where the person wants to go on this side, and goes nowhere else', async () => {
    const { relayState } = await trips.depart();
    expect(relayState).toMatch(/^[\w-]{43}$/);
    const purpose = { kind: 'sign-in' } as const;
    const departure = { connectionId: trips.connection.id, purpose, browser: BROWSER };
    const url = await trips.get(SingleSignOn).depart({ ...departure, returnTo: '//evil.example/x' });
    const trip = trips.tripOf(url);
    expect((await trips.comeBack(trips.idp.answer(trip.facts), trip)).returnTo).toBe('/');
  });
});

describe('what is signed', () => {
  const both = (facts: Facts) =>
    trips.idp.sign(trips.idp.response(facts, signedAssertion(facts)), 'Response');
  const response = (facts: Facts) =>
    trips.idp.sign(trips.idp.response(facts, trips.idp.assertion(facts)), 'Response');
  const assertion = (facts: Facts) => trips.idp.answer(facts);

  it.each([
    ['assertion', { assertion: true, response: false, both: true }],
    ['response', { assertion: false, response: true, both: true }],
    ['both', { assertion: false, response: false, both: true }],
  ] as const)('has to be what is set: %s', async (signed, comesIn) => {
    await trips.set({ signed });
    const lets = async (answerTo: (facts: Facts) => string) =>
      trips.roundTrip(answerTo).then(
        ({ signedIn }) => signedIn !== undefined,
        (error: { code: string }) => error.code !== BAD.code,
      );
    const seen = {
      assertion: await lets(assertion),
      response: await lets(response),
      both: await lets(both),
    };
    expect(seen).toEqual(comesIn);
  });
});

describe('an encrypted assertion', () => {
  const encryptedFor = (certificate: string | undefined, cipher?: string) => async (facts: Facts) =>
    trips.idp.response(facts, await trips.idp.encrypt(signedAssertion(facts), pem(certificate), cipher));

  it('is read by our key, whichever way it is encrypted', async () => {
    const [certificate] = certificatesIn(await metadata(), 'encryption');
    await trips.set({ encrypted: true });
    for (const cipher of [undefined, 'http://www.w3.org/2001/04/xmlenc#aes256-cbc'])
      expect((await trips.roundTrip(encryptedFor(certificate, cipher))).signedIn).toBeDefined();
    await expect(trips.roundTrip()).rejects.toMatchObject({
      ...BAD,
      reason: 'The assertion is not encrypted',
    });
  });

  it('counts only if what is in it is signed, and by a way that is safe', async () => {
    const [certificate] = certificatesIn(await metadata(), 'encryption');
    const unsigned = async (facts: Facts) =>
      trips.idp.response(facts, await trips.idp.encrypt(trips.idp.assertion(facts), pem(certificate)));
    await expect(trips.roundTrip(unsigned)).rejects.toMatchObject({
      ...BAD,
      reason: expect.stringContaining('signature') as string,
    });
    const old = 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc';
    await expect(trips.roundTrip(encryptedFor(certificate, old))).rejects.toMatchObject(BAD);
    const foreign = encryptedFor(bare(trips.idp.foreign.certificate));
    await expect(trips.roundTrip(foreign)).rejects.toMatchObject(BAD);
    const commented = async (facts: Facts) => {
      const xml = signedAssertion(facts).replace('sub-of-sam', 'sub-of<!-- -->-sam');
      return trips.idp.response(facts, await trips.idp.encrypt(xml, pem(certificate)));
    };
    await expect(trips.roundTrip(commented)).rejects.toMatchObject(BAD);
  });

  it('is read by the old key and by the new one while one takes the place of the other', async () => {
    const connections = trips.get(SamlConnections);
    const id = trips.connection.id;
    const [old] = certificatesIn(await metadata(), 'encryption');
    await expect(connections.finishKeyRollover(trips.owner, id)).rejects.toMatchObject({ kind: 'conflict' });
    await connections.beginKeyRollover(trips.owner, id);
    await expect(connections.beginKeyRollover(trips.owner, id)).rejects.toMatchObject({ kind: 'conflict' });
    const during = await metadata();
    const [young] = certificatesIn(during, 'encryption');
    expect(young).not.toBe(old);
    expect(certificatesIn(during, 'signing')).toEqual([old, young]);
    for (const key of [old, young]) expect((await trips.roundTrip(encryptedFor(key))).signedIn).toBeDefined();
    await connections.finishKeyRollover(trips.owner, id);
    expect(certificatesIn(await metadata(), 'signing')).toEqual([young]);
    expect((await trips.roundTrip(encryptedFor(young))).signedIn).toBeDefined();
    await expect(trips.roundTrip(encryptedFor(old))).rejects.toMatchObject(BAD);
  });
});

it('goes on while the directory changes its certificate', async () => {
  const { pair, foreign } = trips.idp;
  const byNew = (facts: Facts) =>
    trips.idp.response(facts, trips.idp.sign(trips.idp.assertion(facts), 'Assertion', { pair: foreign }));
  await expect(trips.roundTrip(byNew)).rejects.toMatchObject(BAD);
  await trips.set({ certificates: [pair.certificate, foreign.certificate] });
  expect((await trips.roundTrip()).signedIn).toBeDefined();
  expect((await trips.roundTrip(byNew)).signedIn).toBeDefined();
  await trips.set({ certificates: [foreign.certificate] });
  await expect(trips.roundTrip()).rejects.toMatchObject(BAD);
  await trips.set({ certificates: [pair.certificate] });
});

describe('a sign-in that begins at the directory', () => {
  const post = (relayState: string, facts: Partial<Facts> = {}) =>
    trips.post(trips.idp.answer(trips.facts(facts)), relayState);

  it('is refused unless the connection allows it', async () => {
    await expect(post('')).rejects.toMatchObject({ code: 'sso.unsolicited' });
    const [{ problem } = {}] = await trips.sql(`SELECT problem FROM sso_connections`);
    expect(problem).toBeNull();
  });

  it('goes on at paths of ours alone, and answers no request', async () => {
    await trips.set({ idpInitiated: true });
    expect(await post('/tasks/1')).toMatchObject({
      returnTo: '/tasks/1',
      signedIn: expect.anything() as unknown,
    });
    for (const elsewhere of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ])
      expect((await post(elsewhere)).returnTo).toBe('/');
    await expect(post('', { inResponseTo: '_x' })).rejects.toMatchObject(BAD);
  });
});

describe('what is said of a person', () => {
  const attribute = (name: string, ...values: string[]) =>
    `<saml:Attribute Name="${name}" FriendlyName="f-${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;
  const test = async (facts: Partial<Facts>) => {
    const { id } = await trips.get(SsoTests).start(trips.owner, trips.connection.id);
    const trip = trips.tripOf(await trips.get(SingleSignOn).departToTest(trips.owner, BROWSER, id), facts);
    const { signedIn, returnTo } = await trips.comeBack(trips.idp.answer(trip.facts), trip);
    expect([signedIn, returnTo]).toEqual([undefined, `/workspace/sign-in?test=${id}`]);
    return (await trips.get(SsoTests).get(trips.owner, id)).result;
  };

  it('is read by name, by friendly name and by what the large ones call it; a repeated one has all its values', async () => {
    const groupRules = [
      { from: 'eng', group: 'support-l1', role: 'member' },
      { from: 'leads', group: 'support-l2', role: 'supervisor' },
    ];
    const mapping = { groups: 'f-Role', groupRules };
    await trips.get(SamlConnections).update(trips.owner, trips.connection.id, { mapping });
    const name = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name';
    const attributes =
      attribute('Role', 'eng') + attribute('Role', 'leads', 'more') + attribute(name, 'Nia New');
    const result = await test({ subject: 'sub-of-nia', email: 'nia@demo.test', attributes });
    expect(result).toMatchObject({
      ...{ subject: 'sub-of-nia', problem: null },
      claims: { email: 'nia@demo.test', Role: ['eng', 'leads', 'more'], NameID: 'sub-of-nia' },
      wouldBe: { by: 'provisioning', email: 'nia@demo.test', displayName: 'Nia New' },
    });
    expect(result?.wouldBe?.groups).toEqual([
      { group: 'support-l1', role: 'member' },
      { group: 'support-l2', role: 'supervisor' },
    ]);
  });

  it('may name the person by an attribute', async () => {
    await trips.set({ subjectAttribute: 'oid' });
    expect((await test({ attributes: attribute('oid', 'o-1') }))?.subject).toBe('o-1');
    const trip = await trips.depart();
    await expect(trips.comeBack(trips.idp.answer(trip.facts), trip)).rejects.toMatchObject(BAD);
    await trips.set({ subjectAttribute: null });
  });

  it('that cannot be taken is shown to who tests, by its reason', async () => {
    const { id } = await trips.get(SsoTests).start(trips.owner, trips.connection.id);
    const url = await trips.get(SingleSignOn).departToTest(trips.owner, BROWSER, id);
    const trip = trips.tripOf(url, { audience: 'https://other.example.com' });
    const back = await trips.post(trips.idp.answer(trip.facts), trip.relayState);
    expect(back).toEqual({ returnTo: `/workspace/sign-in?test=${id}` });
    const { result } = await trips.get(SsoTests).get(trips.owner, id);
    expect(result?.problem).toMatchObject({
      code: 'sso.bad_answer',
      message: expect.stringContaining('audience') as string,
    });
  });
});

describe('a proof by the directory', () => {
  async function prove(facts: Partial<Facts>) {
    const { signedIn } = await trips.roundTrip();
    await trips.sql(`UPDATE sessions SET proven_at = now() - interval '1 hour' WHERE method = 'saml'`);
    const ctx = signedIn?.ctx as TenantContext;
    const trip = trips.tripOf(await trips.get(SingleSignOn).departToProve(ctx, BROWSER, '/security'), facts);
    expect(trip.request).toContain('ForceAuthn="true"');
    return trips.comeBack(trips.idp.answer(trip.facts), trip);
  }

  it('makes the session as good as new, if it is fresh and of the same person', async () => {
    await expect(prove({ authnInstant: -3_600_000 })).rejects.toMatchObject(BAD);
    await expect(prove({ subject: 'sub-of-max' })).rejects.toMatchObject({ code: 'account.step_up_needed' });
    await expect(prove({})).resolves.toEqual({ returnTo: '/security' });
  });
});

it('sends who signs out to the directory, by the name that it knows them by', async () => {
  const { signedIn } = await trips.roundTrip();
  const url = new URL((await trips.get(OidcLogout).byPerson(signedIn?.token ?? '')) ?? '');
  expect(url.href).toMatch(/^https:\/\/idp\.acme\.example\/slo\?/);
  const { request } = trips.tripOf(url);
  expect(request).toContain('>sub-of-sam</saml:NameID>');
  expect(request).toContain('session-1');
  expect(url.searchParams.has('Signature')).toBe(true);
});
