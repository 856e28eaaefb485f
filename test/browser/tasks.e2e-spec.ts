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

describeInBrowser('Tasks in a browser', (browser) => {
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

  test('two people approve together, on what each was shown', async () => {
    const approval = { payload: { amount: 1200, to: 'ACME' }, quorum: { rule: 'count', count: 2 } };
    const taskId = await createTask(bot, { title: 'Pay the invoice?', assignTo: IN_L1, approval });
    const sam = await open('sam@demo.test', taskId);
    const lee = await open('lee@demo.test', taskId);
    await sam.getByText('2 people have to approve.').waitFor();
    await sam.getByText('1,200').waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);

    // What has to change is said, and nothing is sent without it.
    await sam.getByRole('button', { name: 'Request changes' }).click();
    await sam.getByText('Say why').waitFor();
    await sam.getByLabel('Reason').fill('Too much. Ask them for half.');
    await sam.getByRole('button', { name: 'Request changes' }).click();
    await sam.getByText('Waiting for the requester').waitFor();

    // Lee has read the first version: the second does not slip under their hand.
    await lee.getByText('Waiting for the requester').waitFor();
    await bot.graphql(
      'mutation ($input: AnswerTaskChangesInput!) { answerTaskChanges(input: $input) { task { id } } }',
      { input: { taskId, payload: { amount: 600, to: 'ACME' } } },
    );
    await lee.getByRole('button', { name: 'Show version 2' }).click();
    const changes = lee.getByRole('region', { name: 'Changes since version 1' });
    await changes.getByText('600').waitFor();
    await changes.getByText('1,200').waitFor();
    await lee.getByRole('button', { name: 'Approve' }).click();
    await lee.getByText('1 of 2 approvals').waitFor();
    expect(await accessibilityProblems(lee)).toEqual([]);

    await sam.getByRole('button', { name: 'Show version 2' }).click();
    await sam.getByRole('button', { name: 'Approve' }).click();
    await sam.getByText('Approved by Sam Okafor').waitFor();
    expect(await readTaskPage(ada, taskId)).toMatchObject({ outcome: 'APPROVED' });
  });

  test('people comment, speak to each other, and attach files', async () => {
    const taskId = await createTask(bot, { title: 'Broken vase', assignTo: IN_L1, form: FORM });
    const sam = await open('sam@demo.test', taskId);
    await sam.getByLabel('New comment').pressSequentially('Please look, @Lee T');
    await sam.getByRole('option', { name: /Lee Tanaka/ }).waitFor();
    await sam.keyboard.press('Enter');
    await sam.getByLabel('New comment').pressSequentially('<b>now</b>');
    // Elsewhere on the page this would complete the task.
    await sam.keyboard.press('Control+Enter');
    const comment = sam.getByRole('listitem', { name: 'Comment by Sam Okafor' });
    await comment.getByText('<b>now</b>').waitFor();
    expect(await comment.getByText('@Lee Tanaka').count()).toBe(1);

    await comment.getByRole('button', { name: 'Edit' }).click();
    await sam.getByLabel('Change the comment').fill('Please look, @Lee Tanaka: it is urgent');
    await sam.getByRole('button', { name: 'Save' }).click();
    await comment.getByText('it is urgent').waitFor();
    await comment.getByRole('button', { name: 'Earlier texts' }).click();
    await comment.getByText('<b>now</b>').waitFor();

    await sam.getByLabel('Files to attach').setInputFiles({
      name: 'vase.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('It is broken.'),
    });
    const file = sam.getByRole('link', { name: 'vase.txt' });
    await file.waitFor();
    const [download] = await Promise.all([sam.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('vase.txt');
    expect(await accessibilityProblems(sam)).toEqual([]);

    const lee = await open('lee@demo.test', taskId);
    await lee.getByText('it is urgent').waitFor();
    expect(await lee.getByRole('button', { name: 'Delete vase.txt' }).count()).toBe(0);
    await sam.getByRole('button', { name: 'Delete vase.txt' }).click();
    await sam.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await file.waitFor({ state: 'detached' });
    await comment.getByRole('button', { name: 'Delete' }).click();
    await sam.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    // Lee reloads nothing: the page hears of it.
    await lee.getByText('Deleted by Sam Okafor').waitFor();
  });

  test('what is typed on one device is there on another, and neither replaces the other unasked', async () => {
    const taskId = await createTask(bot, { title: 'Half an answer', assignTo: IN_L1, form: FORM });
    const office = await open('sam@demo.test', taskId);
    await office.getByRole('button', { name: 'Claim', exact: true }).click();
    await office.getByRole('textbox', { name: /^Answer/ }).fill('The first half');
    await office.getByText('Draft saved').waitFor();
    // The first draft of a task that somebody holds starts it.
    await office.getByText('In progress').first().waitFor();

    const home = await open('sam@demo.test', taskId);
    const answer = home.getByRole('textbox', { name: /^Answer/ });
    await answer.waitFor();
    expect(await answer.inputValue()).toBe('The first half');
    await answer.fill('The first half and the second');
    await home.getByText('Draft saved').waitFor();
    await eventually(async () => {
      const [row] = await system.rows('SELECT data FROM task_drafts WHERE task_id = $1', [taskId]);
      return (row?.data as { answer?: string } | undefined)?.answer === 'The first half and the second';
    });

    await office.getByRole('textbox', { name: /^Answer/ }).fill('Something else');
    await office.getByText('You have changed this draft elsewhere').waitFor();
    expect(await accessibilityProblems(office)).toEqual([]);
    await office.getByRole('button', { name: 'Show the other one' }).click();
    await eventually(
      async () =>
        (await office.getByRole('textbox', { name: /^Answer/ }).inputValue()) ===
        'The first half and the second',
    );
    await office.getByRole('button', { name: 'Complete', exact: true }).click();
    await office.getByText('Completed by Sam Okafor').waitFor();
  });

  test('a search finds tasks by their words, and what is selected is claimed at once', async () => {
    const titles = ['Walrus one', 'Walrus two', 'Walrus three'];
    const taskIds: string[] = [];
    for (const title of titles) {
      taskIds.push(await createTask(bot, { title, assignTo: IN_L1, context: { animal: 'odobenus' } }));
    }
    await createTask(bot, { title: 'A seal', assignTo: IN_L1 });
    const page = await signedIn(browser, system, 'sam@demo.test');
    const row = (title: string) => page.getByRole('link', { name: title });
    await row('A seal').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('odobenus -two');
    await row('A seal').waitFor({ state: 'detached' });
    await row('Walrus one').waitFor();
    expect(await row('Walrus two').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('searchbox', { name: 'Search tasks' }).fill('odobenus');
    await row('Walrus two').waitFor();
    // Out of the search, so that keys are commands again.
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.getByRole('checkbox', { name: /^Select all/ }).click();
    await page.getByText('3 selected').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const command = (name: string) =>
      page.getByRole('group', { name: 'Selected tasks' }).getByRole('button', { name });
    await command('Claim').click();
    await page.getByRole('note').getByText('Claimed 3 tasks.').waitFor();

    // One of them is another's by now: the others are released all the same.
    await run(ada, 'assignTask', { taskId: taskIds[2], to: { user: 'lee@demo.test' } });
    await page.getByRole('tab', { name: 'All open' }).click();
    await page.getByRole('checkbox', { name: 'Select “Walrus three”' }).click();
    await page.getByRole('checkbox', { name: /^Select all/ }).click();
    await command('Release').click();
    await page.getByRole('alert').getByText('Released 2 of 3 tasks.').waitFor();
    const failures = page.getByRole('list', { name: 'Not done' });
    await failures.getByText('Only the person who holds the task may do this.').waitFor();
    await failures.getByRole('link', { name: 'Walrus three' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('filters stand in the address, and an empty list says why it is empty', async () => {
    const page = await signedIn(browser, system, 'lee@demo.test');
    await createTask(bot, { title: 'Most urgent of all', assignTo: IN_L1, priority: 'urgent' });
    await page.getByRole('link', { name: 'Most urgent of all' }).waitFor();
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.getByRole('combobox', { name: 'Priority' }).click();
    await page.getByRole('option', { name: 'Low' }).click();
    await page.getByText('No task of this list fits the filters.').waitFor();
    expect(page.url()).toContain('priority=low');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    await page.getByText('No task of this list fits the filters.').waitFor();
    await page.getByRole('link', { name: 'Clear search and filters' }).click();
    await page.getByRole('link', { name: 'Most urgent of all' }).waitFor();
  });

  test('a supervisor hands a task over, and the page says when it is with others', async () => {
    const taskId = await createTask(bot, { title: 'For somebody else', assignTo: IN_L1 });
    const page = await open('lee@demo.test', taskId);
    const menu = async (item: string): Promise<void> => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Assign…');
    await page.getByRole('combobox', { name: 'Assign to' }).fill('sam');
    await page.getByRole('option', { name: /Sam Okafor/ }).click();
    await page.getByLabel('Reason').fill('You know the customer');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('You know the customer').waitFor();
    await history.getByText('Assignee: nobody → Sam Okafor').waitFor();

    await menu('Change priority…');
    await page.getByText('Urgent', { exact: true }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await history.getByText('Priority: Urgent (100) → Medium (50)').waitFor();

    await menu('Forward…');
    await page.getByRole('combobox', { name: 'Forward to' }).fill('second');
    await page.getByRole('option', { name: /second line/ }).click();
    await page.getByRole('button', { name: 'Forward', exact: true }).click();
    await page.getByRole('heading', { name: 'The task is with others now' }).waitFor();
  });
});
