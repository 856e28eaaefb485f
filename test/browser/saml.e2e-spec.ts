import type { Page } from 'playwright-core';
import { startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { freePort } from '../harness/servers/ports';
import { encoded, logoutFacts, logoutRequest, signedLogout } from '../harness/sso/crooked-logout';
import { type NameServer, startNameServer } from '../harness/sso/name-server';
import { type SamlServer, startSamlServer } from '../harness/sso/saml-server';

const copied = async (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd//code')
    .innerText();

describeInBrowser('SAML in a browser', (browser) => {
  let system: TestSystem;
  let names: NameServer;
  let idp: SamlServer;

  beforeAll(async () => {
    names = await startNameServer();
    // By another name than the gateway: for a browser its forms come from another site, without cookies.
    idp = await startSamlServer(await freePort(), 'localhost');
    idp.current = { id: 'sub-of-nia', email: 'nia@demo.test', name: 'Nia New' };
    const env = { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1,::1', DNS_SERVERS: names.address };
    system = await startSystem({ processes: ['gateway'], env });
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.close();
    await names?.close();
  });

  test('an owner connects a provider by its metadata, tries it, and people sign in by it', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/sign-in`);
    await page.getByRole('button', { name: 'Connect a SAML provider' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: false }).first().fill('Acme SAML');
    await dialog.getByLabel('Metadata as XML').fill('<a/>');
    await dialog.getByRole('button', { name: 'Read metadata' }).click();
    await dialog.getByText('It describes no SAML 2.0 identity provider').waitFor();
    await dialog.getByLabel('Metadata as XML').fill('');
    await dialog.getByLabel('Metadata URL of the provider').fill(idp.metadataUrl);
    await dialog.getByRole('button', { name: 'Read metadata' }).click();
    await dialog.getByText('CN=Orkestra').waitFor();
    await dialog.getByRole('switch', { name: /^Let people in/ }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const card = page.getByRole('listitem', { name: 'Acme SAML' });
    await card.waitFor();
    idp.acsUrl = await copied(page, 'ACS URL');

    await page.getByRole('textbox', { name: 'Domain' }).fill('demo.test');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const domain = page.getByRole('listitem', { name: 'demo.test' });
    await domain.locator('code').first().waitFor();
    const [record = '', proof = ''] = await domain.locator('code').allInnerTexts();
    names.texts.set(record, [proof]);
    await domain.getByRole('button', { name: 'Verify demo.test' }).click();
    await domain.getByText('Verified', { exact: true }).waitFor();
    await domain.getByRole('combobox', { name: 'Speaks for it' }).click();
    await page.getByRole('option', { name: 'Acme SAML' }).click();

    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Test Acme SAML' }).click();
    await page.getByRole('heading', { name: 'What the test has shown' }).waitFor();
    await page.getByText('Nia New (nia@demo.test)').waitFor();
    await card.getByRole('switch').press('Space');
    await card.getByRole('switch', { checked: true }).waitFor();

    const visitor = await browser.open(system.url('gateway'));
    await visitor.getByLabel('E-mail').fill('nia@demo.test');
    await visitor.keyboard.press('Tab');
    await visitor.getByRole('link', { name: 'Continue with Acme SAML' }).click();
    await visitor.getByRole('heading', { name: 'Inbox' }).waitFor();
    await visitor.getByText('Nia New').first().waitFor();

    const directory = new URL(idp.entityId).origin;
    await visitor.goto(`${directory}/portal`);
    const destination = idp.acsUrl.replace(/acs$/, 'slo');
    const facts = logoutFacts({ issuer: idp.entityId, destination, subject: 'sub-of-nia' });
    await visitor.evaluate(submitForm(destination, encoded(signedLogout(logoutRequest(facts), idp.pair))));
    await visitor.waitForURL(`${directory}/logout`);
    await visitor.goto(system.url('gateway'));
    await visitor.getByLabel('E-mail').waitFor();
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
