import type { Page } from 'playwright-core';
import { ApiClient, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('API keys and the audit log in a browser', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  const openFromMenu = async (page: Page, entry: string): Promise<void> => {
    await page.getByRole('button', { name: 'Account of' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await page.getByRole('heading', { level: 1, name: entry }).waitFor();
  };
  const statusOf = async (secret: string): Promise<number> => {
    const agent = new ApiClient(system.url('gateway'), { authorization: `Bearer ${secret}` });
    return (await agent.post('/graphql', { query: '{ __typename }' })).status;
  };
  /** Reads the key that is shown once, says that it is stored, and closes the dialog. */
  const takeSecret = async (page: Page): Promise<string> => {
    const dialog = page.getByRole('dialog', { name: 'The new key' });
    await dialog.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const done = dialog.getByRole('button', { name: 'Done' });
    expect(await done.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    const secret = await dialog.locator('code').innerText();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByRole('button', { name: 'Copied' }).waitFor();
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check();
    await done.click();
    await dialog.waitFor({ state: 'detached' });
    return secret.trim();
  };

  test('an admin makes a key, rotates and revokes it, and reads of it in the audit log', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await openFromMenu(page, 'API keys');
    await page.getByRole('button', { name: 'Create a key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create a key' });
    const create = dialog.getByRole('button', { name: 'Create' });
    await dialog.getByLabel('Name').fill('Nightly reports');
    await dialog.getByLabel('Program').fill('reporter');
    expect(await create.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'tasks:read' }).check();
    await dialog.getByLabel('Only from these addresses').fill('127.0.0.1\nnowhere');
    expect(await accessibilityProblems(page)).toEqual([]);
    await create.click();
    await dialog.getByText('"nowhere" is no address').first().waitFor();
    await dialog.getByLabel('Only from these addresses').fill('127.0.0.1');
    await create.click();
    const secret = await takeSecret(page);
    expect(await statusOf(secret)).toBe(200);

    const row = page.getByRole('listitem', { name: 'Nightly reports' });
    await row.getByText('Active').waitFor();
    await row.getByText('127.0.0.1').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await accessibilityProblems(page)).toEqual([]);

    await row.getByRole('button', { name: 'Rotate' }).click();
    await page
      .getByRole('dialog', { name: 'Rotate the key?' })
      .getByRole('button', { name: 'Rotate' })
      .click();
    const next = await takeSecret(page);
    expect(next).not.toBe(secret);
    expect([await statusOf(secret), await statusOf(next)]).toEqual([200, 200]);
    const old = row.filter({ hasText: 'Rotated' });
    await old.waitFor();
    await old.getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByRole('dialog', { name: 'Revoke the key?' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await old.waitFor({ state: 'detached' });
    expect([await statusOf(secret), await statusOf(next)]).toEqual([401, 200]);

    await page.getByLabel('Which keys').getByText('Ended').click();
    await page.getByRole('list', { name: 'Ended keys' }).getByText('Revoked').first().waitFor();
    await row.getByRole('link', { name: 'Audit log' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
    const log = page.getByRole('list', { name: 'What was done' });
    for (const action of ['Key created', 'Key rotated', 'Key revoked', 'Key refused'])
      await log.getByText(action).waitFor();
    expect(await log.getByRole('listitem').count()).toBe(4);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: 'About' }).click();
    await page.getByRole('option', { name: 'Key' }).click();
    await page.getByLabel('Until').fill('2020-01-01');
    await page.getByText('Nothing of this kind was done.').waitFor();
  });

  test('an operator finds neither, and an auditor the log alone; it all fits a phone', async () => {
    const sam = await signedIn(browser, system, 'sam@demo.test');
    await sam.getByRole('button', { name: 'Account of' }).click();
    await sam.getByRole('menuitem', { name: 'Out of office' }).waitFor();
    expect(await sam.getByRole('menuitem', { name: /API keys|Audit log/ }).count()).toBe(0);
    for (const path of ['keys', 'audit']) {
      await sam.goto(`${system.url('gateway')}/workspace/${path}`);
      await sam.getByRole('heading', { name: 'Page not found' }).waitFor();
    }
    await system.rows(`UPDATE users SET role = 'auditor' WHERE email = 'lee@demo.test'`);
    const lee = await signedIn(browser, system, 'lee@demo.test');
    await lee.setViewportSize({ width: 320, height: 640 });
    await openFromMenu(lee, 'Audit log');
    await lee.getByRole('list', { name: 'What was done' }).waitFor();
    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.setViewportSize({ width: 320, height: 640 });
    await openFromMenu(ada, 'API keys');
    await ada.getByRole('list', { name: 'Keys in use' }).waitFor();
    const wider = (page: Page) =>
      page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([await wider(lee), await wider(ada)]).toEqual([0, 0]);
  });
});
