import type { Page } from 'playwright-core';
import {
  type ApiClient,
  createTask,
  eventually,
  readTaskPage,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const FOR_SAM = { user: 'sam@demo.test' };
const approval = { payload: { amount: 40, currency: 'EUR', reason: '<b>Late</b>' } };

describeInBrowser('Answers by links in mails, in a browser', (browser) => {
  let mail: Inbox;
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
    bot = system.agent('demo');
    const sam = await system.person('sam@demo.test');
    await sam.graphql(
      'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
      {
        input: {
          preferences: ['APPROVAL_ASKED', 'ASSIGNED'].map((kind) => ({
            ...{ kind, channel: 'email', mode: 'ON', delaySeconds: 0 },
          })),
        },
      },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  /** The links of the mail about the task, as the gateway of the test has them. */
  async function linksOf(title: string): Promise<string[]> {
    const sent = await eventually(() => mail.mails.find(({ text }) => text.includes(title)));
    const html = sent.text.slice(sent.text.indexOf('<html'));
    const found = [...html.matchAll(/href="([^"]*answers\?[^"]*)"/g)].map(([, url = '']) => url);
    return found.map((url) =>
      url
        .replace(/^https?:\/\/[^/]+/, system.url('gateway'))
        .replaceAll('&amp;', '&')
        .replaceAll('&#38;', '&'),
    );
  }

  async function asked(title: string): Promise<{ id: string; approve: string; reject: string }> {
    const id = await createTask(bot, { title, assignTo: FOR_SAM, approval });
    const [approve = '', reject = ''] = await linksOf(title);
    expect(approve).toContain('do=approve');
    expect(reject).toContain('do=reject');
    return { id, approve, reject };
  }

  const stateOf = async (id: string) => {
    const { status, outcome, outcomeReason } = await readTaskPage(bot, id);
    return { status, outcome, outcomeReason };
  };
  const open = { status: 'RESERVED', outcome: null, outcomeReason: null };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  test('a scanner changes nothing; the person sees what is asked, approves by one press, and once', async () => {
    const { id, approve } = await asked('Refund for Ann');
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(approve, { method });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(await stateOf(id)).toEqual(open);
    const page = await browser.open(approve);
    await page.getByRole('heading', { name: 'Refund for Ann' }).waitFor();
    expect(await page.getByText('<b>Late</b>').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await accessibilityProblems(page)).toEqual([]);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
    await press(page, 'Approve');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: 'COMPLETED', outcome: 'APPROVED' });
    const again = await browser.open(approve);
    await again.getByRole('heading', { name: 'It is decided already' }).waitFor();
    await again.getByText('It was approved by you').waitFor();
    const [decision] = await system.rows('SELECT channel FROM task_decisions WHERE task_id = $1', [id]);
    expect(decision).toEqual({ channel: 'email' });
  });

  test('a rejection wants a reason, by the keyboard too', async () => {
    const { id, reject } = await asked('Refund for Ben');
    const page = await browser.open(reject);
    const buttons = page.getByRole('button');
    expect(await buttons.allInnerTexts()).toEqual(['Reject', 'Approve']);
    await press(page, 'Reject');
    expect(await stateOf(id)).toEqual(open);
    // Without the browser's own check the server says it, and keeps what was written.
    const answer = await fetch(reject, { method: 'POST', body: new URLSearchParams({ action: 'reject' }) });
    expect(answer.status).toBe(422);
    await page.getByLabel('Reason for rejecting').focus();
    await page.keyboard.type('Too late');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await stateOf(id)).toEqual({
      status: 'COMPLETED',
      outcome: 'REJECTED',
      outcomeReason: 'Too late',
    });
  });

  test('twice at the same time is once, and a foreign page cannot post it', async () => {
    const { id, approve } = await asked('Refund for Cid');
    const foreign = await fetch(approve, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ action: 'approve' }),
    });
    expect(foreign.status).toBe(403);
    const post = () => fetch(approve, { method: 'POST', body: new URLSearchParams({ action: 'approve' }) });
    const answers = await Promise.all([post(), post(), post()]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await system.rows('SELECT FROM task_decisions WHERE task_id = $1', [id])).toHaveLength(1);
  });

  test('is dead once the task has changed, or is in other hands', async () => {
    const { id, approve } = await asked('Refund for Dan');
    const page = await browser.open(approve);
    const ada = await system.person('ada@demo.test');
    await run(ada, 'assignTask', { taskId: id, to: { user: 'lee@demo.test' } });
    await press(page, 'Approve');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('heading', { name: 'Thank you' }).count()).toBe(0);
    expect(await stateOf(id)).toEqual(open);
  });

  test('a short form is filled in without the app, and what is wrong is said beside the field', async () => {
    const title = 'Which size?';
    const form = {
      size: {
        type: 'radio',
        required: true,
        options: [
          { value: 's', label: 'Small' },
          { value: 'l', label: 'Large' },
        ],
      },
      pieces: { type: 'integer', required: true, validation: { min: 1 }, helpText: 'At least one' },
      note: { type: 'textarea' },
    };
    const id = await createTask(bot, { title, assignTo: FOR_SAM, form });
    const [link = ''] = await linksOf(title);
    const page = await browser.open(link);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Large').check();
    await page.getByLabel('Pieces').fill('0');
    await press(page, 'Send the answer');
    await page.getByRole('alert').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByLabel('Large').isChecked()).toBe(true);
    await page.getByLabel('Pieces').fill('3');
    await press(page, 'Send the answer');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const [row] = await system.rows(`SELECT body FROM task_payloads WHERE task_id = $1 AND kind = 'result'`, [
      id,
    ]);
    expect(row).toEqual({ body: { size: 'l', pieces: 3 } });
  });
});
