import { startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';

describeInBrowser('Provisioning by a directory, in a browser', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  const scim = (token: string, path: string, init: RequestInit = {}) =>
    fetch(`${system.url('gateway')}/scim/v2/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    });

  test('an owner connects one, it brings somebody in, its token is rotated, and it is ended', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/sign-in`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Connect a directory' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Okta');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('dialog', { name: 'Put these into the directory' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const shown = async () => (await dialog.getByLabel('Token', { exact: true }).textContent()) ?? '';
    const first = await shown();
    const known = async () => {
      await dialog.getByRole('checkbox').check();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await known();

    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
    const user = { schemas, userName: 'new@demo.test', displayName: 'Nora New', active: true };
    const made = await scim(first, 'Users', { method: 'POST', body: JSON.stringify(user) });
    expect(made.status).toBe(201);

    const card = page.getByRole('region', { name: 'Okta' });
    await card.getByRole('button', { name: 'Rotate the token' }).click();
    await dialog.getByRole('combobox', { name: 'The old token works on for' }).click();
    await page.getByRole('option', { name: 'Not at all' }).click();
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog', { name: 'Put these into the directory' }).waitFor();
    const second = await shown();
    expect(second).not.toBe(first);
    await known();
    expect((await scim(first, 'Users')).status).toBe(401);
    expect((await scim(second, 'Users')).status).toBe(200);
    await card.getByText('1 person, owners too; 0 groups').waitFor();

    await page.goto(`${system.url('gateway')}/workspace/people`);
    await page.getByText('Nora New').waitFor();
    await page.goto(`${system.url('gateway')}/workspace/sign-in`);
    await card.getByRole('button', { name: 'End', exact: true }).click();
    await dialog.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('No directory provisions people here.').waitFor();
    expect((await scim(second, 'Users')).status).toBe(401);
  });
});
