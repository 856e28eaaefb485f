import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const approval = { payload: { amount: 1 } };

describeInBrowser('Message templates and exceptions, in a browser', (browser) => {
  let mail: Inbox;
  let system: TestSystem;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  test('an administrator writes a template, sees and tries it, breaks it, and has the built-in one again', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/templates`);
    await page.getByRole('heading', { name: 'Message templates', level: 1 }).waitFor();
    const frame = page.frameLocator('iframe[title="Preview of the mail"]');
    await frame.getByText('Refund of 40 € to <Smith & Co>').waitFor();
    // The styles of the mail are there although this page lets none in by itself.
    await frame.locator('a.button[style*="background"]').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page
      .getByLabel('Body')
      .fill('<p onclick="x">Dear {{ name }}, decide on <b>{{ item.title }}</b></p><script>1</script>');
    await frame.getByText(/^Dear Ada/).waitFor();
    expect(await frame.locator('script, [onclick]').count()).toBe(0);
    const taskId = await createTask(system.agent('demo'), {
      title: 'Really pay',
      assignTo: { user: 'lee@demo.test' },
      approval,
    });
    await page.getByLabel('Preview with a task').fill(`${system.url('gateway')}/tasks/${taskId}`);
    await frame.getByText('Really pay').waitFor();
    await page.getByRole('button', { name: 'Send a test to me' }).click();
    const sent = await eventually(() => mail.mails.find(({ to }) => to === 'ada@demo.test'));
    expect(sent.text).toContain('<b>Really pay</b>');
    await page.getByText('A test is on its way to you.').first().waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The template is saved.').first().waitFor();
    await page
      .getByRole('button', { name: 'Edit: Everything without a template of its own, English' })
      .waitFor();

    await page.getByLabel('Body').fill('<p>\n{{ nope }}</p>');
    const preview = page.getByRole('group', { name: 'Preview' });
    await preview.getByText('line 2: undefined variable: nope').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Line 2: undefined variable: nope.').waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();

    await page.getByText('Variables', { exact: true }).click();
    await page.getByRole('cell', { name: 'Ada', exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Reset to the built-in one' }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('There is none yet: the built-in ones go out.').waitFor();
    expect(await page.getByLabel('Body').inputValue()).toContain('{{ greeting }}');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
  });

  test('one chooses an exception, a language and how long mail waits, and nothing else is chosen with it', async () => {
    const page = await signedIn(browser, system, 'lee@demo.test');
    await page.goto(`${system.url('gateway')}/notifications`);
    const section = page.getByRole('region', { name: 'Exceptions' });
    await section.getByText('There is none.').waitFor();
    await section.getByRole('button', { name: 'Add an exception' }).click();
    await section.getByLabel('About what of exception 1').selectOption('GROUP');
    await section.getByLabel('How of exception 1').selectOption('DAILY');
    await section.getByRole('button', { name: 'Add an exception' }).click();
    await section.getByLabel('About what of exception 2').selectOption('TASK_TYPE');
    await section.getByLabel('Type of exception 2').fill('refund');
    await section.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your exceptions are saved.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByLabel('E-mail: wait so many minutes').fill('3');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is saved.').first().waitFor();
    await page.getByRole('combobox', { name: 'Language of messages' }).click();
    await page.getByRole('option', { name: 'German' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your language is saved.').first().waitFor();
    await page.reload();
    expect(await section.getByLabel('How of exception 1').inputValue()).toBe('DAILY');
    expect(await page.getByLabel('E-mail: wait so many minutes').inputValue()).toBe('3');
    expect(await page.getByRole('combobox', { name: 'Language of messages' }).inputValue()).toBe('German');
    const lee = await system.person('lee@demo.test');
    const { notificationPreferences } = await lee.graphql<{
      notificationPreferences: { preferences: { chosen: boolean }[] };
    }>('{ notificationPreferences { preferences { chosen } } }');
    expect(notificationPreferences.preferences.filter(({ chosen }) => chosen)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
  });
});
