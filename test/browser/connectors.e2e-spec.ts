import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type SmsGateway, startSmsGateway } from '../harness/servers/sms-gateway';
import { BOT_TOKEN, TelegramServer } from '../harness/servers/telegram-server';

const GUIDE = join(__dirname, '../../docs/guides/connectors.md');
const NUMBER = '+49 170 1234567';

/** The connector as the guide has it, whole. */
function connectorOfGuide(): string {
  const found = /```js title="sms.mjs"\n([\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8'))?.[1];
  if (found === undefined) throw new Error('The guide shows no sms.mjs');
  return found;
}

describeInBrowser('Connectors, in a browser', (browser) => {
  let folder: string;
  let telegram: TelegramServer;
  let sms: SmsGateway;
  let system: TestSystem;
  beforeAll(async () => {
    telegram = await TelegramServer.start();
    sms = await startSmsGateway();
    folder = mkdtempSync(join(tmpdir(), 'orkestra-connectors-'));
    const file = join(folder, 'sms.mjs');
    writeFileSync(file, connectorOfGuide());
    system = await startSystem({
      env: {
        TELEGRAM_BOT_TOKEN: BOT_TOKEN,
        TELEGRAM_URL: telegram.url,
        OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
        NOTIFICATION_CHANNELS: file,
        SMS_URL: sms.url,
        SMS_TOKEN: sms.token,
      },
    });
  });
  afterAll(async () => {
    await system?.stop();
    await telegram?.close();
    await sms?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(email: string): Promise<Page> {
    const page = await signedIn(browser, system, email);
    await page.goto(`${system.url('gateway')}/notifications`);
    await page.getByRole('region', { name: 'Connected accounts and devices' }).waitFor();
    return page;
  }
  const connected = (page: Page) => page.getByRole('list', { name: 'Connected accounts and devices' });
  async function askNow(email: string, title: string, channel: string): Promise<string> {
    const id = await createTask(system.agent('demo'), {
      title,
      assignTo: { user: email },
      approval: { payload: { amount: 1 } },
    });
    await eventually(async () => {
      const rows = await system.rows(
        `UPDATE notification_deliveries SET available_at = now() WHERE status = 'pending' AND channel = '${channel}' RETURNING id`,
      );
      return rows.length > 0;
    });
    return id;
  }

  test('the code that a person sends by Telegram connects them, and the bot tells them what happens', async () => {
    const page = await open('sam@demo.test');
    await page.getByRole('button', { name: 'Connect Telegram' }).click();
    const group = page.getByRole('group', { name: 'Connect Telegram' });
    const link = await group.getByRole('link', { name: 'Open Telegram' }).getAttribute('href');
    const code = /^https:\/\/t\.me\/orkestra_bot\?start=(\w+)$/.exec(link ?? '')?.[1] ?? '';
    await group.getByText(code, { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    telegram.write(7, `/start ${code}`);
    await connected(page).getByText('@user7').waitFor();
    await page.getByRole('button', { name: 'Connect Telegram' }).waitFor();
    const id = await askNow('sam@demo.test', 'Pay the invoice', 'telegram');
    const message = await eventually(() =>
      telegram.sent.find(({ text }) => text.includes('Pay the invoice')),
    );
    expect(message.button?.url).toMatch(new RegExp(`^http://.*/tasks/${id}$`));

    await page.getByRole('button', { name: 'Disconnect @user7, Telegram' }).click();
    await page.getByText('You have connected nothing.').waitFor();
    expect(telegram.refused).toEqual([]);
  });

  test('the connector of the guide is loaded, asks for a number, and sends', async () => {
    const page = await open('lee@demo.test');
    const field = page.getByLabel('Account at SMS');
    await field.fill('17');
    await page.getByRole('button', { name: 'Send a code by SMS' }).click();
    await page.getByText('Write the number as').waitFor();
    await field.fill(NUMBER);
    await page.getByRole('button', { name: 'Send a code by SMS' }).click();
    const typed = page.getByLabel('Code that came by SMS');
    await typed.fill('000000x');
    await page.getByRole('button', { name: 'Connect SMS' }).click();
    await page.getByText('This is not the code').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const [first] = sms.sent;
    expect(first?.to).toBe('+491701234567');
    await typed.fill(/^\d{6}/.exec(first?.text ?? '')?.[0] ?? '');
    await page.getByRole('button', { name: 'Connect SMS' }).click();
    await connected(page).getByText('+491701234567').waitFor();

    const id = await askNow('lee@demo.test', 'Secret', 'sms');
    const message = await eventually(() => sms.sent.find(({ text }) => text.includes(id)));
    expect(message.text).toMatch(/^Demo Company: An approval is asked of you http:\S+$/);
  });
});
