import { type Facts, newId } from '../../../../../test/harness/sso/crooked-saml';
import { SamlTrips } from '../../../../../test/harness/sso/saml-trips';

const BAD = { code: 'sso.bad_answer' };

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

describe('signatures', () => {
  const signed = (facts: Facts) => trips.idp.sign(trips.idp.assertion(facts), 'Assertion');

  it.each<[string, (facts: Facts) => string, RegExp]>([
    ['none', (facts) => trips.idp.response(facts, trips.idp.assertion(facts)), /signature/i],
    [
      'that of another key',
      (facts) =>
        trips.idp.response(
          facts,
          trips.idp.sign(trips.idp.assertion(facts), 'Assertion', { pair: trips.idp.foreign }),
        ),
      /signature/i,
    ],
    [
      'a changed subject',
      (facts) => trips.idp.answer(facts).replace('sub-of-sam<', 'sub-of-max<'),
      /signature/i,
    ],
    [
      'a changed address',
      (facts) => trips.idp.answer(facts).replace('sam@demo.test', 'ada@demo.test'),
      /signature/i,
    ],
    [
      'SHA-1',
      (facts) =>
        trips.idp.response(
          facts,
          trips.idp.sign(trips.idp.assertion(facts), 'Assertion', {
            method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
            digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
          }),
        ),
      /in a way that is not taken/,
    ],
    [
      'the response’s alone, where the assertion’s is wanted',
      (facts) => trips.idp.sign(trips.idp.response(facts, trips.idp.assertion(facts)), 'Response'),
      /signature/i,
    ],
    [
      'a bad one of the response, though the assertion’s is good',
      (facts) =>
        trips.idp
          .sign(trips.idp.response(facts, signed(facts)), 'Response')
          .replace('IssueInstant="2', 'IssueInstant="3'),
      /signature/i,
    ],
  ])('with %s lets nobody in', async (_name, answerTo, reason) => {
    await refused(trips.roundTrip(answerTo), BAD, reason);
  });
});

describe('a wrapped assertion', () => {
  const EVIL = { subject: 'sub-of-ada', email: 'ada@demo.test' };
  const evilOf = (facts: Facts) => trips.idp.assertion({ ...facts, ...EVIL, assertionId: newId() });
  const goodOf = (facts: Facts) => trips.idp.sign(trips.idp.assertion(facts), 'Assertion');
  const signatureIn = (xml: string) => /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(xml)?.[0] ?? '';
  const into = (xml: string, inner: string) => xml.replace('</saml:Issuer>', `</saml:Issuer>${inner}`);
  const withObject = (signature: string, inner: string) =>
    signature.replace('</ds:Signature>', `<ds:Object>${inner}</ds:Object></ds:Signature>`);

  it.each<[string, (facts: Facts) => string]>([
    ['before the signed one', (facts) => trips.idp.response(facts, evilOf(facts) + goodOf(facts))],
    ['after the signed one', (facts) => trips.idp.response(facts, goodOf(facts) + evilOf(facts))],
    ['around the signed one', (facts) => trips.idp.response(facts, into(evilOf(facts), goodOf(facts)))],
    [
      'with the signature of the one in the extensions',
      (facts) => {
        const good = goodOf(facts);
        const [signature, bareGood] = [signatureIn(good), good.replace(signatureIn(good), '')];
        const extensions = `<samlp:Extensions>${bareGood}</samlp:Extensions>`;
        return trips.idp.response(facts, into(evilOf(facts), signature), extensions);
      },
    ],
    [
      'with a signature that holds the signed one',
      (facts) => {
        const good = goodOf(facts);
        const holding = withObject(signatureIn(good), good.replace(signatureIn(good), ''));
        return trips.idp.response(facts, into(evilOf(facts), holding));
      },
    ],
    [
      'with the signed one in the signature of its own ID',
      (facts) => {
        const good = goodOf(facts);
        const evil = trips.idp.assertion({ ...facts, ...EVIL });
        return trips.idp.response(facts, into(evil, withObject(signatureIn(good), good)));
      },
    ],
    [
      'of the same ID',
      (facts) => trips.idp.response(facts, trips.idp.assertion({ ...facts, ...EVIL }) + goodOf(facts)),
    ],
    [
      'in a response around the signed response',
      (facts) => {
        const good = trips.idp.sign(trips.idp.response(facts, goodOf(facts)), 'Response');
        return trips.idp.response({ ...facts, responseId: newId() }, evilOf(facts) + good);
      },
    ],
    [
      'beside an encrypted one',
      (facts) =>
        trips.idp.response(
          facts,
          `${goodOf(facts)}<saml:EncryptedAssertion>${evilOf(facts)}</saml:EncryptedAssertion>`,
        ),
    ],
    [
      'of another namespace',
      (facts) =>
        trips.idp.response(
          facts,
          `<x:Assertion xmlns:x="urn:x">${evilOf(facts).replaceAll('saml:Assertion', 'saml:Advice')}</x:Assertion>${goodOf(facts)}`,
        ),
    ],
  ])('%s lets nobody in', async (_name, answerTo) => {
    await refused(trips.roundTrip(answerTo), BAD, /assertion|response within|signature|same ID/i);
  });
});

describe('XML that could be read in two ways', () => {
  const SAM = 'sub-of-sam';

  it.each<[string, (xml: string) => string]>([
    ['a DTD', (xml) => `<!DOCTYPE x [<!ENTITY e "sub-of-ada">]>${xml}`],
    [
      'an entity',
      (xml) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml.replace(SAM, '&e;')}`,
    ],
    ['a comment in the name', (xml) => xml.replace(SAM, 'sub-of<!-- -->-sam')],
    ['CDATA in the name', (xml) => xml.replace(SAM, '<![CDATA[sub-of-sam]]>')],
    ['a processing instruction', (xml) => xml.replace(SAM, 'sub-of<?x y?>-sam')],
    ['an unknown entity', (xml) => xml.replace(SAM, 'sub-of&nbsp;sam')],
    ['an element in the name', (xml) => xml.replace(SAM, 'sub-of<b/>-sam')],
    ['two roots', (xml) => `${xml}${xml}`],
    ['a tag that is not closed', (xml) => xml.replace('</samlp:Status>', '')],
    [
      'elements deep in each other',
      (xml) => xml.replace('<samlp:Status>', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}<samlp:Status>`),
    ],
    ['nothing', () => ''],
    ['bytes that are no UTF-8', () => '\u0000'],
    ['another message', (xml) => xml.replaceAll('samlp:Response', 'samlp:LogoutResponse')],
  ])('such as %s lets nobody in', async (_name, change) => {
    await refused(
      trips.roundTrip((facts) => change(trips.idp.answer(facts))),
      BAD,
    );
  });

  it('nor does it where the directory signed it so', async () => {
    const named = (subject: string) => trips.roundTrip(undefined, { subject });
    await refused(named('ada<!-- -->.of.somebody'), BAD, /DTD, a comment/);
    await refused(named('ada<b/>.of.somebody'), BAD, /elements where text belongs/);
  });
});
