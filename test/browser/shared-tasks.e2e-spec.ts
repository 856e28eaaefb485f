import type { Page } from 'playwright-core';
import {
  type ApiClient,
  createTask,
  eventually,
  readTaskPage,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const IN_L1 = { group: 'support-l1' };
const FORM = { answer: { type: 'textarea', label: 'Answer', required: true } };

describeInBrowser('A task that several people work on, in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  let ada: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    bot = system.agent('demo');
    ada = await system.person('ada@demo.test');
  });
  afterAll(() => system?.stop());

  const open = async (email: string, taskId: string): Promise<Page> => {
    const page = await signedIn(browser, system, email);
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('region', { name: 'Comments' }).waitFor();
    return page;
  };

  test('what is typed never becomes a command, whoever takes the task meanwhile', async () => {
    const titles = ['Snow one', 'Snow two', 'Snow three'];
    const [taken = '', ...others] = await Promise.all(
      titles.map((title) =>
        createTask(bot, { title, assignTo: IN_L1, form: FORM, context: { like: 'snow' } }),
      ),
    );
    const sam = await open('sam@demo.test', taken);
    const answer = sam.getByRole('textbox', { name: /^Answer/ });
    await answer.pressSequentially('I think that');
    await run(await system.person('lee@demo.test'), 'claimTask', { taskId: taken });
    await sam.getByText('Lee Tanaka holds this task').first().waitFor();
    // The focus stays in the field, which takes no more; what it holds can be read and copied.
    await sam.keyboard.type(' such a curious customer is rarely unhappy');
    expect(await sam.locator('textarea:focus').inputValue()).toBe('I think that');
    expect(sam.url()).toContain(taken);

    // In the list a key acts on a row that the person has chosen, not on one to which the page moved the focus.
    const list = await signedIn(browser, system, 'sam@demo.test');
    await list.goto(`${system.url('gateway')}/inbox?q=snow`);
    await list.getByRole('link', { name: 'Snow two' }).waitFor();
    await list.getByRole('link', { name: 'Snow three' }).waitFor();
    await list.getByRole('heading', { name: 'Inbox' }).click();
    await list.keyboard.press('j');
    await list.keyboard.press('c');
    await list
      .getByText(/^You hold “Snow (two|three)” now/)
      .first()
      .waitFor();
    const rows = list.locator('a[data-task]');
    await eventually(async () => (await rows.count()) === 1);
    await list.locator('a[data-task]:focus').waitFor();
    await list.keyboard.press('c');
    await list.getByText('Choose a task with j or k first.').waitFor({ state: 'attached' });
    await list.keyboard.press('j');
    await list.keyboard.press('c');
    await eventually(async () => (await rows.count()) === 0);
    for (const taskId of others)
      expect(await readTaskPage(ada, taskId)).toMatchObject({ status: 'RESERVED' });
  });

  test('what somebody wrote is there still when others close the task', async () => {
    const spec = { title: 'Two write', assignTo: IN_L1, form: FORM };
    const taskId = await createTask(bot, spec);
    const sam = await open('sam@demo.test', taskId);
    await sam.getByRole('textbox', { name: /^Answer/ }).fill('My long and careful answer');
    await sam.getByText('Draft saved').waitFor();
    await sam.getByRole('textbox', { name: /^Answer/ }).fill('My long and careful answer, with an end');
    const lee = await system.person('lee@demo.test');
    await run(lee, 'completeTask', { taskId, claim: true, data: { answer: 'Short' } });
    const left = sam.getByRole('alert').filter({ hasText: 'Lee Tanaka completed this while you wrote.' });
    await left.getByText('My long and careful answer, with an end').waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);
    // What was saved in time is there on another device, too.
    const home = await open('sam@demo.test', taskId);
    await home.getByRole('alert').getByText('My long and careful answer').waitFor();
    await left.getByRole('button', { name: 'Keep as a comment' }).click();
    const comment = sam.getByRole('listitem', { name: 'Comment by Sam Okafor' });
    await comment.getByText('Answer: My long and careful answer, with an end').waitFor();
    await left.waitFor({ state: 'detached' });
    await home.reload();
    await home.getByRole('region', { name: 'Comments' }).waitFor();
    expect(await home.getByText('while you wrote').count()).toBe(0);

    // The reason of a decision is kept nowhere else; it is not lost either, and old news goes.
    const approval = { payload: { amount: 1 } };
    const asked = await createTask(bot, { title: 'Two decide', assignTo: IN_L1, approval });
    await sam.goto(`${system.url('gateway')}/tasks/${asked}`);
    await sam.getByRole('button', { name: 'Claim', exact: true }).click();
    await sam.getByText('You hold this task now.').first().waitFor();
    await sam.getByLabel('Reason').fill('Because I say so');
    await run(ada, 'cancelTask', { taskId: asked });
    await sam.getByText('This was cancelled while you wrote.').waitFor();
    await sam.getByRole('alert').getByText('Because I say so').waitFor();
    expect(await sam.locator('#main').getByText('You hold this task now.').count()).toBe(0);
  });

  test('comments and reasons that were not sent are not left without a question', async () => {
    const approval = { payload: { amount: 1 } };
    const taskId = await createTask(bot, { title: 'To be left', assignTo: IN_L1, approval });
    const sam = await open('sam@demo.test', taskId);
    await sam.getByLabel('New comment').fill('Half a comment');
    await sam.getByLabel('Reason').fill('Half a reason');
    await sam.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
    const question = sam.getByRole('dialog');
    await question.getByText('A comment is written, but not sent.').waitFor();
    await question.getByText('“Reason” is written, but not sent.').waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);
    await question.getByRole('button', { name: 'Keep editing' }).click();
    expect(await sam.getByLabel('New comment').inputValue()).toBe('Half a comment');
    await sam.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
    await question.getByRole('button', { name: 'Discard and leave' }).click();
    await sam.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  test('a delegate fills the form in and gives it back, and the owner completes it', async () => {
    const taskId = await createTask(bot, { title: 'For an expert', assignTo: IN_L1, form: FORM });
    const sam = await open('sam@demo.test', taskId);
    await sam.getByRole('button', { name: 'Claim', exact: true }).click();
    await sam.getByRole('textbox', { name: /^Answer/ }).fill('It seems that');
    await sam.getByText('Draft saved').waitFor();
    await run(await system.person('sam@demo.test'), 'delegateTask', { taskId, to: 'lee@demo.test' });
    await sam.getByText('Lee Tanaka holds this task').first().waitFor();

    const lee = await open('lee@demo.test', taskId);
    await lee.getByText('Sam Okafor has delegated this to you.').waitFor();
    const answer = lee.getByRole('textbox', { name: /^Answer/ });
    expect(await answer.inputValue()).toBe('It seems that');
    await answer.fill('It seems that the pump is broken');
    expect(await accessibilityProblems(lee)).toEqual([]);
    // At once: what was typed last goes along.
    await lee.locator('form').getByRole('button', { name: 'Give back' }).click();
    await lee.getByText('Given back to the owner.').first().waitFor();

    await sam.getByRole('button', { name: 'Complete', exact: true }).waitFor();
    const given = sam.getByRole('textbox', { name: /^Answer/ });
    await eventually(async () => (await given.inputValue()) === 'It seems that the pump is broken');
    await sam.getByRole('button', { name: 'Complete', exact: true }).click();
    await sam.getByText('Completed by Sam Okafor').waitFor();
  });

  test('who gives a task to somebody away is told before and after, and sees each command go through', async () => {
    const taskId = await createTask(bot, { title: 'For Sam, who is away', assignTo: IN_L1, form: FORM });
    const page = await open('ada@demo.test', taskId);
    const period = { from: new Date(Date.now() - 60_000), until: new Date(Date.now() + 86_400_000) };
    const away = { user: 'sam@demo.test', substitute: 'lee@demo.test', ...period };
    const plan = 'mutation ($input: PlanAbsenceInput!) { planAbsence(input: $input) { absence { id } } }';
    const { planAbsence } = await ada.graphql(plan, { input: away });
    const absenceId = planAbsence.absence.id as string;
    const menu = async (item: string): Promise<void> => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Assign…');
    await page.getByRole('combobox', { name: 'Assign to' }).fill('sam');
    await page.getByRole('option', { name: /Sam Okafor/ }).click();
    await page.getByText('Lee Tanaka stands in and gets it.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    const note = page.getByRole('note');
    await note.getByText('is away: Lee Tanaka stands in and has it now.').waitFor();
    const remove =
      'mutation ($input: RemoveAbsenceInput!) { removeAbsence(input: $input) { absence { id } } }';
    await ada.graphql(remove, { input: { absenceId } });
    await menu('Suspend…');
    await page.getByRole('button', { name: 'Suspend', exact: true }).click();
    await page.getByRole('button', { name: 'Resume now' }).click();
    await note.getByText('Resumed.').waitFor();
  });

  test('what was done with many tasks at once can be undone', async () => {
    const context = { like: 'glacier' };
    const before = ['low', 'high'];
    for (const priority of before) {
      await createTask(bot, { title: `Ice ${priority}`, assignTo: IN_L1, priority, context });
    }
    const page = await signedIn(browser, system, 'lee@demo.test');
    await page.goto(`${system.url('gateway')}/inbox?tab=open&q=glacier`);
    const bar = page.getByRole('group', { name: 'Selected tasks' });
    const all = async (command: string): Promise<void> => {
      await page.getByRole('checkbox', { name: /^Select all/ }).click();
      await bar.getByRole('button', { name: command }).click();
    };
    const undo = page.getByRole('note').getByRole('button', { name: 'Undo' });
    const has = (sql: string, expected: string[]): Promise<unknown> =>
      eventually(async () => {
        const rows = await system.rows(
          `SELECT ${sql} AS value FROM tasks WHERE title LIKE 'Ice %' ORDER BY title`,
          [],
        );
        return String(rows.map(({ value }) => String(value))) === String(expected);
      });
    await page.getByRole('link', { name: 'Ice high' }).waitFor();
    await all('Claim');
    await page.getByRole('note').getByText('Claimed 2 tasks.').waitFor();
    await has('status', ['RESERVED', 'RESERVED']);
    await undo.click();
    await page.getByRole('note').getByText('Undone. Released 2 tasks.').waitFor();
    await has('status', ['READY', 'READY']);

    await all('Priority…');
    await page.getByRole('dialog').getByText('Urgent', { exact: true }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await has('priority', ['100', '100']);
    await undo.click();
    await has('priority', ['75', '25']);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
