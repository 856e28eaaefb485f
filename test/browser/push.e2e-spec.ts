import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { PushService, type Pushed } from '../harness/servers/push-service';

const approval = { payload: { amount: 1 } };
const SECTION = 'Push on this device';

/** What the tests use of the browser's own; the tests are compiled without its types. */
interface InPage {
  navigator: { serviceWorker: { ready: Promise<{ pushManager: object }> } };
  PushManager: { prototype: object };
  localStorage: { getItem(key: string): string | null };
}
interface InWorker {
  registration: { showNotification(title: string, options: object): Promise<void> };
  ExtendableEvent: new (type: string) => object;
  dispatchEvent(event: object): void;
  /** The test's own. */
  shown: { title: string; options: { data: unknown } }[];
}

describeInBrowser('Push, in a browser', (browser) => {
  let folder: string;
  let service: PushService;
  let system: TestSystem;
  beforeAll(async () => {
    service = await PushService.start();
    folder = mkdtempSync(join(tmpdir(), 'orkestra-push-'));
    const trusted = join(folder, 'authority.pem');
    writeFileSync(trusted, service.authority);
    system = await startSystem({
      env: {
        PUSH_CONTACT: 'mailto:ops@demo.test',
        PUSH_SERVICES: 'localhost',
        OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8,::1',
        NODE_EXTRA_CA_CERTS: trusted,
      },
    });
  });
  afterAll(async () => {
    await system?.stop();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * The notifications page of somebody whose browser may notify. Its push service is the test's: the browser of the tests
   * has none.
   */
  async function open(email: string, name: string): Promise<Page> {
    const page = await signedIn(browser, system, email);
    await subscribable(page, name);
    await page.goto(`${system.url('gateway')}/notifications`);
    return page;
  }

  async function subscribable(page: Page, name: string): Promise<void> {
    await page.context().grantPermissions(['notifications'], { origin: system.url('gateway') });
    await page.addInitScript(allowed);
    await page.addInitScript(standIn, service.subscribe(name));
  }

  const turn = (page: Page) => page.getByRole('switch', { name: 'Push in this browser' });
  const reached = (name: string, from = 0): Promise<Pushed> =>
    eventually(() => service.pushed.slice(from).find((push) => push.browser === name));
  const dueNow = () =>
    system.rows(`UPDATE notification_deliveries SET available_at = now() WHERE status = 'pending'`);
  const planned = () =>
    eventually(async () => {
      const rows = await system.rows(
        `SELECT FROM notification_deliveries WHERE channel = 'push' AND status = 'pending'`,
      );
      return rows.length > 0;
    });

  test('turned on by a click, it reaches the browser, is shown there, and a click opens the task', async () => {
    const page = await open('sam@demo.test', 'laptop');
    const section = page.getByRole('region', { name: SECTION });
    await section.waitFor();
    expect(await turn(page).isChecked()).toBe(false);
    await turn(page).click({ force: true });
    await page.getByText('Push is on in this browser.').first().waitFor();
    const list = page.getByRole('list', { name: 'Connected accounts and devices' });
    await list.getByText('Chrome on Linux').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    await eventually(() => turn(page).isChecked());

    const id = await createTask(system.agent('demo'), {
      title: 'A secret matter',
      assignTo: { user: 'sam@demo.test' },
      approval,
    });
    await planned();
    await dueNow();
    const { payload } = await reached('laptop');
    expect(JSON.stringify(payload)).not.toContain('secret');
    expect(service.faults).toEqual([]);

    const worker = await workerOf(page);
    await worker.evaluate(keepWhatIsShown);
    await deliver(page, JSON.stringify(payload));
    const shown = await eventually(async () => {
      const all = await worker.evaluate(() => (globalThis as unknown as InWorker).shown);
      return all.length > 0 ? all : undefined;
    });
    const title = 'Demo Company';
    const options = {
      body: 'An approval is asked of you',
      tag: id,
      data: { path: `/tasks/${id}` },
    };
    expect(shown).toMatchObject([{ title, options }]);
    await worker.evaluate(clickWhatIsShown);
    await page.getByRole('heading', { name: 'A secret matter' }).waitFor();
  });

  test('ends with signing out, so that whoever comes next at a shared computer sees nothing of it', async () => {
    const page = await open('lee@demo.test', 'shared');
    await turn(page).click({ force: true });
    await page.getByText('Push is on in this browser.').first().waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await isSubscribed(page)).toBe(false);
    const lee = await system.person('lee@demo.test');
    expect(await lee.graphql('{ notificationAddresses { id } }')).toEqual({ notificationAddresses: [] });
  });

  test('ends when somebody else signs in, and when it is disconnected from another device', async () => {
    const page = await open('lee@demo.test', 'tablet');
    await turn(page).click({ force: true });
    await page.getByText('Push is on in this browser.').first().waitFor();
    // Their session is gone without a sign-out, as when it has expired.
    await page.context().clearCookies();
    const { tenant, password } = system.user('max@demo.test');
    await page.goto(system.url('gateway'));
    await page.getByLabel('Workspace').fill(tenant);
    await page.getByLabel('E-mail').fill('max@demo.test');
    await page.getByLabel('Password').first().fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await eventually(async () => !(await isSubscribed(page)));
    await page.goto(`${system.url('gateway')}/notifications`);
    await turn(page).waitFor();
    expect(await turn(page).isChecked()).toBe(false);

    const elsewhere = await signedIn(browser, system, 'lee@demo.test');
    await elsewhere.goto(`${system.url('gateway')}/notifications`);
    await elsewhere.getByRole('button', { name: 'Disconnect Chrome on Linux, Push' }).click();
    await elsewhere.getByText('You have connected nothing.').waitFor();
  });

  test('says what is in the way where the browser has forbidden it', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    // The browser of the tests forbids notifications unless a test says otherwise.
    await page.goto(`${system.url('gateway')}/notifications`);
    const section = page.getByRole('region', { name: SECTION });
    await section.getByText('Notifications of this site are blocked.').waitFor();
    expect(await turn(page).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('can be put on a home screen', async () => {
    const manifest = await fetch(`${system.url('gateway')}/manifest.webmanifest`);
    expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
    const { icons } = (await manifest.json()) as { icons: { src: string }[] };
    for (const { src } of icons) {
      const icon = await fetch(`${system.url('gateway')}${src}`);
      expect([src, icon.headers.get('content-type')]).toEqual([src, 'image/png']);
    }
  });
});

/** A browser without a screen says `denied` although the permission was granted. */
function allowed(): void {
  const { Notification } = globalThis as unknown as { Notification: object };
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
}

/** And shows nothing. */
function keepWhatIsShown(): void {
  const scope = globalThis as unknown as InWorker;
  scope.shown = [];
  scope.registration.showNotification = (title, options) =>
    Promise.resolve(void scope.shown.push({ title, options: options as { data: unknown } }));
}

function clickWhatIsShown(): void {
  const scope = globalThis as unknown as InWorker;
  const notification = { data: scope.shown[0]?.options.data, close: () => undefined };
  scope.dispatchEvent(Object.assign(new scope.ExtendableEvent('notificationclick'), { notification }));
}

/** In the place of the browser's push service: subscriptions that the test's answers. */
function standIn(device: { endpoint: string; p256dh: string; auth: string }): void {
  const { PushManager, localStorage } = globalThis as unknown as InPage & {
    localStorage: { setItem(key: string, value: string): void; removeItem(key: string): void };
  };
  const KEY = 'test.subscription';
  const bytesOf = (text: string) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0)).buffer;
  const made = (key: string) => ({
    endpoint: device.endpoint,
    options: { applicationServerKey: bytesOf(key) },
    toJSON: () => ({ endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } }),
    unsubscribe: () => Promise.resolve(localStorage.removeItem(KEY)),
  });
  const prototype = PushManager.prototype as Record<string, unknown>;
  prototype['getSubscription'] = () => {
    const key = localStorage.getItem(KEY);
    return Promise.resolve(key === null ? null : made(key));
  };
  prototype['subscribe'] = ({ applicationServerKey }: { applicationServerKey: string }) => {
    localStorage.setItem(KEY, applicationServerKey);
    return Promise.resolve(made(applicationServerKey));
  };
}

function isSubscribed(page: Page): Promise<boolean> {
  return page.evaluate(
    () => (globalThis as unknown as InPage).localStorage.getItem('test.subscription') !== null,
  );
}

async function workerOf(page: Page): Promise<Worker> {
  return eventually(() =>
    page
      .context()
      .serviceWorkers()
      .find((one) => one.url().includes('/service-worker.js')),
  );
}

/** As a push service would. */
async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const origin = new URL(page.url()).origin;
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data });
}
