import type { Page } from 'playwright-core';
import { type ApiClient, createTask, eventually, readTaskPage, startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { orderLines, pictured } from '../harness/browser/desk-data';

const IN_L1 = { group: 'support-l1' };
const FORM = { answer: { type: 'textarea', label: 'Answer', required: true } };

describeInBrowser('The page of a task as a desk', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  let ada: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
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
  /** What a person needs to look at a task; a key that comes sooner decides nothing. */
  const looked = (page: Page) =>
    page.evaluate('new Promise((done) => setTimeout(done, 1100))') as Promise<void>;

  test('goes through a list by keys: claim, answer, complete, on to the next one', async () => {
    const ids: string[] = [];
    for (const title of ['Flow one', 'Flow two', 'Flow three']) {
      ids.push(await createTask(bot, { title, type: 'flow', assignTo: IN_L1, form: FORM, context: { title } }));
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
    await eventually(async () => answer.evaluate('(field) => field === document.activeElement'));
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
    await page.keyboard.type('Yes');
    await page.keyboard.press('Tab');
    await looked(page);
    await page.keyboard.press('e');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
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
    await looked(page);
    // Without a reason nothing is rejected; the key leads into the field, as the button does.
    await page.keyboard.press('d');
    await page.getByText('Say why').waitFor();
    await page.keyboard.type('ad');
    expect(await page.getByLabel('Reason').inputValue()).toBe('ad');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await looked(page);
    // Twice in a row: the second one would have been for the next task.
    await page.keyboard.press('a');
    await heading(page, 'Keys next').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await looked(page);
    expect(await readTaskPage(ada, short)).toMatchObject({ outcome: 'APPROVED' });
    expect(await readTaskPage(ada, next)).toMatchObject({ outcome: null });
    await page.keyboard.press('j');
    await heading(page, 'Keys long').waitFor();
    await looked(page);
    await page.keyboard.press('a');
    await page.getByText('This is what you decide on. Press a again to go on.').waitFor();
    expect(await focusedLabel(page)).toContain('Approve');
    expect(await page.getByText('what it says 59').isVisible()).toBe(true);
    expect(await readTaskPage(ada, long)).toMatchObject({ outcome: null });
    await looked(page);
    await page.keyboard.press('a');
    await eventually(async () => ((await readTaskPage(ada, long)) as { outcome: unknown }).outcome === 'APPROVED');
  });

  test('the answer begins in the first screen and stays in view, whatever is to be read', async () => {
    const taskId = await createTask(bot, {
      title: 'Refund of order 10432?',
      type: 'layout',
      assignTo: IN_L1,
      form: FORM,
      dueIn: '2 hours',
      context: { question: 'Where is my parcel?', letter: 'All of it. '.repeat(18_000), lines: orderLines(25) },
    });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    const answer = page.getByRole('heading', { name: 'Your answer' });
    await answer.waitFor();
    await page.getByRole('table', { name: 'Lines' }).waitFor();
    const top = async () => (await answer.boundingBox())?.y ?? Infinity;
    const height = () => page.evaluate('document.documentElement.scrollHeight') as Promise<number>;
    expect(await top()).toBeLessThan(300);
    expect(await height()).toBeLessThan(2_600);
    expect(await accessibilityProblems(page)).toEqual([]);
    await pictured(page, 'desk-task');

    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await height()).toBeLessThan(4_000);
    await page.mouse.move(300, 600);
    await page.mouse.wheel(0, 700);
    await eventually(() => page.evaluate('scrollY > 300') as Promise<boolean>);
    expect(await top()).toBeLessThan(300);
    expect(await top()).toBeGreaterThan(48);
    const bar = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(bar?.y).toBeLessThan(100);
    for (const control of [page.getByText(/^Due/), page.getByRole('button', { name: 'Claim and complete' })]) {
      const box = await control.first().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    }
    await pictured(page, 'desk-task-scrolled');

    for (const [width, name] of [[1920, 'wide'], [390, 'phone']] as const) {
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
    expect(await first()).toContain('SKU-1\t');
    const qty = table.getByRole('columnheader', { name: 'Qty' });
    await qty.getByRole('button').press('Enter');
    await qty.getByRole('button').press('Enter');
    expect(await qty.getAttribute('aria-sort')).toBe('descending');
    expect(await first()).toContain('SKU-25');
    await context.getByRole('button', { name: 'Show 5 more' }).click();
    expect(await table.getByRole('row').count()).toBe(26);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.getByRole('button', { name: 'Copy Lines as CSV' }).click();
    await page.getByText('Copied.').waitFor();
    const csv = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(csv.split('\r\n')).toHaveLength(26);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);

    await context.locator('time[datetime="2027-03-03T09:30:00Z"]').filter({ hasText: /2027.*(UTC|GMT|[A-Z]{3,4})/ }).waitFor();
    expect(await context.getByRole('link').allInnerTexts()).toEqual(['https://example.com/a']);
    expect(await page.getByText('k-4711').count()).toBe(0);
    await context.getByRole('button', { name: 'Reveal Api key' }).click();
    await context.getByText('k-4711').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('calls of an agent are chosen by key, and sent by another one', async () => {
    const { page, decided } = await toolTask();
    await looked(page);
    await page.keyboard.press('d');
    const message = page.getByLabel('Message to the agent');
    await eventually(async () => message.evaluate('(field) => field === document.activeElement'));
    await page.keyboard.type('Not today');
    await page.keyboard.press('Tab');
    await looked(page);
    await page.keyboard.press('e');
    await page.getByText('What happened next').waitFor();
    expect(await decided()).toMatchObject({ status: 'COMPLETED' });
  });

  async function toolTask() {
    const { requestApproval } = await import('../harness/tool-calls');
    const taskId = await requestApproval(bot);
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('button', { name: 'Allow', exact: true }).waitFor();
    return { page, decided: () => readTaskPage(ada, taskId) };
  }
});
