import type { Page } from 'playwright-core';
import {
  type ApiClient,
  complete,
  createTask,
  eventually,
  readTaskPage,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const PASSWORD = 'violet tram under nine bells';

describeInBrowser('People and groups in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const settings = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('link', { name: 'Workspace', exact: true }).click();
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click();
    await heading(page, name);
  };

  test('an admin reaches every page of the settings from each, an operator none', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.getByRole('link', { name: 'Workspace', exact: true }).click();
    const links = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
    for (const name of ['People', 'Groups', 'API keys', 'Sign-in', 'Privacy', 'Audit log']) {
      await links.filter({ hasText: name }).click();
      await heading(page, name);
      expect(await links.and(page.locator('[aria-current=page]')).allInnerTexts()).toEqual([name]);
    }
    await links.filter({ hasText: 'General' }).click();
    await heading(page, 'Workspace settings');
    const sam = await signedIn(browser, system, 'sam@demo.test');
    for (const path of ['', '/people', '/groups', '/sign-in', '/privacy']) {
      await sam.goto(`${system.url('gateway')}/workspace${path}`);
      await heading(sam, 'Page not found');
    }
  });

  test('who is invited opens the link, chooses a password, and is in', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await settings(page, 'People');
    await press(page, 'Invite somebody');
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('E-mail address').fill('sam@demo.test');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('E-mail address').fill('nora@demo.test');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await page.getByRole('status').getByLabel('Link').inputValue();
    await page.getByRole('listitem').filter({ hasText: 'nora@demo.test' }).getByText('Invited').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const nora = await browser.open(link);
    await heading(nora, 'Welcome to Orkestra');
    await nora.getByLabel('Your name').fill('Nora Lind');
    await nora.locator('input[name=password]').fill(PASSWORD);
    await press(nora, 'Join');
    await heading(nora, 'Inbox');
    await nora.getByRole('button', { name: 'Account of Nora Lind' }).waitFor();
    const again = await browser.open(link);
    await again.getByRole('alert').getByText('does not work').waitFor();
  });

  test('who is deactivated is out within seconds, and what they held is back in the queue', async () => {
    const spec = { title: 'Held by Lee', assignTo: { group: 'support-l1' } };
    const taskId = await createTask(bot, spec);
    await run(await system.person('lee@demo.test'), 'claimTask', { taskId });
    const lee = await signedIn(browser, system, 'lee@demo.test');
    await lee.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await heading(lee, 'Held by Lee');

    const page = await signedIn(browser, system, 'ada@demo.test');
    await settings(page, 'People');
    await press(page, 'What to do about Lee Tanaka');
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deactivate Lee Tanaka?' });
    await dialog.getByText('Lee Tanaka holds 1 task; 1 goes back to').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await heading(lee, 'Sign in');
    const row = page.getByRole('listitem').filter({ hasText: 'lee@demo.test' });
    await row.getByText('Deactivated').waitFor();
    await page.getByRole('status').getByText('Lee Tanaka is deactivated.').first().waitFor();
    const ada = await system.person('ada@demo.test');
    await eventually(async () => (await readTaskPage(ada, taskId)).status === 'READY');
    expect(await readTaskPage(ada, taskId)).toMatchObject({ assignee: null, group: { key: 'support-l1' } });

    await press(page, 'What to do about Lee Tanaka');
    await page.getByRole('menuitem', { name: 'Reactivate' }).click();
    await page.getByText('Lee Tanaka is reactivated.').first().waitFor();
    await row.getByText('Deactivated').waitFor({ state: 'detached' });
  });

  test('a group is made, gets people, and hands its tasks on when it is deleted', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await settings(page, 'Groups');
    await press(page, 'New group');
    await page.getByRole('textbox', { name: 'Name' }).fill('Returns');
    await page.getByRole('textbox', { name: 'Key' }).fill('Not a key');
    await press(page, 'Create');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'Key' }).fill('returns');
    await press(page, 'Create');
    await page.getByRole('listitem').filter({ hasText: 'returns' }).waitFor();

    await press(page, 'Members (Returns)');
    const dialog = page.getByRole('dialog', { name: 'Members of Returns' });
    await dialog.getByText('Nobody is in this group yet.').waitFor();
    await dialog.getByRole('combobox', { name: 'Add somebody' }).fill('max');
    await page.getByRole('option', { name: /^Max/ }).click();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('status').getByText('is added').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Max' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();

    const taskId = await createTask(bot, { title: 'A parcel came back', assignTo: { group: 'returns' } });
    await press(page, 'Delete (Returns)');
    const question = page.getByRole('dialog', { name: 'Delete Returns?' });
    await question.getByText('1 open task refers to it.').waitFor();
    const confirm = question.getByRole('button', { name: 'Delete', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await question.getByRole('combobox', { name: 'Who gets its open tasks' }).click();
    await page.getByRole('option').first().click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await confirm.click();
    await page.getByRole('listitem').filter({ hasText: 'returns' }).waitFor({ state: 'detached' });
    const moved = await readTaskPage(await system.person('ada@demo.test'), taskId);
    expect(moved).toMatchObject({ status: 'READY' });
    expect(moved.group).not.toMatchObject({ key: 'returns' });
  });

  test('who has left is erased, and their name is gone from the history of a task', async () => {
    const spec = { title: 'Decided by Max', assignTo: { group: 'support-l2' } };
    const taskId = await createTask(bot, spec);
    const max = await system.person('max@demo.test');
    await complete(max, taskId, {}, { claim: true });
    const page = await signedIn(browser, system, 'ada@demo.test');
    const task = `${system.url('gateway')}/tasks/${taskId}`;
    await page.goto(task);
    await page.getByText('Max Novak').first().waitFor();

    await settings(page, 'People');
    await page.getByRole('link', { name: 'Max Novak' }).click();
    await heading(page, 'Max Novak');
    await page.goBack();
    await press(page, 'What to do about Max Novak');
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate', exact: true }).click();
    await page.getByText('Max Novak is deactivated.').first().waitFor();
    await page.getByRole('link', { name: 'Max Novak' }).click();
    await heading(page, 'Max Novak');
    await press(page, 'Erase Max Novak');
    const first = page.getByRole('dialog', { name: 'Erase Max Novak?' });
    const goOn = first.getByRole('button', { name: 'Go on' });
    await first.getByRole('textbox').fill('sam@demo.test');
    expect(await goOn.isDisabled()).toBe(true);
    await first.getByRole('textbox').fill('max@demo.test');
    expect(await accessibilityProblems(page)).toEqual([]);
    await goOn.click();
    const second = page.getByRole('dialog', { name: 'Really erase Max Novak?' });
    await second.getByRole('textbox', { name: 'Code' }).fill('no');
    await second.getByRole('button', { name: 'Erase for good' }).click();
    await second.getByRole('alert').getByText('the code does not belong').waitFor();
    const code = await second.getByLabel('Code of the erasure').innerText();
    await second.getByRole('textbox', { name: 'Code' }).fill(code);
    expect(await accessibilityProblems(page)).toEqual([]);
    await second.getByRole('button', { name: 'Erase for good' }).click();
    const receipt = page.getByRole('dialog', { name: 'The erasure' });
    await receipt.getByText('Gone since').waitFor();
    // It looks around when it starts.
    await system.kill('worker');
    await system.restart('worker');
    await receipt.getByText('Replaced everywhere since').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await receipt.getByRole('button', { name: 'Done' }).click();
    await heading(page, 'Erased person');

    await settings(page, 'People');
    const row = page.getByRole('listitem').filter({ hasText: 'Erased person' });
    await row.getByText('Erased', { exact: true }).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await settings(page, 'Privacy');
    await page.getByRole('radiogroup', { name: 'Which people' }).getByText('Erased').click();
    await page
      .getByRole('list', { name: 'Erased people' })
      .getByRole('button', { name: /^Receipt/ })
      .waitFor();
    await page.goto(task);
    await page.getByText('Erased person').first().waitFor();
    await page
      .getByRole('region', { name: 'History' })
      .getByText(/^Erased person/)
      .first()
      .waitFor();
    expect(await page.getByText('Max Novak').count()).toBe(0);
  });

  test('the pages of settings fit a phone', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      'workspace',
      'workspace/people',
      'workspace/groups',
      'workspace/sign-in',
      'workspace/privacy',
      'security',
    ]) {
      await page.goto(`${system.url('gateway')}/${path}`);
      await page.locator('section').first().waitFor();
      const wider = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect([path, wider]).toEqual([path, 0]);
    }
  });
});
