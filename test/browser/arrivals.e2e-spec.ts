import type { Page } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const OWN_LIST = '/inbox?sort=CREATED_DESC';

describeInBrowser('Tasks that arrive while somebody is in the list, in a browser', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  const arrive = (title: string) =>
    createTask(system.agent('demo'), { title, assignTo: { group: 'support-l1' } });
  const inbox = async (email: string): Promise<Page> => {
    const page = await signedIn(browser, system, email);
    await page.goto(`${system.url('gateway')}${OWN_LIST}`);
    await page.getByRole('link', { name: 'Was there' }).waitFor();
    return page;
  };
  const news = (page: Page) => page.getByRole('status', { name: 'New tasks' }).getByRole('button');
  const first = (page: Page) => page.locator('li[aria-posinset="1"] a').innerText();

  test('wait as a number until they are asked for, and move no row under a hand', async () => {
    await arrive('Was there');
    const page = await inbox('sam@demo.test');
    await page.getByRole('link', { name: 'Was there' }).hover();
    const place = await page.getByRole('link', { name: 'Was there' }).boundingBox();
    await arrive('New one');
    await news(page).getByText('1 new').waitFor();
    await arrive('New two');
    await news(page).getByText('2 new').waitFor();
    expect(await page.getByRole('link', { name: 'New one' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Was there' }).boundingBox()).toEqual(place);
    expect(await accessibilityProblems(page)).toEqual([]);

    await news(page).click();
    expect(await first(page)).toBe('New two');
    await news(page).waitFor({ state: 'detached' });
    // The keys go on at the top.
    await page.keyboard.press('j');
    await page.locator('li[aria-posinset="1"] a:focus').waitFor();
    expect(await page.title()).toMatch(/^\(\d+\) Inbox · Orkestra$/);
  });

  test('wait for the keyboard as for the pointer, and come by themselves once nobody is in the list', async () => {
    const page = await inbox('lee@demo.test');
    await page.keyboard.press('j');
    await arrive('While keys walk');
    await news(page).getByText('1 new').waitFor();
    await page.getByRole('searchbox', { name: 'Search tasks' }).focus();
    await page.getByRole('link', { name: 'While keys walk' }).waitFor();
    expect(await news(page).count()).toBe(0);
    // With nobody in the list they come at once.
    await arrive('While nobody looks');
    await page.getByRole('link', { name: 'While nobody looks' }).waitFor();
  });

  test('that are another’s by the time they are asked for are not counted', async () => {
    const page = await inbox('sam@demo.test');
    const before = Number(/\d+/.exec(await page.title())?.[0]);
    await page.getByRole('link', { name: 'Was there' }).hover();
    const taken = await arrive('Taken by Lee');
    await news(page).getByText('1 new').waitFor();
    await eventually(async () => (await page.title()).startsWith(`(${before + 1})`));
    const lee = await system.person('lee@demo.test');
    await lee.graphql('mutation ($input: ClaimTaskInput!) { claimTask(input: $input) { task { id } } }', {
      input: { taskId: taken },
    });
    await news(page).waitFor({ state: 'detached' });
    await eventually(async () => (await page.title()).startsWith(`(${before})`));
  });

  test('wait for somebody who has scrolled into the list, where they see the number', async () => {
    const page = await inbox('sam@demo.test');
    await page.setViewportSize({ width: 390, height: 320 });
    await page.mouse.wheel(0, 5_000);
    await arrive('Above');
    await news(page).getByText('1 new').waitFor();
    const button = await news(page).boundingBox();
    expect(button?.y).toBeGreaterThanOrEqual(0);
    expect(button?.y).toBeLessThan(60);
    await news(page).click();
    expect(await first(page)).toBe('Above');
    const row = page.getByRole('link', { name: 'Above' });
    await eventually(async () => ((await row.boundingBox())?.y ?? 0) >= 38);
  });

  test('fit a phone, light and dark', async () => {
    const page = await inbox('sam@demo.test');
    await page.setViewportSize({ width: 390, height: 780 });
    await page.locator('#main li[aria-posinset="1"] a').focus();
    await arrive('On a phone');
    await news(page).getByText('1 new').waitFor();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await accessibilityProblems(page)).toEqual([]);
      const wider = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(wider).toBe(0);
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/phone-${scheme}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/wide-${scheme}.png` });
    }
  });
});
