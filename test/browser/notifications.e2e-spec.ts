import { type ApiClient, createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const approval = { payload: { amount: 1 } };
const FOR_SAM = { user: 'sam@demo.test' };

describeInBrowser('Notifications, in a browser', (browser) => {
  let mail: Inbox;
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
    bot = system.agent('demo');
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  test('the bell counts what comes while one looks, leads to the task, and is read everywhere at once', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    const elsewhere = await signedIn(browser, system, 'sam@demo.test');
    await page.getByRole('button', { name: 'Notifications, none unread' }).waitFor();
    await createTask(bot, { title: 'Pay the invoice', assignTo: FOR_SAM, approval });
    await createTask(bot, { title: 'Second invoice', assignTo: FOR_SAM, approval });
    const bell = page.getByRole('button', { name: 'Notifications, 2 unread' });
    await bell.waitFor();
    await elsewhere.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor();

    await bell.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Notifications' });
    await panel.getByRole('list', { name: 'Notifications' }).getByText('Pay the invoice').waitFor();
    expect(await panel.getByText('asks for your approval').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await bell.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await panel.getByRole('link', { name: 'Second invoice' }).click();
    await page.getByRole('heading', { name: 'Second invoice' }).waitFor();
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
    await elsewhere.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    const other = elsewhere.getByRole('dialog', { name: 'Notifications' });
    await other.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('button', { name: 'Notifications, none unread' }).waitFor();
    await other.getByRole('button', { name: 'Mark as unread: Pay the invoice' }).click();
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
    await other.getByRole('switch', { name: 'Only unread' }).click({ force: true });
    await eventually(async () => (await other.getByRole('listitem').count()) === 1);
  });

  test('one chooses how one is told, and the link in the mail turns it off', async () => {
    const page = await signedIn(browser, system, 'lee@demo.test');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Notifications' }).click();
    await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor();
    await page.getByLabel('E-mail: wait so many minutes').fill('0');
    await page.getByLabel('Somebody comments on a task of mine: E-mail').selectOption('DAILY');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is saved.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    expect(await page.getByLabel('Somebody comments on a task of mine: E-mail').inputValue()).toBe('DAILY');

    const forLee = { assignTo: { user: 'lee@demo.test' }, approval };
    await createTask(bot, { title: 'By mail, please', ...forLee });
    const sent = await eventually(() => mail.mails.find(({ text }) => text.includes('By mail, please')));
    const link = /https?:\/\/[^"\s>]*unsubscribe\?token=[\w-]+/.exec(sent.text)?.[0] ?? '';
    const opened = await browser.open(link.replace(/^https?:\/\/[^/]+/, system.url('gateway')));
    expect((await fetch(opened.url().replace(/token=./, 'token=_'))).status).toBe(404);
    const button = opened.getByRole('button', { name: 'No more mails of this kind' });
    await button.waitFor();
    // Whoever only opens the link, such as a scanner, changes nothing.
    await page.reload();
    const choice = page.getByLabel('An approval is asked of me: E-mail');
    expect(await choice.inputValue()).toBe('ON');
    await button.click();
    await opened.getByText('You get no more mails of this kind.').waitFor();
    await page.reload();
    await eventually(async () => (await choice.inputValue()) === 'OFF');

    // A mailbox does the same by itself, with no page around it.
    await choice.selectOption('ON');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is saved.').first().waitFor();
    const oneClick = await fetch(opened.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    await page.reload();
    await eventually(async () => (await choice.inputValue()) === 'OFF');
  });

  test('what administrators lock nobody changes, and what could not be sent is shown and tried again', async () => {
    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.goto(`${system.url('gateway')}/notifications`);
    const everybody = ada.getByRole('region', { name: 'For everybody in the workspace' });
    await everybody.getByLabel('A task is given to me: E-mail', { exact: true }).selectOption('OFF');
    await everybody.getByLabel('Locked: A task is given to me, E-mail').check();
    await everybody.getByRole('button', { name: 'Save' }).click();
    await ada.getByText('The defaults are saved.').first().waitFor();
    const sam = await signedIn(browser, system, 'sam@demo.test');
    await sam.goto(`${system.url('gateway')}/notifications`);
    const mine = sam.getByLabel('A task is given to me: E-mail', { exact: true });
    await mine.waitFor();
    expect(await mine.isDisabled()).toBe(true);
    expect(await mine.inputValue()).toBe('OFF');
    expect(await sam.getByRole('region', { name: 'Delivery log' }).count()).toBe(0);

    mail.refuse(550);
    const max = await system.person('max@demo.test');
    await max.graphql(
      'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
      { input: { preferences: [{ kind: 'APPROVAL_ASKED', channel: 'email', mode: 'ON', delaySeconds: 0 }] } },
    );
    await createTask(bot, { title: 'Refused', assignTo: { user: 'max@demo.test' }, approval });
    await eventually(async () => {
      const [row] = await system.rows(`SELECT FROM notification_deliveries WHERE status = 'dead'`);
      return row !== undefined;
    });
    mail.refuse(undefined);
    await ada.reload();
    const failed = ada.getByRole('region', { name: 'Delivery log' });
    await failed.getByText('The mail server refuses it for good (SMTP 550).').waitFor();
    await failed.getByRole('button', { name: /^Try again: .+, E-mail, Refused$/ }).click();
    await failed.getByText('Nothing was given up.').waitFor();
    await eventually(() => mail.mails.find(({ text }) => text.includes('Refused')));
  });
});
