import type { Page } from 'playwright-core';
import { startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { freePort } from '../harness/servers/ports';
import { type NameServer, startNameServer } from '../harness/sso/name-server';
import { type OidcServer, startOidcServer } from '../harness/sso/oidc-server';

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
  let idp: OidcServer | undefined;

  beforeAll(async () => {
    names = await startNameServer();
    const env = { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1', DNS_SERVERS: names.address };
    system = await startSystem({ processes: ['gateway'], env });
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.close();
    await names?.close();
  });

  test('an owner connects a directory, proves the domain, tries it, and people sign in by it and out', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/sign-in`);
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
    idp = await startOidcServer(port, [
      {
        clientId: 'orkestra',
        clientSecret: SECRET,
        redirectUri: await copied(page, 'Redirect URI'),
        postLogoutRedirectUri: await copied(page, 'Post-logout redirect URI'),
        backchannelLogoutUri: await copied(page, 'Back-channel logout URI'),
      },
    ]);
    idp.people.set('nia', { email: 'nia@demo.test', name: 'Nia <b>New</b>', groups: ['eng'] });

    await page.getByRole('textbox', { name: 'Domain' }).fill('demo.test');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const domain = page.getByRole('listitem', { name: 'demo.test' });
    await domain.getByRole('button', { name: 'Verify demo.test' }).click();
    await domain.getByRole('alert').getByText('There is no TXT record').waitFor();
    const [record = '', proof = ''] = await domain.locator('code').allInnerTexts();
    names.texts.set(record, [proof]);
    await domain.getByRole('button', { name: 'Verify demo.test' }).click();
    await domain.getByText('Verified', { exact: true }).waitFor();
    await domain.getByRole('combobox', { name: 'Speaks for it' }).click();
    await page.getByRole('option', { name: 'Acme Login' }).click();

    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Test Acme Login' }).click();
    await signInThere(page, 'nia');
    await page.getByRole('heading', { name: 'What the test has shown' }).waitFor();
    await page.getByText('Nia <b>New</b> (nia@demo.test)').waitFor();
    await page.getByText('Would come in for the first time').waitFor();
    await card.getByRole('switch').press('Space');
    await card.getByRole('switch', { checked: true }).waitFor();

    const visitor = await browser.open(system.url('gateway'));
    await visitor.getByLabel('E-mail').fill('nia@demo.test');
    await visitor.keyboard.press('Tab');
    await visitor.getByRole('link', { name: 'Continue with Acme Login' }).click();
    await signInThere(visitor, 'nia');
    await visitor.getByRole('heading', { name: 'Inbox' }).waitFor();
    await visitor.getByText('Nia <b>New</b>').first().waitFor();
    await visitor.getByRole('button', { name: /Account of/ }).click();
    await visitor.getByRole('menuitem', { name: 'Sign out' }).click();
    await visitor.getByRole('button', { name: 'Yes, sign me out' }).click();
    await visitor.getByRole('heading', { name: 'Sign in' }).waitFor();
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
