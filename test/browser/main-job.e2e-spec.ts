import { type ApiClient, ended, startSystem, startWorkflow, type TestSystem } from '../harness';
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
