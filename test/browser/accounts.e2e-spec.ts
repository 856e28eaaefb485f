import { Secret, TOTP } from 'otpauth';
import type { CDPSession, Page } from 'playwright-core';
import { eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const NEXT = 'violet tram under nine bells';

describeInBrowser('Accounts in a browser', (browser) => {
  let system: TestSystem;
  let inbox: Inbox;
  beforeAll(async () => {
    inbox = await startMailServer();
    system = await startSystem({ processes: ['gateway'], env: { MAIL_URL: inbox.url } });
  });
  afterAll(async () => {
    await system?.stop();
    await inbox?.close();
  });

  // By its name, since there are no passkeys for an address.
  const open = (path = '/') =>
    browser.open(`${system.url('gateway').replace('127.0.0.1', 'localhost')}${path}`);
  const heading = (page: Page, name: string) =>
    page
      .getByRole('heading', { level: 1, name })
      .waitFor()
      .catch(async (error: unknown) => {
        throw new Error(`${name} is not shown at ${page.url()}: ${await page.innerText('body')}`, {
          cause: error,
        });
      });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  async function password(page: Page, email: string, text = 'orkestra-demo'): Promise<void> {
    await page.getByLabel('Workspace').fill('demo');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').first().fill(text);
    await press(page, 'Sign in');
  }

  async function security(email: string): Promise<Page> {
    const page = await open('/security');
    await password(page, email);
    await heading(page, 'Security');
    await page.getByRole('heading', { name: 'Sessions' }).waitFor();
    return page;
  }

  async function signOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading(page, 'Sign in');
  }

  async function authenticator(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { cdp, authenticatorId };
  }

  /** Asks for a link on the page, and reads it from the mail. */
  async function linkFor(email: string): Promise<string> {
    const page = await open('/forgot-password');
    const mails = inbox.mails.length;
    await page.getByLabel('Workspace').fill('demo');
    await page.getByLabel('E-mail').fill(email);
    await press(page, 'Send a link');
    await page.getByText('If there is such an account').waitFor();
    const arrived = await eventually(() =>
      inbox.mails.slice(mails).find(({ to, text }) => to === email && text.includes('#token=')),
    );
    return /\/link#token=[\w-]{43}/.exec(arrived.text)?.[0] ?? '';
  }

  test('an app is set up and asked for from then on; a recovery code stands in for it once', async () => {
    const page = await security('sam@demo.test');
    expect(await accessibilityProblems(page)).toEqual([]);
    await press(page, 'Set up an app');
    const dialog = page.getByRole('dialog', { name: 'Set up an app' });
    await dialog.getByRole('img', { name: /QR code/ }).waitFor();
    const secret = Secret.fromBase32((await dialog.locator('pre, code').first().innerText()).trim());
    const app = new TOTP({ secret });
    const codeField = dialog.getByLabel('Code that the app shows');
    await codeField.fill('000000');
    await press(page, 'Turn it on');
    await dialog.getByRole('alert').waitFor();
    await codeField.fill(app.generate());
    await press(page, 'Turn it on');
    const kept = page.getByRole('dialog', { name: 'Keep these recovery codes' });
    const codes = (await kept.locator('pre, code').first().innerText()).trim().split(/\s+/);
    expect(codes).toHaveLength(10);
    expect(await accessibilityProblems(page)).toEqual([]);
    await press(page, 'I have kept them');
    await page.getByText('10 codes are left').waitFor();

    await signOut(page);
    await password(page, 'sam@demo.test');
    await heading(page, 'Prove it is you');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('Code').fill('000000');
    await press(page, 'Continue');
    await page.getByRole('alert').getByText('not right').waitFor();
    // The next one: that of now has been used to turn it on.
    await page.getByLabel('Code').fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await press(page, 'Continue');
    await heading(page, 'Inbox');

    for (const works of [true, false]) {
      const other = await open();
      await password(other, 'sam@demo.test');
      await press(other, 'Use a recovery code');
      await other.getByLabel('Recovery code').fill(codes[0]?.toUpperCase() ?? '');
      await press(other, 'Continue');
      if (works) await heading(other, 'Inbox');
      else await other.getByRole('alert').getByText('used already').waitFor();
    }
  });

  test('a passkey lets in alone, and after the password, but not without finger, face or PIN', async () => {
    const page = await security('lee@demo.test');
    const { cdp, authenticatorId } = await authenticator(page);
    await press(page, 'Add a passkey');
    await page.getByRole('textbox', { name: 'Name' }).fill('Laptop');
    await press(page, 'Add it');
    await press(page, 'I have kept them');
    await page.getByRole('list', { name: 'Passkeys' }).getByText('Laptop').waitFor();
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);

    await signOut(page);
    await press(page, 'Use a passkey');
    await heading(page, 'Inbox');
    await signOut(page);
    await password(page, 'lee@demo.test');
    await heading(page, 'Prove it is you');
    await press(page, 'Use a passkey');
    await heading(page, 'Inbox');
    const methods = await system.rows(
      `SELECT details ->> 'method' AS method FROM audit_events WHERE action = 'sign_in.succeeded' ORDER BY id DESC LIMIT 2`,
    );
    expect(methods).toEqual([{ method: 'password+passkey' }, { method: 'passkey' }]);

    await signOut(page);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await press(page, 'Use a passkey');
    await page.getByRole('alert').getByText('No passkey was used').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

    // A copy of the key counts on its own: what it has counted already is refused.
    await system.rows('UPDATE passkeys SET counter = 1000000');
    await press(page, 'Use a passkey');
    await page.getByRole('alert').getByText('was not accepted').waitFor();
  });

  test('a lost password is set anew by mail: once, not by a scanner, and other sessions end at once', async () => {
    const elsewhere = await open();
    await password(elsewhere, 'max@demo.test');
    await heading(elsewhere, 'Inbox');
    const link = await linkFor('max@demo.test');
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(`${system.url('gateway')}${link}`, { method })).status).toBe(200);
    }
    const page = await open(link);
    await heading(page, 'Set a new password');
    await page.getByText('max@demo.test in').waitFor();
    expect(page.url()).not.toContain('token');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('input[name=password]').fill('max@demo.test1');
    await press(page, 'Set the password');
    await page.getByRole('alert').getByText('e-mail').waitFor();
    await page.locator('input[name=password]').fill(NEXT);
    await press(page, 'Set the password');
    await heading(page, 'Inbox');
    await heading(elsewhere, 'Sign in');
    await password(elsewhere, 'max@demo.test');
    await elsewhere.getByRole('alert').waitFor();

    const again = await open(link);
    await again.getByRole('alert').getByText('does not work').waitFor();
    expect(system.logs()).not.toContain(link.split('=')[1]);
  });

  test('a link that is too old opens nothing, and asking for nobody says the same as asking for somebody', async () => {
    const link = await linkFor('ada@demo.test');
    await system.rows(`UPDATE one_time_links SET expires_at = now()`);
    await (await open(link)).getByRole('alert').getByText('does not work').waitFor();
    const ask = (email: string) =>
      system.anonymous().post('/api/v1/auth/link/request', { tenant: 'demo', email });
    const [known, unknown] = [await ask('ada@demo.test'), await ask('nobody@demo.test')];
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test('a session that is ended elsewhere closes its page at once', async () => {
    const lost = await open();
    await password(lost, 'ada@demo.test');
    await heading(lost, 'Inbox');
    const page = await security('ada@demo.test');
    await page.getByText('This one').waitFor();
    await press(page, 'End all other sessions');
    await page.getByText('All other sessions have ended').first().waitFor();
    await heading(lost, 'Sign in');
    await page.reload();
    await heading(page, 'Security');
  });

  test('an admin sets how long sessions last, and helps in who has lost their password', async () => {
    const page = await open('/workspace/sign-in');
    await password(page, 'ada@demo.test');
    await heading(page, 'Sign-in');
    await page.getByLabel('Minutes without use').fill('4000000');
    await press(page, 'Save');
    await page.getByText('must be 5 to 43200').waitFor();
    await page.getByLabel('Minutes without use').fill('60');
    await press(page, 'Save');
    await page.getByRole('note').getByText('saved').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const [max] = await system.rows(`SELECT id FROM users WHERE email = 'max@demo.test'`);
    await page.goto(`${new URL(page.url()).origin}/people/${String(max?.['id'])}`);
    await press(page, 'Make a link for a new password');
    const link = await page.locator('pre, code').first().innerText();
    expect(await accessibilityProblems(page)).toEqual([]);
    await heading(await open(new URL(link).pathname + new URL(link).hash), 'Set a new password');
  });
});
