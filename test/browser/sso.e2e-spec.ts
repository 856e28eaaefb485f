import type { Locator, Page } from 'playwright-core';
import { startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { freePort } from '../harness/servers/ports';
import { encoded, logoutFacts, logoutRequest, signedLogout } from '../harness/sso/crooked-logout';
import { type NameServer, startNameServer } from '../harness/sso/name-server';
import { type OidcServer, startOidcServer } from '../harness/sso/oidc-server';
import { type SamlServer, startSamlServer } from '../harness/sso/saml-server';

const SECRET = 'a client secret of the test, long enough';

/** The forms of the directory: who it is, and that Orkestra may know. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const copied = async (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd//code')
    .innerText();

describeInBrowser('Single sign-on in a browser', (browser) => {
  let system: TestSystem;
  let names: NameServer;
  let oidc: OidcServer | undefined;
  let saml: SamlServer;

  beforeAll(async () => {
    names = await startNameServer();
    // By another name than the gateway: for a browser its forms come from another site, without cookies.
    saml = await startSamlServer(await freePort(), 'localhost');
    saml.current = { id: 'sub-of-nia', email: 'nia@saml.test', name: 'Nia New' };
    const env = { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1,::1', DNS_SERVERS: names.address };
    system = await startSystem({ processes: ['gateway'], env });
  });
  afterAll(async () => {
    await system?.stop();
    await oidc?.close();
    await saml?.close();
    await names?.close();
  });

  const settings = async (): Promise<Page> => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/sign-in`);
    return page;
  };

  /** By the record that is asked for; from then on the connection speaks for it. */
  async function proveDomain(page: Page, domain: string, connection: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Domain' }).fill(domain);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const row = page.getByRole('listitem', { name: domain });
    await row.getByRole('button', { name: `Verify ${domain}` }).click();
    await row.getByRole('alert').getByText('There is no TXT record').waitFor();
    const [record = '', proof = ''] = await row.locator('code').allInnerTexts();
    names.texts.set(record, [proof]);
    await row.getByRole('button', { name: `Verify ${domain}` }).click();
    await row.getByText('Verified', { exact: true }).waitFor();
    await row.getByRole('combobox', { name: 'Speaks for it' }).click();
    await page.getByRole('option', { name: connection }).click();
  }

  /** A visitor who is led to the directory by their address. */
  async function leadThere(email: string, connection: string): Promise<Page> {
    const visitor = await browser.open(system.url('gateway'));
    await visitor.getByLabel('E-mail').fill(email);
    await visitor.keyboard.press('Tab');
    await visitor.getByRole('link', { name: `Continue with ${connection}` }).click();
    return visitor;
  }

  /** How many certificates of ours a provider would read. */
  async function namedByOurMetadata(page: Page): Promise<number> {
    const answer = await fetch(await copied(page, 'Metadata URL'));
    const found = (await answer.text()).matchAll(/<[^/>]*X509Certificate>([^<]+)</g);
    return new Set([...found].map(([, text = '']) => text.replace(/\s/g, ''))).size;
  }

  const turnOn = async (card: Locator): Promise<void> => {
    await card.getByRole('switch').press('Space');
    await card.getByRole('switch', { checked: true }).waitFor();
  };

  test('an owner connects a directory, proves the domain, tries it, and people sign in by it and out', async () => {
    const page = await settings();
    const port = await freePort();
    await page.getByRole('button', { name: 'Connect an OpenID provider' }).click();
    await page.getByLabel('Name').first().fill('Acme Login');
    await page.getByLabel('Issuer').fill('http://127.0.0.1:1/#no');
    await page.getByLabel('Client ID').fill('orkestra');
    await page.getByLabel('Client secret').fill(SECRET);
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByText(/must be an address such as https/i)
      .first()
      .waitFor();
    await page.getByLabel('Issuer').fill(`http://127.0.0.1:${port}`);
    await page.getByRole('switch', { name: /^Let people in/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const card = page.getByRole('listitem', { name: 'Acme Login' });
    await card.waitFor();
    oidc = await startOidcServer(port, [
      {
        clientId: 'orkestra',
        clientSecret: SECRET,
        redirectUri: await copied(page, 'Redirect URI'),
        postLogoutRedirectUri: await copied(page, 'Post-logout redirect URI'),
        backchannelLogoutUri: await copied(page, 'Back-channel logout URI'),
      },
    ]);
    oidc.people.set('nia', { email: 'nia@demo.test', name: 'Nia <b>New</b>', groups: ['eng'] });

    await proveDomain(page, 'demo.test', 'Acme Login');

    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Test Acme Login' }).click();
    await signInThere(page, 'nia');
    await page.getByRole('heading', { name: 'What the test has shown' }).waitFor();
    await page.getByText('Nia <b>New</b> (nia@demo.test)').waitFor();
    await page.getByText('Would come in for the first time').waitFor();
    await turnOn(card);

    const visitor = await leadThere('nia@demo.test', 'Acme Login');
    await signInThere(visitor, 'nia');
    await visitor.getByRole('heading', { name: 'Inbox' }).waitFor();
    await visitor.getByText('Nia <b>New</b>').first().waitFor();
    await visitor.getByRole('button', { name: /Account of/ }).click();
    await visitor.getByRole('menuitem', { name: 'Sign out' }).click();
    await visitor.getByRole('button', { name: 'Yes, sign me out' }).click();
    await visitor.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('an owner connects a SAML provider by its metadata, tries it, and people sign in by it', async () => {
    const page = await settings();
    await page.getByRole('button', { name: 'Connect a SAML provider' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: false }).first().fill('Acme SAML');
    await dialog.getByLabel('Metadata as XML').fill('<a/>');
    await dialog.getByRole('button', { name: 'Read metadata' }).click();
    await dialog.getByText('It describes no SAML 2.0 identity provider').waitFor();
    await dialog.getByLabel('Metadata as XML').fill('');
    await dialog.getByLabel('Metadata URL of the provider').fill(saml.metadataUrl);
    await dialog.getByRole('button', { name: 'Read metadata' }).click();
    await dialog.getByText('CN=Orkestra').waitFor();
    await dialog.getByRole('switch', { name: /^Let people in/ }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const card = page.getByRole('listitem', { name: 'Acme SAML' });
    await card.waitFor();
    saml.acsUrl = await copied(page, 'ACS URL');
    await proveDomain(page, 'saml.test', 'Acme SAML');

    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Test Acme SAML' }).click();
    await page.getByRole('heading', { name: 'What the test has shown' }).waitFor();
    await page.getByText('Nia New (nia@saml.test)').waitFor();
    await turnOn(card);

    const visitor = await leadThere('nia@saml.test', 'Acme SAML');
    await visitor.getByRole('heading', { name: 'Inbox' }).waitFor();
    await visitor.getByText('Nia New').first().waitFor();

    const directory = new URL(saml.entityId).origin;
    await visitor.goto(`${directory}/portal`);
    const destination = saml.acsUrl.replace(/acs$/, 'slo');
    const facts = logoutFacts({ issuer: saml.entityId, destination, subject: 'sub-of-nia' });
    await visitor.evaluate(submitForm(destination, encoded(signedLogout(logoutRequest(facts), saml.pair))));
    await visitor.waitForURL(`${directory}/logout`);
    await visitor.goto(system.url('gateway'));
    await visitor.getByLabel('E-mail').waitFor();
  });

  test('our key is rolled over, and what the provider says otherwise is shown before it counts', async () => {
    const page = await settings();
    const card = page.getByRole('listitem', { name: 'Acme SAML' });
    const keys = card.getByRole('list', { name: 'Own certificates of Acme SAML' });
    await keys.getByText('In use').waitFor();
    const [first = ''] = await keys.locator('code').allInnerTexts();
    await card.getByRole('button', { name: 'Roll over the key (Acme SAML)' }).click();
    await page.getByRole('dialog', { name: 'Roll over our key?' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add a key' }).click();
    await keys.getByText('Takes its place').waitFor();
    const [, second = ''] = await keys.locator('code').allInnerTexts();
    expect(await namedByOurMetadata(page)).toBe(2);
    await card.getByRole('button', { name: 'Finish the rollover (Acme SAML)' }).click();
    await page.getByRole('button', { name: 'Delete the old key' }).click();
    await keys.getByText('Takes its place').waitFor({ state: 'detached' });
    expect(await keys.locator('code').allInnerTexts()).toEqual([second]);
    expect(second).not.toBe(first);
    expect(await namedByOurMetadata(page)).toBe(1);

    const again = card.getByRole('button', { name: 'Read its metadata again (Acme SAML)' });
    const dialog = page.getByRole('dialog', { name: 'The provider’s metadata' });
    await again.click();
    await dialog.getByText('There is nothing to save').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Back' }).click();
    const old = saml.certificate;
    await saml.changeKey();
    await again.click();
    await dialog.getByText('Comes', { exact: true }).waitFor();
    await dialog.getByText('Goes', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const [stored] = await system.rows<{ pem: string }>(
      `SELECT config -> 'certificates' ->> 0 AS pem FROM sso_connections WHERE kind = 'saml'`,
    );
    expect([old, saml.certificate].map((pem) => pem.trim() === stored?.pem.trim())).toEqual([false, true]);
    const visitor = await leadThere('nia@saml.test', 'Acme SAML');
    await visitor.getByRole('heading', { name: 'Inbox' }).waitFor();

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  });

  test('who is not let in reads why, and nothing that an address says', async () => {
    const page = await browser.open(system.url('gateway'));
    await page.goto(`${system.url('gateway')}/sign-in?sso_error=sso.domain_unverified&ref=x`);
    await page.getByRole('alert').getByText('does not speak for the domain').waitFor();
    await page.goto(`${system.url('gateway')}/sign-in?sso_error=call+555&ref=%3Cb%3E`);
    const text = await page.getByRole('alert').innerText();
    expect(text).toBe('The sign-in by your directory did not work. Try again.');
  });
});

/** What the portal of the provider does when somebody signs out there. */
function submitForm(action: string, request: string): string {
  return `{
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '${action}' });
    form.innerHTML = '<input name="SAMLRequest" value="${request}">';
    document.body.append(form);
    form.submit();
  }`;
}
