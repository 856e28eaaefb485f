import type { Page } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const SMALL = { width: 390, height: 844 };

interface Line {
  status: 'dead' | 'pending' | 'sent' | 'dropped';
  reason?: string;
  channel?: string;
  attempts?: number;
  taskId?: string;
}

describeInBrowser('The delivery log, in a browser', (browser) => {
  let mail: Inbox;
  let system: TestSystem;
  let taskId: string;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
    taskId = await createTask(system.agent('demo'), {
      title: 'Pay the invoice',
      assignTo: { group: 'support-l1' },
    });
  });
  afterEach(() => system?.rows('DELETE FROM notification_deliveries'));
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  /** As workers write it; the first is the oldest. What waits is due in an hour. */
  async function write(...lines: Line[]): Promise<void> {
    for (const { status, reason = null, channel = 'email', attempts = 1, taskId: task = null } of lines)
      await system.rows(
        `INSERT INTO notification_deliveries (tenant_id, id, event_id, person_id, channel, kind, task_id, actor_kind,
           actor_id, bundled, at, status, reason, attempts, available_at, settled_at)
         SELECT tenant_id, ('0199' || lpad(to_hex(1000 + (SELECT count(*) FROM notification_deliveries)), 8, '0')
             || '70008000000000000000')::uuid, gen_random_uuid(), id, $1, 'approval_asked', $2, 'system', 'system', false,
           now(), $3, $4, $5, now() + interval '1 hour', CASE WHEN $3 <> 'pending' THEN now() END
         FROM users WHERE email = 'sam@demo.test'`,
        [channel, task, status, reason, attempts],
      );
  }
  async function open(): Promise<Page> {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/notifications`);
    await log(page).waitFor();
    return page;
  }
  const log = (page: Page) => page.getByRole('region', { name: 'Delivery log' });
  const lines = (page: Page) => log(page).getByRole('list', { name: 'Deliveries' }).getByRole('listitem');
  const state = (page: Page) => log(page).getByLabel('State');
  const shows = (page: Page, count: number) => eventually(async () => (await lines(page).count()) === count);

  test('shows what was given up, why, and the way to its task; and one page after the other', async () => {
    await write(
      ...Array.from({ length: 24 }, (): Line => ({ status: 'dead', reason: 'SMTP 550', channel: 'push' })),
      { status: 'dead', reason: 'ECONNREFUSED: no answer', attempts: 15, taskId },
      { status: 'sent' },
    );
    const page = await open();
    await shows(page, 20);
    const newest = lines(page).first();
    await newest.getByText('The server could not be reached (ECONNREFUSED: no answer).').waitFor();
    await newest.getByText('15 attempts').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await log(page).getByRole('button', { name: 'Load more' }).click();
    await shows(page, 25);
    expect(await log(page).getByRole('button', { name: 'Load more' }).count()).toBe(0);
    await log(page).getByLabel('Channel').selectOption({ label: 'E-mail' });
    await shows(page, 1);
    await newest.getByRole('link', { name: 'Pay the invoice' }).click();
    await page.getByRole('heading', { name: 'Pay the invoice' }).waitFor();
  });

  test('has what waits, was sent with a note, or was dropped, in words; and fits a small screen', async () => {
    await write(
      { status: 'pending', reason: 'SMTP 451', attempts: 2 },
      { status: 'pending', attempts: 0, taskId },
      { status: 'sent', reason: 'The built-in template was taken: no such variable.' },
      { status: 'dropped', reason: 'read' },
      { status: 'dropped', reason: 'turned_off' },
      { status: 'dropped', reason: 'not_connected', channel: 'telegram' },
    );
    const page = await open();
    await log(page).getByText('Nothing was given up.').waitFor();
    await state(page).selectOption({ label: 'Waiting' });
    await shows(page, 2);
    const [untried, tried] = [lines(page).nth(0), lines(page).nth(1)];
    await untried.getByText('not tried yet · Due in').waitFor();
    await tried.getByText('Last time: The mail server does not take it for now (SMTP 451).').waitFor();
    expect(await log(page).getByRole('button', { name: /^Try/ }).count()).toBe(0);
    await state(page).selectOption({ label: 'Sent' });
    await log(page).getByText('The built-in template was taken: no such variable.').waitFor();
    await state(page).selectOption({ label: 'Dropped' });
    await shows(page, 3);
    await log(page).getByText('It had been read in the app already.').waitFor();
    await log(page).getByText('It was turned off by then, by the person or for everybody.').waitFor();
    await page.setViewportSize(SMALL);
    await page.emulateMedia({ colorScheme: 'dark' });
    await log(page).scrollIntoViewIfNeeded();
    expect(await accessibilityProblems(page)).toEqual([]);
    const wide = await page.evaluate(
      () => (globalThis as unknown as { document: Document }).document.documentElement.scrollWidth,
    );
    expect(wide).toBeLessThanOrEqual(SMALL.width);
    interface Document {
      documentElement: { scrollWidth: number };
    }
  });

  test('has all that is shown tried again at once, and says where it could not be read', async () => {
    await write({ status: 'dead', reason: 'SMTP 550', taskId }, { status: 'dead', reason: 'SMTP 550' });
    const page = await open();
    await shows(page, 2);
    await log(page).getByRole('button', { name: 'Try these 2 again' }).click();
    await log(page).getByText('Nothing was given up.').waitFor();
    const focused = () => log(page).getByRole('group', { name: 'Given up' }).evaluate(isFocused);
    await eventually(focused);
    await page.route('**/graphql', (route) =>
      (route.request().postData() ?? '').includes('query DeliveryLog') ? route.abort() : route.continue(),
    );
    await state(page).selectOption({ label: 'Dropped' });
    await log(page).getByText('The delivery log could not be read').waitFor();
    await page.unroute('**/graphql');
    await log(page).getByRole('button', { name: 'Try again' }).click();
    await log(page).getByText('Nothing was dropped.').waitFor();
  });
});

function isFocused(element: { ownerDocument: { activeElement: unknown } }): boolean {
  return element === element.ownerDocument.activeElement;
}
