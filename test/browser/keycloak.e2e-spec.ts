import type { Page } from 'playwright-core';
import { type ApiClient, type Json, startSystem, type TestSystem } from '../harness';
import { describeInBrowser } from '../harness/browser/test-browser';
import type { KeycloakRealm } from '../harness/sso/keycloak-realm';
import { describeWithKeycloak, KeycloakServer, LONGEST_START_MS } from '../harness/sso/keycloak-server';
import { statusAt } from '../sso/raw-mcp';

const SECRET = 'a client secret of the test, long enough';
const FIELDS = 'id oidc { redirectUri postLogoutRedirectUri backchannelLogoutUri }';

/** On Keycloak's own page. */
async function signInThere(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username or email').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

describeWithKeycloak('Keycloak in a browser', () => {
  describeInBrowser('in which its pages are', (browser) => {
    let system: TestSystem;
    let keycloak: KeycloakServer;
    let realm: KeycloakRealm;
    let ada: ApiClient;

    beforeAll(async () => {
      keycloak = await KeycloakServer.start();
      realm = await keycloak.createRealm('acme');
      const env = { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' };
      system = await startSystem({ processes: ['gateway', 'mcp'], env });
      ada = await system.person('ada@demo.test');
      await connect();
      const nia = { email: 'nia@demo.test', firstName: 'Nia', lastName: 'New' };
      await realm.addPerson('nia', nia);
    }, LONGEST_START_MS);
    afterAll(async () => {
      await system?.stop();
      await keycloak?.stop();
    });

    async function connect(): Promise<void> {
      const oidc = { issuer: realm.url, clientId: 'orkestra' };
      const input = { name: 'Acme Login', oidc, clientSecret: SECRET, provisions: true };
      const create = `mutation ($input: CreateOidcConnectionInput!) { createOidcConnection(input: $input) { connection { ${FIELDS} } } }`;
      const { connection } = (await ada.graphql(create, { input })).createOidcConnection as Json;
      const { redirectUri, postLogoutRedirectUri } = (connection as Json).oidc as Record<string, string>;
      await realm.addClient({
        ...{ clientId: 'orkestra', secret: SECRET, publicClient: false, redirectUris: [redirectUri] },
        attributes: { 'post.logout.redirect.uris': postLogoutRedirectUri },
      });
      // Its proof is a matter of other tests.
      await system.rows(
        `INSERT INTO sso_domains (tenant_id, domain, connection_id, proof, verified_at, created_at)
         SELECT tenant_id, 'demo.test', id, 'proof', now(), now() FROM sso_connections RETURNING domain`,
      );
      const turn = `mutation ($input: SetSsoConnectionEnabledInput!) { setSsoConnectionEnabled(input: $input) { connection { id } } }`;
      await ada.graphql(turn, { input: { connectionId: (connection as Json).id as string, enabled: true } });
    }

    test('somebody signs in on its page, and is asked again once they have signed out', async () => {
      const page = await browser.open(system.url('gateway'));
      const goThere = async () => {
        await page.getByLabel('E-mail').fill('nia@demo.test');
        await page.keyboard.press('Tab');
        await page.getByRole('link', { name: 'Continue with Acme Login' }).click();
        await page.getByRole('button', { name: 'Sign In' }).waitFor();
      };
      await goThere();
      await signInThere(page, 'nia', 'wrong');
      await page.getByText('Invalid username or password').first().waitFor();
      await signInThere(page, 'nia', 'any');
      await page.getByRole('heading', { name: 'Inbox' }).waitFor();
      await page.getByRole('button', { name: /Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await goThere();
    });

    test('an agent comes to MCP by a token that a mapper made for the workspace', async () => {
      const url = new URL('/mcp/demo', system.url('mcp'));
      const agent = await realm.addClient({
        ...{ clientId: 'agent', publicClient: true, directAccessGrantsEnabled: true },
      });
      const token = async () => {
        const form = { grant_type: 'password', client_id: 'agent', username: 'nia', password: 'any' };
        const address = `${realm.url}/protocol/openid-connect/token`;
        const response = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
        return ((await response.json()) as { access_token: string }).access_token;
      };
      expect(await statusAt(url, await token())).toBe(401);
      const config = { 'included.custom.audience': url.href, 'access.token.claim': 'true' };
      await realm.addMapper(agent, 'openid-connect', 'oidc-audience-mapper', config);
      expect(await statusAt(url, await token())).toBe(200);
    });
  });
});
