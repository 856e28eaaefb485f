import type { Page } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

/** What the page has made of the browser's own, in turn. */
interface Made {
  sounds: number;
  shown: { title: string; body: string; tag: string }[];
}
interface InPage {
  made: Made;
  isInFront: boolean;
  clickLast: () => void;
  localStorage: { setItem(key: string, value: string): void };
}

describeInBrowser('What the browser does of something new', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  /** Somebody's page that has chosen so, and listens. */
  async function listening(email: string, chosen: { sound: boolean; browser: boolean }): Promise<Page> {
    const page = await signedIn(browser, system, email);
    await page.addInitScript(heard);
    await page.evaluate(
      (settings) =>
        (globalThis as unknown as InPage).localStorage.setItem('orkestra.notices', JSON.stringify(settings)),
      chosen,
    );
    await reload(page);
    return page;
  }
  /** Until what the person was told before is known: from then on something is new. */
  async function reload(page: Page): Promise<void> {
    const known = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('NewestNotification'),
    );
    await page.goto(`${system.url('gateway')}/inbox`);
    await known;
    await bell(page).waitFor();
  }
  const bell = (page: Page) => page.getByRole('button', { name: /^Notifications, / });
  const ask = (email: string, title: string) =>
    createTask(system.agent('demo'), {
      title,
      assignTo: { user: email },
      approval: { payload: { amount: 1 } },
    });
  /** Asks, and waits until the page has heard of it. */
  async function told(page: Page, email: string, title: string): Promise<string> {
    const before = await bell(page).getAttribute('aria-label');
    const id = await ask(email, title);
    await eventually(async () => (await bell(page).getAttribute('aria-label')) !== before);
    return id;
  }

  test('nothing, where nothing was chosen', async () => {
    const page = await listening('lee@demo.test', { sound: false, browser: false });
    await inFront(page, false);
    await told(page, 'lee@demo.test', 'First');
    await told(page, 'lee@demo.test', 'Second');
    expect(await madeBy(page)).toEqual({ sounds: 0, shown: [] });
  });

  test('a quiet sound alone, once for each event', async () => {
    const page = await listening('lee@demo.test', { sound: true, browser: false });
    await inFront(page, false);
    await told(page, 'lee@demo.test', 'First');
    await eventually(async () => (await madeBy(page)).sounds === 1);
    await told(page, 'lee@demo.test', 'Second');
    await eventually(async () => (await madeBy(page)).sounds > 1);
    expect(await madeBy(page)).toEqual({ sounds: 2, shown: [] });
  });

  test('a notification only while the page is not in front, and it leads to the task', async () => {
    const page = await listening('sam@demo.test', { sound: false, browser: true });
    await inFront(page, true);
    await told(page, 'sam@demo.test', 'While one looks');
    await inFront(page, false);
    const id = await told(page, 'sam@demo.test', 'While one does not');
    await eventually(async () => (await madeBy(page)).shown.length > 0);
    expect(await madeBy(page)).toEqual({
      sounds: 0,
      shown: [
        { title: expect.stringContaining('asks for your approval'), body: 'While one does not', tag: id },
      ],
    });
    await page.evaluate(() => (globalThis as unknown as InPage).clickLast());
    await page.getByRole('heading', { name: 'While one does not' }).waitFor();
  });

  test('one of two windows tells of it', async () => {
    const page = await listening('max@demo.test', { sound: true, browser: true });
    const other = await page.context().newPage();
    await other.addInitScript(heard);
    await reload(other);
    for (const each of [page, other]) await inFront(each, false);
    const both = async () => {
      const [one, two] = [await madeBy(page), await madeBy(other)];
      const titles = [...one.shown, ...two.shown].map(({ body }) => body).sort();
      return { sounds: one.sounds + two.sounds, titles };
    };
    await told(page, 'max@demo.test', 'A first');
    await eventually(async () => (await both()).titles.includes('A first'));
    await told(page, 'max@demo.test', 'B second');
    await other.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor();
    await eventually(async () => (await both()).titles.includes('B second'));
    expect(await both()).toEqual({ sounds: 2, titles: ['A first', 'B second'] });
  });

  test('nothing of what was there before the page, and is only marked as unread', async () => {
    const elsewhere = await listening('ada@demo.test', { sound: false, browser: false });
    await told(elsewhere, 'ada@demo.test', 'From before');
    const page = await listening('ada@demo.test', { sound: true, browser: true });
    await inFront(page, false);
    await bell(elsewhere).click();
    const panel = elsewhere.getByRole('dialog', { name: 'Notifications' });
    await panel.getByRole('button', { name: 'Mark as read: From before' }).click();
    await page.getByRole('button', { name: 'Notifications, none unread' }).waitFor();
    await panel.getByRole('button', { name: 'Mark as unread: From before' }).click();
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
    await told(page, 'ada@demo.test', 'New');
    await eventually(async () => (await madeBy(page)).shown.some(({ body }) => body === 'New'));
    const { sounds, shown } = await madeBy(page);
    expect({ sounds, titles: shown.map(({ body }) => body) }).toEqual({ sounds: 1, titles: ['New'] });
  });
});

const madeBy = (page: Page): Promise<Made> => page.evaluate(() => (globalThis as unknown as InPage).made);

/** Whether a person looks at the page: browsers of tests have every window in front. */
async function inFront(page: Page, is: boolean): Promise<void> {
  await page.evaluate((value) => {
    (globalThis as unknown as InPage).isInFront = value;
  }, is);
}

/**
 * Keeps what the page does with the browser's own: a browser without a screen shows nothing and forbids it all the same,
 * and nobody hears it.
 */
function heard(): void {
  interface Tone {
    start: (at?: number) => void;
  }
  const page = globalThis as unknown as InPage & {
    OscillatorNode: { prototype: Tone };
    Notification: unknown;
    document: { hasFocus: () => boolean };
  };
  page.made = { sounds: 0, shown: [] };
  page.isInFront = true;
  page.document.hasFocus = () => page.isInFront;
  const { start } = page.OscillatorNode.prototype;
  page.OscillatorNode.prototype.start = function (this: Tone, at?: number) {
    start.call(this, at);
    page.made.sounds += 1;
  };
  class Shown {
    static permission = 'granted';
    onclick: () => void = () => undefined;
    constructor(title: string, { body, tag }: { body: string; tag: string }) {
      page.made.shown.push({ title, body, tag });
      page.clickLast = () => this.onclick();
    }
    readonly close = (): void => undefined;
  }
  page.Notification = Shown;
}
