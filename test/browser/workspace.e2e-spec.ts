import { readFile } from 'node:fs/promises';
import { type ApiClient, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('The workspace page', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  test('an owner renames, exports, deletes and keeps the workspace', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.getByRole('link', { name: 'Workspace', exact: true }).click();
    const name = page.getByRole('textbox', { name: 'Name of the workspace' });
    await name.waitFor();
    await page.getByText('Open tasks: 0 of').waitFor();

    await name.fill('Fischer & Sons');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Mars/Olympus');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save identity' }).click();
    await page.getByText('Is no time zone such as Europe/Berlin.').waitFor();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save identity' }).click();
    await page.getByRole('note').getByText('The workspace is saved.').waitFor();
    await page.getByTitle('Fischer & Sons').waitFor();

    const PNG =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const picture = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') };
    await page.locator('input[type=file]').setInputFiles(picture);
    await page.getByRole('img', { name: 'Logo of Fischer & Sons' }).waitFor();
    await page.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('<svg/>') });
    await page.getByText('is no picture in PNG, JPEG or WebP').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    const zip = await readFile(await (await download).path());
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(zip.includes('tables/users.jsonl')).toBe(true);
    expect(zip.includes('manifest.json')).toBe(true);
    await page.getByRole('status').getByText('Complete:').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.getByRole('button', { name: 'Delete the workspace' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Type demo to go on' }).fill('dem');
    expect(await dialog.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Type demo to go on' }).fill('demo');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('dialog', { name: 'Really delete Fischer & Sons?' }).waitFor();
    await expect(bot.graphql('{ viewer { id } }')).resolves.toBeDefined();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the workspace' }).click();
    await page.getByText('Everything in this workspace will be deleted on').waitFor();
    await expect(bot.graphql('{ viewer { id } }')).rejects.toMatchObject({
      errors: [{ extensions: { reason: 'tenant.deleting' } }],
    });

    await page.getByRole('button', { name: 'Keep the workspace' }).click();
    await page.getByText('The workspace stays.').waitFor();
    await expect(bot.graphql('{ viewer { id } }')).resolves.toBeDefined();
  });

  test('only admins read exports, and only those of their own workspace', async () => {
    for (const email of ['sam@demo.test', 'olga@other.test']) {
      const response = await (await system.person(email)).request('/api/v1/tenant/export');
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'auth.role_forbids' }]);
    }
    const agent = await bot.request('/api/v1/tenant/export');
    expect([agent.status, await agent.json()]).toMatchObject([403, { code: 'auth.people_only' }]);
    expect((await system.anonymous().request('/api/v1/tenant/export')).status).toBe(401);
  });
});
