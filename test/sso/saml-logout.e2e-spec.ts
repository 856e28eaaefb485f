import { SAML } from '@node-saml/node-saml';
import { newSamlKeyPair } from '@orkestra/tenancy';
import type { ApiClient } from '../harness';
import {
  encoded,
  type LogoutFacts,
  logoutFacts,
  logoutRequest,
  signedLogout,
  signedQuery,
} from '../harness/sso/crooked-logout';
import { RawSocket } from '../api-gateway/raw-socket';
import { SamlOffice } from './saml-office';

const VIEWER = '{ viewer { displayName } }';

let office: SamlOffice;

beforeAll(async () => {
  office = await SamlOffice.open();
});
afterAll(() => office?.close());

const sloPath = (id = office.connection.id) => `saml/${id}/slo`;
const requestOf = (given: Partial<LogoutFacts> = {}) =>
  logoutRequest(
    logoutFacts({ issuer: office.idp.entityId, destination: office.address(sloPath()), ...given }),
  );
const origin = () => new URL(office.idp.entityId).origin;

/** As the provider itself sends it, or a browser that comes from it: without our cookies. */
const post = (xml: string, index = 1, more: Record<string, string> = {}) =>
  fetch(office.address(sloPath(), index), {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ SAMLRequest: encoded(xml), ...more }),
  });
const get = (query: string, cookie = '', index = 1) =>
  fetch(`${office.address(sloPath(), index)}?${query}`, { redirect: 'manual', headers: { cookie } });
const signed = (xml: string) => signedLogout(xml, office.idp.pair);

const isKnown = (client: ApiClient) =>
  client.graphql(VIEWER).then(
    () => true,
    () => false,
  );
const isSignedIn = async (client: (index: number) => ApiClient) =>
  Promise.all([0, 1].map((index) => isKnown(client(index))));
const signInAs = async (sessionIndex: string) => {
  office.idp.answers = { sessionIndex };
  return office.signIn();
};

/** The provider's side: checks the signature of our answer by the key that our metadata names. */
function provider(requestId: string): SAML {
  const { saml, samlKeys } = office.connection;
  return new SAML({
    ...{ issuer: saml.entityId, callbackUrl: `${origin()}/logout` },
    ...{ idpIssuer: saml.spEntityId, idpCert: samlKeys[0]?.certificate.pem ?? '' },
    validateInResponseTo: 'ifPresent' as never,
    cacheProvider: {
      saveAsync: () => Promise.resolve(null),
      getAsync: (id) => Promise.resolve(id === requestId ? new Date().toISOString() : null),
      removeAsync: (id) => Promise.resolve(id),
    },
  });
}

test('a form of the provider ends the session that it names at both gateways, and is answered by a form', async () => {
  const [first, second] = [await signInAs('session-1'), await signInAs('session-2')];
  const id = `_${'1'.repeat(32)}`;
  const response = await post(signed(requestOf({ id, sessions: ['session-2'] })), 1, {
    RelayState: '"><script>x</script>',
    BACK_CHANNEL_LOGOUT: 'BACK_CHANNEL_LOGOUT',
  });
  expect(response.status).toBe(200);
  expect(await isSignedIn(second.client)).toEqual([false, false]);
  expect(await isSignedIn(first.client)).toEqual([true, true]);
  const page = await response.text();
  expect(page).toContain(`<form method="post" action="${origin()}/logout">`);
  expect(page).toContain('name="RelayState" value="&#34;&#62;&#60;script&#62;x&#60;/script&#62;"');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
  const [, SAMLResponse = ''] = /name="SAMLResponse" value="([^"]+)"/.exec(page) ?? [];
  const xml = Buffer.from(SAMLResponse, 'base64').toString('utf8');
  expect(xml).toContain(`InResponseTo="${id}"`);
  expect(xml).toContain(`Destination="${origin()}/logout"`);
  expect(xml).toContain('urn:oasis:names:tc:SAML:2.0:status:Success');
  await expect(provider(id).validatePostResponseAsync({ SAMLResponse })).resolves.toMatchObject({
    loggedOut: true,
  });
});

test('a browser that brings the request loses all sessions of its person, and its cookie, and goes back', async () => {
  const { client, cookie } = await office.signIn();
  const id = `_${'2'.repeat(32)}`;
  const response = await get(signedQuery(requestOf({ id }), office.idp.pair, 'state (of theirs)'), cookie);
  expect(response.status).toBe(303);
  expect(response.headers.getSetCookie().join()).toMatch(/^orkestra_session=;.*Expires=Thu, 01 Jan 1970/);
  expect(await isSignedIn(client)).toEqual([false, false]);
  const back = new URL(response.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(`${origin()}/logout`);
  expect(back.searchParams.get('RelayState')).toBe('state (of theirs)');
  const answer = provider(id).validateRedirectAsync(
    Object.fromEntries(back.searchParams),
    back.search.slice(1),
  );
  await expect(answer).resolves.toMatchObject({ loggedOut: true });
});

test('the cookie of somebody whose session goes on stays', async () => {
  const ada = office.admin;
  const query = signedQuery(requestOf({ subject: 'sub-of-nobody' }), office.idp.pair);
  const response = await get(query, ada.headers['cookie']);
  expect([response.status, response.headers.getSetCookie()]).toEqual([303, []]);
  expect(await isKnown(ada)).toBe(true);
});

test('what is told live ends with the session, at the gateway that did not get the request', async () => {
  const { cookie } = await office.signIn();
  const url = office.gateways.url(0);
  const socket = new RawSocket(url, { cookie, origin: url });
  expect(await socket.outcome).toBe('connection_ack');
  expect((await post(signed(requestOf()), 1)).status).toBe(200);
  expect(await socket.closed).toBe(4401);
});

test('a request that does not hold ends nothing, and says no more than where to look', async () => {
  const { client } = await office.signIn();
  const foreign = await newSamlKeyPair(new Date());
  const old = { issued: -120_000, notOnOrAfter: -61_000 };
  const used = signed(requestOf({ subject: 'sub-of-nobody' }));
  expect((await post(used, 0)).status).toBe(200);
  const forms = [
    requestOf(),
    signedLogout(requestOf(), foreign),
    signed(requestOf({ issuer: 'https://else.example.com' })),
    signed(requestOf({ destination: `${origin()}/elsewhere` })),
    signed(requestOf(old)),
    used,
    '<!DOCTYPE x>',
  ];
  for (const xml of forms) {
    const response = await post(xml);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(
      /^The sign-out was not accepted, and nobody was signed out here\. Reference: [\w-]+$/,
    );
  }
  const good = signedQuery(requestOf(), office.idp.pair);
  const usedQuery = signedQuery(requestOf({ subject: 'sub-of-nobody' }), office.idp.pair);
  expect((await get(usedQuery, '', 0)).headers.get('location')).toContain(`${origin()}/logout?`);
  const queries = [
    good.replace(/&Signature=.*/, ''),
    signedQuery(requestOf(), foreign),
    signedQuery(requestOf({ issuer: 'https://else.example.com' }), office.idp.pair),
    signedQuery(requestOf(old), office.idp.pair),
    usedQuery,
  ];
  for (const query of queries) {
    const response = await get(query);
    expect([response.status, response.headers.get('location')]).toEqual([
      ...[303, expect.stringMatching(/^\/sign-in\?sso_error=sso\.logout_refused&ref=[\w-]+$/)],
    ]);
  }
  expect(await isSignedIn(client)).toEqual([true, true]);
});

test('our metadata names both ways to sign out here', async () => {
  const xml = await (await fetch(office.address(`saml/${office.connection.id}/metadata`))).text();
  const services = [...xml.matchAll(/<SingleLogoutService Binding="[^"]*:HTTP-(\w+)" Location="([^"]+)"/g)];
  const address = office.address(sloPath());
  expect(services.map(([, binding, location]) => [binding, location])).toEqual([
    ['POST', address],
    ['Redirect', address],
  ]);
});
