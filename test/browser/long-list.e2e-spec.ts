import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { fillTasks } from '../../libs/tasks/src/testing/fill-tasks';
import { startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const ROWS = 10_000;
/** What a person does not notice as a wait. Three times as much is let pass: tests share their machine. */
const TICK_MS = 50;
const SLACK = 3;

describeInBrowser('A list of 10,000 tasks in a browser', (browser) => {
  let system: TestSystem;
  let page: Page;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    const client = new Client({ connectionString: system.database.adminUrl });
    await client.connect();
    const one = async (sql: string): Promise<string> =>
      (await client.query<{ id: string }>(sql, [system.tenantId('demo')])).rows[0]?.id ?? '';
    await fillTasks(client, {
      tenantId: system.tenantId('demo'),
      userId: await one(`SELECT id FROM users WHERE email = 'lee@demo.test' AND tenant_id = $1`),
      groupIds: [await one(`SELECT id FROM groups WHERE key = 'support-l1' AND tenant_id = $1`)],
      open: ROWS,
      closed: 0,
    });
    await client.end();
  });
  afterAll(() => system?.stop());

  const rows = () => page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
  const drawn = () => page.locator('li[aria-posinset]').count();

  test('is ticked, selected, walked through and scrolled without a wait', async () => {
    page = await signedIn(browser, system, 'sam@demo.test');
    await page.getByRole('tab', { name: 'All open' }).click();
    await rows().first().waitFor();
    expect(await rows().first().getAttribute('aria-setsize')).toBe('-1');
    // Up to a hundred are all in the document, for the browser's own search.
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByRole('checkbox', { name: 'Select all 125 loaded tasks' }).waitFor();
    await glueAll(page);
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByRole('checkbox', { name: `Select all ${ROWS} loaded tasks` }).waitFor();
    expect(await drawn()).toBeLessThan(80);
    expect(await rows().last().getAttribute('aria-setsize')).toBe(`${ROWS}`);

    await page.keyboard.press('Home');
    await page.locator('li[aria-posinset="1"]').waitFor();
    const ticks: number[] = [];
    for (let n = 1; n <= 5; n += 1) ticks.push(await painted(page, `li[aria-posinset="${n}"] input`));
    await page.getByText('5 selected').waitFor();
    const all = await painted(page, '[aria-label^="Select all"]');
    await page.getByText('500 selected').waitFor();
    const scroll = await frames(page);
    report({ tick: median(ticks), 'select all': all, 'frame while scrolling': scroll });
    expect(median(ticks)).toBeLessThan(TICK_MS * SLACK);
    expect(all).toBeLessThan(TICK_MS * SLACK);
    expect(scroll).toBeLessThan((1_000 / 60) * SLACK);
    expect(await drawn()).toBeLessThan(80);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('keeps the row that has the focus, wherever it is scrolled to', async () => {
    page = await signedIn(browser, system, 'sam@demo.test');
    await rows().first().waitFor();
    for (const count of [125, 225]) {
      await page.getByRole('button', { name: 'Load more' }).click();
      await page.getByRole('checkbox', { name: `Select all ${count} loaded tasks` }).waitFor();
    }
    const place = () =>
      page.evaluate(() => {
        const { document } = globalThis as unknown as {
          document: { activeElement: { closest(of: string): { ariaPosInSet: string } | null } };
        };
        return document.activeElement.closest('li')?.ariaPosInSet;
      });
    await page.locator('#main').getByRole('heading', { level: 1 }).focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('j');
    expect(await place()).toBe('3');
    await page.keyboard.press('x');
    await page.mouse.wheel(0, 9_000);
    await page.locator('li[aria-posinset="160"]').waitFor();
    expect(await page.locator('li[aria-posinset="60"]').count()).toBe(0);
    expect(await place()).toBe('3');
    // The next key brings it back into view, and goes on from there.
    await page.keyboard.press('j');
    expect(await place()).toBe('4');
    await page.locator('li[aria-posinset="4"] a').waitFor();
    for (let n = 0; n < 60; n += 1) await page.keyboard.press('j');
    expect(await place()).toBe('64');
    await page.keyboard.press('Shift+X');
    await page.getByText('62 selected').waitFor();

    // A mouse selects a range by the shift key.
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('li[aria-posinset="64"] input').click();
    await page.locator('li[aria-posinset="67"] input').click({ modifiers: ['Shift'] });
    await page.getByText('4 selected').waitFor();

    // Back from a task, the list stands where it was left.
    await page.locator('li[aria-posinset="66"] a').click();
    await page.getByRole('region', { name: 'Comments' }).waitFor();
    await page.goBack();
    await page.locator('li[aria-posinset="66"] a:focus').waitFor();
  });
});

interface Answer {
  data: { tasks: { edges: unknown[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
}

/** From now on the next page that is asked for is all the rest: the pages that a person would load in a hundred turns. */
async function glueAll(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { operationName: string; variables: { after?: string } };
    if (asked.operationName !== 'InboxTasks' || asked.variables.after === undefined) return route.fallback();
    const edges: unknown[] = [];
    for (let { after } = asked.variables; ;) {
      const response = await route.fetch({
        postData: { ...asked, variables: { ...asked.variables, after } },
      });
      const { tasks } = ((await response.json()) as Answer).data;
      edges.push(...tasks.edges);
      after = tasks.pageInfo.endCursor;
      if (tasks.pageInfo.hasNextPage) continue;
      return route.fulfill({ response, json: { data: { tasks: { ...tasks, edges } } } });
    }
  });
}

/** Clicks, and measures until the frame that shows the change has been painted, in milliseconds. */
function painted(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate(async (box: { click(): void }) => {
    const { performance, requestAnimationFrame } = globalThis as unknown as Frames;
    const started = performance.now();
    box.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - started;
  });
}

/** Scrolls a hundred frames through the list. @returns the median time of a frame, in milliseconds */
function frames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { performance, requestAnimationFrame, scrollBy } = globalThis as unknown as Frames;
    const times: number[] = [];
    let last = performance.now();
    for (let n = 0; n < 100; n += 1) {
      scrollBy(0, 300);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b)[50] ?? Infinity;
  });
}

interface Frames {
  performance: { now(): number };
  requestAnimationFrame(callback: (value: unknown) => void): void;
  scrollBy(x: number, y: number): void;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
}

function report(figures: Record<string, number>): void {
  const words = Object.entries(figures).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`);
  process.stdout.write(`A list of ${ROWS} rows: ${words.join(', ')}\n`);
}
