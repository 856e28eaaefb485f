import type { Page } from 'playwright-core';
import {
  type ApiClient,
  createTask,
  eventually,
  readTaskPage,
  startSystem,
  type TestSystem,
} from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { connect } from '../mcp/mcp-client';
import { orderLines, pictured } from '../harness/browser/desk-data';

const IN_L1 = { group: 'support-l1' };
const FORM = { answer: { type: 'textarea', label: 'Answer', required: true } };

const LETTER =
  'Good morning. I ordered a tent, a stove and three sleeping bags for our school trip at the end of March. ' +
  'The stove came yesterday, the tent has been with the carrier for nine days, and the bags are on no list at all. ' +
  'We leave on Friday. Please tell me which of it comes in time, and refund what does not. ';

describeInBrowser('The page of a task as a desk', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  let ada: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    bot = system.agent('demo');
    ada = await system.person('ada@demo.test');
  });
  afterAll(() => system?.stop());

  const heading = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title });
  const openFromList = async (page: Page, type: string, title: string): Promise<void> => {
    await page.goto(`${system.url('gateway')}/inbox?type=${type}&sort=CREATED_ASC`);
    await page.getByRole('link', { name: title }).click();
    await heading(page, title).waitFor();
  };
  const focusedLabel = (page: Page) =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
  const isIn = (page: Page, tag: string) =>
    page.evaluate<boolean>(`document.activeElement.tagName === '${tag}'`);
  /** Keys that come too soon decide nothing: pressed until one is taken. */
  const pressUntil = (page: Page, key: string, taken: () => Promise<boolean>) =>
    eventually(async () => {
      await page.keyboard.press(key);
      return taken();
    });
  const shows = (page: Page, title: string) => () => heading(page, title).isVisible();

  test('goes through a list by keys: claim, answer, complete, on to the next one', async () => {
    const ids: string[] = [];
    for (const title of ['Flow one', 'Flow two', 'Flow three']) {
      ids.push(
        await createTask(bot, { title, type: 'flow', assignTo: IN_L1, form: FORM, context: { title } }),
      );
    }
    const page = await signedIn(browser, system, 'sam@demo.test');
    await openFromList(page, 'flow', 'Flow one');
    await page.getByText('1 of 3').waitFor();
    await page.keyboard.press('j');
    await heading(page, 'Flow two').waitFor();
    await page.keyboard.press('k');
    await heading(page, 'Flow one').waitFor();
    await page.keyboard.press('k');
    await page.getByText('This is the first task of the list.').waitFor();

    await page.getByLabel('After a decision').selectOption('next task');
    await page.keyboard.press('Tab');
    await page.keyboard.press('c');
    const answer = page.getByRole('textbox', { name: /^Answer/ });
    await eventually(() => isIn(page, 'TEXTAREA'));
    // Keys that go into a field are its text, and no commands.
    await page.keyboard.type('jade');
    expect(await answer.inputValue()).toBe('jade');
    await page.keyboard.press('Control+Enter');
    await heading(page, 'Flow two').waitFor();
    const notice = page.getByRole('note').filter({ hasText: 'Flow one' });
    await notice.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await readTaskPage(ada, ids[0] ?? '')).toMatchObject({ status: 'COMPLETED' });

    await page.getByLabel('After a decision').selectOption('back to the list');
    await page.keyboard.press('Tab');
    await page.keyboard.press('c');
    await eventually(() => isIn(page, 'TEXTAREA'));
    await page.keyboard.type('Yes');
    await page.keyboard.press('Tab');
    await pressUntil(page, 'e', shows(page, 'Inbox'));
    await page.getByRole('link', { name: 'Flow three' }).waitFor();
    // It is the person's setting, and a page that is loaded anew knows it and the list.
    await page.getByRole('link', { name: 'Flow three' }).click();
    await page.reload();
    await page.getByText('1 of 1').waitFor();
    expect(await page.getByLabel('After a decision').inputValue()).toBe('list');
  });

  test('a key decides what was looked at, once, and leads to what was not', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => [`line ${index}`, `what it says ${index}`]);
    const approve = (title: string, payload: unknown) =>
      createTask(bot, { title, type: 'keys', assignTo: IN_L1, approval: { payload } });
    const short = await approve('Keys short', { amount: 12 });
    const next = await approve('Keys next', { amount: 13 });
    const long = await approve('Keys long', Object.fromEntries(lines));
    const page = await signedIn(browser, system, 'sam@demo.test');
    await openFromList(page, 'keys', 'Keys short');
    await page.getByLabel('After a decision').selectOption('next task');
    await page.keyboard.press('Tab');
    // Without a reason nothing is rejected; the key leads into the field, as the button does.
    await pressUntil(page, 'd', () => page.getByText('Say why').isVisible());
    await page.keyboard.type('ad');
    expect(await page.getByLabel('Reason').inputValue()).toBe('ad');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await pressUntil(page, 'a', shows(page, 'Keys next'));
    // Who presses twice would decide a task that they have not looked at.
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    expect(await readTaskPage(ada, short)).toMatchObject({ outcome: 'APPROVED' });
    await page.keyboard.press('j');
    await heading(page, 'Keys long').waitFor();
    await page.keyboard.press('a');
    await page.getByText('This is what you decide on. Press a again to go on.').waitFor();
    expect(await focusedLabel(page)).toContain('Approve');
    expect(await page.getByText('what it says 59').isVisible()).toBe(true);
    expect(await readTaskPage(ada, long)).toMatchObject({ outcome: null });
    await pressUntil(page, 'a', async () => (await readTaskPage(ada, long)).outcome === 'APPROVED');
    expect(await readTaskPage(ada, next)).toMatchObject({ outcome: null });
  });

  test('the answer begins in the first screen and stays in view, whatever is to be read', async () => {
    const taskId = await createTask(bot, {
      title: 'Refund of order 10432?',
      type: 'layout',
      assignTo: IN_L1,
      form: FORM,
      sla: { timeoutMs: 7_200_000 },
      context: {
        question: 'Where is my parcel?',
        letter: LETTER.repeat(600),
        lines: orderLines(25),
      },
    });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    const answer = page.getByRole('heading', { name: 'Your answer' });
    await answer.waitFor();
    await page.getByRole('table', { name: 'Lines' }).waitFor();
    const top = async () => (await answer.boundingBox())?.y ?? Infinity;
    const height = () => page.evaluate<number>('document.documentElement.scrollHeight');
    expect(await top()).toBeLessThan(300);
    expect(await height()).toBeLessThan(2_600);
    expect(await accessibilityProblems(page)).toEqual([]);
    await pictured(page, 'desk-task');

    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await height()).toBeLessThan(4_000);
    await page.evaluate('scrollTo(0, 600)');
    await page.locator('[data-stuck]').waitFor();
    expect(await top()).toBeLessThan(300);
    expect(await top()).toBeGreaterThan(48);
    const bar = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(bar?.y).toBeLessThan(100);
    for (const control of [
      page.getByText(/^Due/),
      page.getByRole('button', { name: 'Claim and complete' }),
    ]) {
      const box = await control.first().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    }
    await pictured(page, 'desk-task-scrolled');

    for (const [width, name] of [
      [1920, 'wide'],
      [390, 'phone'],
    ] as const) {
      await page.setViewportSize({ width, height: name === 'wide' ? 1080 : 844 });
      await page.evaluate('scrollTo(0, 0)');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await accessibilityProblems(page)).toEqual([]);
      await pictured(page, `desk-task-${name}`);
    }
    await page.getByRole('button', { name: 'Use dark colours' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await pictured(page, 'desk-task-phone-dark');
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await pictured(page, 'desk-task-dark');

    await page.emulateMedia({ media: 'print' });
    await page.getByText('Name, date, signature').waitFor();
    expect(await page.getByRole('row').count()).toBe(26);
    expect(await page.getByRole('button', { name: 'Claim and complete' }).isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await pictured(page, 'desk-task-print');
  });

  test('context for people: a table, dates, links, secrets', async () => {
    const taskId = await createTask(bot, {
      title: 'Context for people',
      assignTo: IN_L1,
      form: FORM,
      context: {
        lines: orderLines(25),
        ordered: '2027-03-03T09:30:00Z',
        note: 'See https://example.com/a, not https://bank.test@evil.test/x',
        door: { api_key: 'k-4711', tokens: 12 },
      },
    });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    const context = page.getByRole('region', { name: 'Context' });
    const table = context.getByRole('table', { name: 'Lines' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(21);
    const first = () => table.getByRole('row').nth(1).innerText();
    expect(await first()).toMatch(/^SKU-1\s/);
    const qty = table.getByRole('columnheader', { name: 'Qty' });
    await qty.getByRole('button').press('Enter');
    await qty.getByRole('button').press('Enter');
    expect(await qty.getAttribute('aria-sort')).toBe('descending');
    expect(await first()).toContain('SKU-25');
    await context.getByRole('button', { name: 'Show 5 more' }).click();
    expect(await table.getByRole('row').count()).toBe(26);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.getByRole('button', { name: /^Copy as CSV/ }).click();
    await page.getByText('Copied.').waitFor();
    const csv = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(csv.split('\r\n')).toHaveLength(26);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);

    await context
      .locator('time[datetime="2027-03-03T09:30:00Z"]')
      .filter({ hasText: /2027.*(UTC|GMT|[A-Z]{3,4})/ })
      .waitFor();
    expect(await context.getByRole('link').allInnerTexts()).toEqual(['https://example.com/a']);
    expect(await page.getByText('k-4711').count()).toBe(0);
    await context.getByRole('button', { name: 'Reveal Api key' }).click();
    await context.getByText('k-4711').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('calls of an agent are chosen by key, and sent by another one', async () => {
    const agent = await connect('v2 client, 2026 era, HTTP', system);
    const call = {
      tool: 'send_email',
      arguments: { to: 'kim@customer.test' },
      reason: 'She asked.',
      risk: 'low',
    };
    const calls = ['one', 'two'].map((call_id) => ({ ...call, call_id }));
    const { structuredContent: asked } = await agent.callTool('approval_request', {
      ...{ idempotency_key: 'desk', calls, assign_to: IN_L1 },
    });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${asked.task_id as string}`);
    await page.getByRole('button', { name: 'Allow', exact: true }).first().waitFor();
    await page.keyboard.press('a');
    await page.getByText('1 allowed').waitFor();
    await page.keyboard.press('d');
    const message = page.getByLabel('Message to the agent').last();
    await eventually(() => isIn(page, 'TEXTAREA'));
    await page.keyboard.type('add a date');
    expect(await message.inputValue()).toBe('add a date');
    await page.getByText('1 allowed, 1 denied').waitFor();
    await page.keyboard.press('Tab');
    await pressUntil(page, 'e', () => page.getByText('What happened next').isVisible());
    expect(await readTaskPage(ada, asked.task_id as string)).toMatchObject({ status: 'COMPLETED' });
    await agent.close();
  });
});
