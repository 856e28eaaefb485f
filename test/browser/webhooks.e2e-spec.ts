import type { Page } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { answering, isSignedBy, WebhookReceiver } from '../harness/servers/webhook-receiver';

describeInBrowser('Webhooks, in a browser', (browser) => {
  let receiver: WebhookReceiver;
  let system: TestSystem;
  beforeAll(async () => {
    receiver = await WebhookReceiver.start();
    system = await startSystem({
      processes: ['gateway', 'worker'],
      env: { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' },
    });
  });
  afterAll(async () => {
    await system?.stop();
    await receiver?.close();
  });

  const openPage = async (page: Page): Promise<void> => {
    await page.goto(`${system.url('gateway')}/workspace`);
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Webhooks' }).click();
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
  };
  /** Reads the secret that is shown once, says that it is stored, and closes the dialog. */
  const takeSecret = async (page: Page): Promise<string> => {
    const dialog = page.getByRole('dialog', { name: 'The new secret' });
    await dialog.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const secret = await dialog.locator('code').innerText();
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    return secret.trim();
  };
  const wider = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  const task = { title: 'Refund', assignTo: { group: 'support-l1' }, type: 'refund' };

  test('an admin adds an endpoint, tests it, rotates its secret, and sees what is wrong', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await openPage(page);
    await page.getByText('No program is told of anything yet').waitFor();
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an endpoint' });
    const add = dialog.getByRole('button', { name: 'Add', exact: true });
    expect(await add.isDisabled()).toBe(true);
    await dialog.getByLabel('Address').fill('ftp://a.test');
    await dialog.getByLabel('Description').fill('Billing');
    await dialog.getByRole('combobox', { name: 'Events' }).fill('created');
    await page.getByRole('option', { name: /task\.created/ }).click();
    await dialog.getByRole('combobox', { name: 'Types of tasks' }).fill('refund');
    await page.keyboard.press('Enter');
    await add.click();
    await dialog.getByText('Must begin with https://').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByLabel('Address').fill(receiver.url);
    await add.click();
    const first = await takeSecret(page);
    const card = page.getByRole('listitem', { name: 'Billing' });
    await card.getByText('task.created').waitFor();
    expect(await page.content()).not.toContain(first);

    await card.getByRole('button', { name: 'Send a test: Billing' }).click();
    await card.getByText('The test has arrived. It answered 204').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Rotate the secret: Billing' }).click();
    await page
      .getByRole('dialog', { name: 'Rotate the secret?' })
      .getByRole('button', { name: 'Rotate' })
      .click();
    const second = await takeSecret(page);
    await card.getByText('signs until').waitFor();
    receiver.react = answering(500, {}, 'Out of paper');
    await card.getByRole('button', { name: 'Send a test: Billing' }).click();
    await card.getByText('The test has not arrived. It answered 500.').waitFor();
    const last = receiver.received.at(-1);
    expect([first, second].map((secret) => last && isSignedBy(secret, last))).toEqual([true, true]);
  });

  test('the log shows requests and responses, and what was given up is sent once more', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await openPage(page);
    await createTask(system.agent('demo'), task);
    await eventually(() => receiver.types.includes('task.created'));
    await page.getByRole('link', { name: 'Deliveries of Billing' }).click();
    await page.getByRole('heading', { level: 1, name: 'Deliveries' }).waitFor();
    const waiting = page.getByRole('listitem', { name: 'task.created, Waiting' });
    await eventually(async () => {
      await page.getByRole('button', { name: 'Read again' }).click();
      return (await waiting.getByText('It answered 500.').count()) > 0;
    });
    await waiting.getByRole('button', { name: 'Request and response' }).click();
    await waiting.getByText('Out of paper').waitFor();
    await waiting.getByText('"taskType": "refund"').waitFor();
    expect(await waiting.getByLabel('Body of the request').innerText()).not.toContain('Refund');
    expect(await accessibilityProblems(page)).toEqual([]);

    receiver.react = answering(200, {}, 'Thanks');
    await system.rows(
      `UPDATE webhook_deliveries SET status = 'dead', settled_at = now() WHERE status = 'pending'`,
    );
    await page.getByRole('combobox', { name: 'State' }).click();
    await page.getByRole('option', { name: 'Given up' }).click();
    await page.getByRole('listitem', { name: 'task.created, Given up' }).waitFor();
    await page.getByRole('button', { name: 'Replay what was given up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replay what was given up?' });
    await dialog.getByRole('button', { name: 'Replay', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(
      async () =>
        (await system.rows(`SELECT FROM webhook_deliveries WHERE status = 'sent' AND type = 'task.created'`))
          .length === 1,
    );
    await page.reload();
    const arrived = page.getByRole('listitem', { name: 'task.created, Arrived' });
    await arrived.getByRole('button', { name: 'Replay' }).click();
    await eventually(() => receiver.types.filter((type) => type === 'task.created').length === 3);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await wider(page)).toBe(0);
  });

  test('an endpoint that wants no more is off, its admins are told, and it can be turned on and deleted', async () => {
    receiver.react = answering(410);
    await createTask(system.agent('demo'), task);
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).getByRole('link', { name: 'Webhooks' }).click();
    const card = page.getByRole('listitem', { name: 'Billing' });
    await card.getByText('It answered 410: that it wants no more.').waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await wider(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await card.getByRole('button', { name: 'Turn on: Billing' }).click();
    await card.getByText('On', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Delete: Billing' }).click();
    await page
      .getByRole('dialog', { name: 'Delete the endpoint?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await card.waitFor({ state: 'detached' });
  });

  test('nobody else finds the page', async () => {
    const sam = await signedIn(browser, system, 'sam@demo.test');
    for (const path of ['webhooks', 'webhooks/00000000-0000-7000-8000-000000000001']) {
      await sam.goto(`${system.url('gateway')}/workspace/${path}`);
      await sam.getByRole('heading', { name: 'Page not found' }).waitFor();
    }
  });
});
