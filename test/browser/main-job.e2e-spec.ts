import { type ApiClient, createTask, ended, startSystem, startWorkflow, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('The main job in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  test('sam signs in, sees a task arrive, claims it, answers it, and sees what became of it', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    const title = 'May we refund order 4711?';
    await page
      .getByText('Nothing to claim')
      .or(page.getByRole('list', { name: 'Tasks' }))
      .first()
      .waitFor();
    const context = { customer: 'Rosa Lind', message: 'The vase is broken.' };
    const workflowId = await startWorkflow(bot, 'one-task', { title, context });

    // Nobody reloads the page: the task comes by itself.
    await page.getByRole('link', { name: title }).click();
    await page.getByText('Rosa Lind').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.getByRole('textbox', { name: /answer/i }).fill('Yes, refund it in full.');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();

    expect((await ended(bot, workflowId)).result).toMatchObject({ answer: 'Yes, refund it in full.' });
    await page.getByRole('group', { name: 'Decision' }).getByText('Yes, refund it in full.').waitFor();
    await page.getByText('Completed').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('a missing answer is named at its field, and nothing is sent', async () => {
    const workflowId = await startWorkflow(bot, 'one-task', { title: 'Left empty' });
    const page = await signedIn(browser, system, 'lee@demo.test');
    await page.getByRole('link', { name: 'Left empty' }).click();
    await page.getByRole('button', { name: 'Claim and complete' }).click();
    await page.getByText('Nothing was sent').waitFor();
    await page.getByText('Please fill this in.').first().waitFor();
    const [run] = await system.rows('SELECT status FROM workflow_executions WHERE key = $1', [workflowId]);
    expect(run?.status).toBe('running');
  });

  test('the pages of a person who looks for work are accessible', async () => {
    const visitor = await browser.open(system.url('gateway'));
    await visitor.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await accessibilityProblems(visitor)).toEqual([]);
    await startWorkflow(bot, 'one-task', { title: 'Waiting in the queue' });
    const inbox = await signedIn(browser, system, 'sam@demo.test');
    await inbox.getByRole('link', { name: 'Waiting in the queue' }).waitFor();
    expect(await accessibilityProblems(inbox)).toEqual([]);
    await inbox.getByRole('button', { name: 'Account of' }).click();
    await inbox.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    expect(await accessibilityProblems(inbox)).toEqual([]);
    await inbox.keyboard.press('Escape');
    await inbox.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await inbox.getByRole('dialog').waitFor();
    expect(await inbox.getByRole('banner').count()).toBe(1);
  });

  test('on a narrow screen nothing lies beside it, and what fields point at is there', async () => {
    const options = [{ value: '1', label: 'One' }];
    const form = {
      one: { type: 'radio', label: 'One of them', options, helpText: 'Only one' },
      some: { type: 'multiselect', label: 'Some of them', options },
      agreed: { type: 'checkbox', label: 'Agreed' },
      paper: { type: 'file', label: 'The paper', helpText: 'Signed by both' },
      rest: { type: 'json', label: 'The rest', helpText: 'As it came' },
    };
    const title = 'A task with a long title, averylongwordwithoutanyspaceinitatallwhichhastobebroken';
    const taskId = await createTask(bot, { title, assignTo: { group: 'support-l1' }, form });
    // An admin has the most to see in the header.
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      '/inbox',
      `/tasks/${taskId}`,
      '/team',
      '/workspace',
      '/permissions',
      '/out-of-office',
    ]) {
      await page.goto(`${system.url('gateway')}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Account of' }).waitFor();
      if (path.startsWith('/tasks')) await page.getByText('Signed by both').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('alert').count()).toBe(0);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    for (const help of ['Only one', 'Signed by both', 'As it came']) {
      await page.getByText(help).waitFor();
      expect(await page.getByText(help).count()).toBe(1);
    }
    const missing = `[...document.querySelectorAll('[aria-describedby]')].flatMap((field) =>
      field.getAttribute('aria-describedby').split(' ').filter((id) => id && !document.getElementById(id)))`;
    expect(await page.evaluate(missing)).toEqual([]);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.locator('[role=menuitem]:focus').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('a person of another tenant sees an empty inbox', async () => {
    const page = await signedIn(browser, system, 'olga@other.test');
    await page.getByRole('heading', { level: 2 }).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.locator('[data-task]') })
        .count(),
    ).toBe(0);
  });
});
