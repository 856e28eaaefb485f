import { encryptedByOaep } from '../../../../../test/harness/sso/crooked-encryption';
import { type Facts } from '../../../../../test/harness/sso/crooked-saml';
import { SamlTrips } from '../../../../../test/harness/sso/saml-trips';
import { SamlConnections } from './saml-connections.service';

const BAD = { code: 'sso.bad_answer' };

let trips: SamlTrips;
let certificate: string;

beforeAll(async () => {
  trips = await SamlTrips.start();
  const [key] = await trips.get(SamlConnections).keysOf(trips.owner, trips.connection.id);
  certificate = key?.certificate ?? '';
});
afterAll(() => trips?.close());

const signedAssertion = (facts: Facts) => trips.idp.sign(trips.idp.assertion(facts), 'Assertion');

describe('an assertion that is encrypted as XML Encryption 1.1 has it', () => {
  it.each(['sha1', 'sha256', 'sha512'])('is read where its key is wrapped by OAEP with %s', async (hash) => {
    const answer = (facts: Facts) =>
      trips.idp.response(facts, encryptedByOaep(signedAssertion(facts), certificate, { hash }));
    expect((await trips.roundTrip(answer)).signedIn).toBeDefined();
    const wholly = (facts: Facts) => trips.idp.sign(answer(facts), 'Response');
    expect((await trips.roundTrip(wholly)).signedIn).toBeDefined();
    const changed = (facts: Facts) => wholly(facts).replace('IssueInstant="2', 'IssueInstant="3');
    await expect(trips.roundTrip(changed)).rejects.toMatchObject(BAD);
  });

  it('counts by the signature of the response where that is what has to be signed', async () => {
    const answer = (facts: Facts) =>
      trips.idp.response(facts, encryptedByOaep(trips.idp.assertion(facts), certificate));
    await trips.set({ signed: 'response' });
    await expect(trips.roundTrip(answer)).rejects.toMatchObject(BAD);
    const signed = (facts: Facts) => trips.idp.sign(answer(facts), 'Response');
    expect((await trips.roundTrip(signed)).signedIn).toBeDefined();
    const foreign = (facts: Facts) => trips.idp.sign(answer(facts), 'Response', { pair: trips.idp.foreign });
    await expect(trips.roundTrip(foreign)).rejects.toMatchObject(BAD);
    await trips.set({ signed: 'both' });
    await expect(trips.roundTrip(signed)).rejects.toMatchObject(BAD);
    await trips.set({ signed: 'assertion' });
  });

  it.each([
    ['another mask than its digest', { hash: 'sha256', mask: 'mgf1sha1' }],
    ['no mask that is known', { mask: 'mgf1md5' }],
    ['a transport by PKCS #1 v1.5', { transport: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' }],
  ])('is not taken with %s', async (_name, how) => {
    const answer = (facts: Facts) =>
      trips.idp.response(facts, encryptedByOaep(signedAssertion(facts), certificate, how));
    await expect(trips.roundTrip(answer)).rejects.toMatchObject({
      ...BAD,
      reason: expect.stringContaining('in a way that is not taken') as string,
    });
  });
});
