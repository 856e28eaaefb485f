import type { Page } from 'playwright-core';
import { allForms } from '../forms/all-forms';
import {
  type ApiClient,
  createTask,
  ended,
  eventually,
  type Json,
  readTask,
  startSystem,
  startWorkflow,
  type TestSystem,
} from '../harness';
import { FormPage } from '../harness/browser/form-page';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';

const form = {
  answer: { type: 'textarea', label: 'Answer', required: true },
  amount: { type: 'number', label: 'Amount', validation: { max: 500 } },
  pieces: { type: 'integer', label: 'Pieces' },
  contact: { type: 'email', label: 'Contact' },
  page: { type: 'url', label: 'Page' },
  code: { type: 'text', label: 'Code', validation: { pattern: '[A-Z]+(-[A-Z]+)*' } },
  day: { type: 'date', label: 'Day' },
  meeting: { type: 'datetime', label: 'Meeting' },
  hour: { type: 'time', label: 'Hour' },
  mood: {
    type: 'select',
    label: 'Mood',
    options: [
      { value: 'good', label: 'Good' },
      { value: 'bad', label: 'Bad' },
    ],
  },
  tags: {
    type: 'multiselect',
    label: 'Tags',
    options: [
      { value: 'late', label: 'Late' },
      { value: 'broken', label: 'Broken' },
    ],
  },
  channel: {
    type: 'radio',
    label: 'Channel',
    options: [
      { value: 'mail', label: 'Mail' },
      { value: 'phone', label: 'Phone' },
    ],
  },
  careful: { type: 'checkbox', label: 'Careful' },
  receipt: { type: 'file', label: 'Receipt' },
  extra: { type: 'json', label: 'Extra' },
  policy: { type: 'text', label: 'Policy', readOnly: true, default: 'Within 30 days' },
  refund: { type: 'boolean', label: 'Refund' },
  iban: { type: 'text', label: 'IBAN', required: true, showWhen: { field: 'refund', equals: true } },
  bank: { type: 'text', label: 'Bank', showWhen: { field: 'iban', filled: true } },
};

describeInBrowser('Forms in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  const ask = (title: string, asked: object) => startWorkflow(bot, 'any-form', { title, form: asked });
  const openTask = async (title: string): Promise<Page> => {
    const page = await browser.open(system.url('gateway'));
    const { tenant, email, password } = system.user('sam@demo.test');
    await page.getByLabel('Workspace').fill(tenant);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').first().fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    return page;
  };
  const radio = (page: Page, group: string, choice: string) =>
    page.getByRole('radiogroup', { name: group }).getByLabel(choice);

  test('every type of field is filled in, and the workflow gets the values that the form asks for', async () => {
    const workflowId = await ask('Every field', form);
    const page = await openTask('Every field');

    const shown = page.locator('form').getByText(/^(?:Answer|Amount|Pieces|Contact|Page|Code|Day)\b/);
    await shown.nth(6).waitFor();
    const labels = await shown.allInnerTexts();
    expect(labels.map((label) => label.replace(/\W/g, ''))).toEqual(
      Object.values(form)
        .slice(0, 7)
        .map(({ label }) => label),
    );

    // What hangs on another answer comes and goes with it.
    expect(await page.getByLabel('IBAN').count()).toBe(0);
    await radio(page, 'Refund', 'Yes').check();
    await page.getByLabel('IBAN').fill('DE1');
    await page.getByLabel('Bank').fill('Any bank');
    await radio(page, 'Refund', 'No').check();
    await page.getByLabel('IBAN').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Bank').count()).toBe(0);

    await page.getByLabel('Amount').fill('700');
    await page.getByLabel('Code').fill('abc');
    await page.getByLabel('Extra').fill('{"any": ');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('Nothing was sent').waitFor();
    await page.getByText('Must be 500 or less.').waitFor();
    await page.getByText('Does not have the expected form.').waitFor();
    await page.getByText('This is not valid JSON yet.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByLabel('Answer').fill('Dear Rosa');
    await page.getByLabel('Amount').fill('12.5');
    await page.getByLabel('Pieces').fill('2');
    await page.getByLabel('Contact').fill('rosa@example.com');
    await page.getByLabel('Page').fill('https://example.com/a');
    await page.getByLabel('Code').fill('ABC-D');
    await page.getByLabel('Day').fill('2026-01-31');
    await page.getByLabel('Meeting').fill('2026-01-31T09:30');
    await page.getByLabel('Hour').fill('09:30');
    await page.getByRole('combobox', { name: 'Mood' }).or(page.getByLabel('Mood')).first().click();
    await page.getByRole('option', { name: 'Good' }).click();
    await page.getByLabel('Broken').check();
    await radio(page, 'Channel', 'Phone').check();
    await page.getByLabel('Careful').check();
    await page.locator('input[type=file][aria-label=Receipt]').setInputFiles({
      name: 'receipt.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Paid'),
    });
    await page.getByText('receipt.txt').first().waitFor();

    // Text that is no JSON is no answer, so nothing goes out without it.
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('Nothing was sent').waitFor();
    await page.getByLabel('Extra').fill('{"any": ["thing"]}');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();

    const { result } = await ended(bot, workflowId);
    expect(result).toEqual({
      answer: 'Dear Rosa',
      amount: 12.5,
      pieces: 2,
      contact: 'rosa@example.com',
      page: 'https://example.com/a',
      code: 'ABC-D',
      day: '2026-01-31',
      meeting: await page.evaluate(() => new Date('2026-01-31T09:30').toISOString()),
      hour: expect.stringMatching(/^09:30:00(?:Z|[+-]\d\d:\d\d)$/),
      mood: 'good',
      tags: ['broken'],
      channel: 'phone',
      careful: true,
      receipt: expect.stringMatching(/^[0-9a-f-]{36}$/),
      extra: { any: ['thing'] },
      policy: 'Within 30 days',
      refund: false,
    });
  });

  test('a schema in place of fields is drawn and checked, with its references and alternatives', async () => {
    const schema = {
      type: 'object',
      properties: {
        zip: { type: 'string', title: 'Zip', pattern: '^(\\d+)+$' },
        lines: { type: 'array', title: 'Lines', items: { $ref: '#/$defs/line' } },
      },
      required: ['zip'],
      if: { properties: { zip: { const: '10115' } }, required: ['zip'] },
      then: { properties: { floor: { type: 'integer', title: 'Floor' } }, required: ['floor'] },
      $defs: { line: { type: 'object', properties: { what: { type: 'string', title: 'What' } } } },
    };
    const workflowId = await ask('A schema', { schema });
    const page = await openTask('A schema');
    await page.getByLabel('Zip').fill(`${'1'.repeat(40)}!`);
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('Does not have the expected form.').waitFor();
    await page.getByLabel('Zip').fill('10115');
    await page.getByLabel('Floor').fill('3');
    await page.getByRole('button', { name: /add/i }).first().click();
    await page.getByLabel('What').fill('Vase');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    expect((await ended(bot, workflowId)).result).toEqual({
      zip: '10115',
      floor: 3,
      lines: [{ what: 'Vase' }],
    });
  });

  test('a schema of draft 7 that comes back to itself is drawn down to where it begins anew', async () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: {
        text: { type: 'string', title: 'Text' },
        cost: { type: 'number', title: 'Cost', multipleOf: 0.01 },
        replies: { type: 'array', title: 'Replies', items: { $ref: '#' } },
      },
      required: ['text'],
    };
    const workflowId = await ask('Comments', { schema });
    const page = await openTask('Comments');
    await page.getByLabel('Text').fill('First');
    await page.getByLabel('Cost').fill('111848.18');
    await page.getByLabel('Replies').fill('[{ "cost": 1 }]');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('0/text: Please fill this in.').waitFor();
    await page.getByLabel('Replies').fill('[{ "text": "Second", "replies": [{ "text": "Third" }] }]');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    expect((await ended(bot, workflowId)).result).toEqual({
      text: 'First',
      cost: 111848.18,
      replies: [{ text: 'Second', replies: [{ text: 'Third' }] }],
    });
  });

  const every = process.env.FORMS === 'all';
  const always = ['F15 object', 'F21'];
  const forms = allForms.filter(({ name }, index) => every || index % 7 === 0 || always.includes(name));

  test.each([
    ['English', 'en', 'en-US'],
    ['German', 'de', 'de-DE'],
  ] as const)(
    'the decision is what was seen in the form, in a browser in %s',
    async (_, language, locale) => {
      const page = await signedIn(browser, system, 'sam@demo.test', locale);
      page.setDefaultTimeout(8_000);
      const wrong: unknown[] = [];
      for (const { name, form, steps, answer } of forms) {
        const taskId = await createTask(bot, { title: name, assignTo: { user: 'sam@demo.test' }, form });
        try {
          await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
          const filled = new FormPage(page, language);
          await page.getByRole('button', { name: 'Complete', exact: true }).waitFor();
          await filled.fillIn(steps);
          if (answer === null) continue;
          await filled.complete();
          const task = await eventually(
            async () => {
              const read = await readTask(bot, taskId);
              return read.status === 'COMPLETED' && read;
            },
            { timeoutMs: 8_000 },
          );
          expect(task.decision.data).toEqual(answer);
        } catch (error) {
          wrong.push([name, (error as Error).message, await page.locator('form').allInnerTexts()]);
        }
      }
      expect(wrong).toEqual([]);
    },
    every ? 1_200_000 : 240_000,
  );

  test('a task that is only opened stays as it is', async () => {
    const refs = { type: 'array', minItems: 1, items: { type: 'string' } };
    const schema = { type: 'object', properties: { refs, n: { default: 5, type: 'number' } } };
    const taskId = await createTask(bot, {
      title: 'Opened',
      assignTo: { user: 'sam@demo.test' },
      form: { schema },
    });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByLabel('N', { exact: true }).focus();
    await page.keyboard.press('Tab');
    // Whatever was to be saved is saved when the page is left.
    await page.goto(`${system.url('gateway')}/inbox`);
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(await readTask(bot, taskId)).toMatchObject({ status: 'RESERVED' });
  });

  test('a server that refuses an answer is heard at the field, which has the focus', async () => {
    const form = {
      photos: { type: 'file', multiple: true, label: 'Photos' },
      note: { type: 'text', label: 'Note' },
    };
    const taskId = await createTask(bot, { title: 'Refused', assignTo: { user: 'sam@demo.test' }, form });
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.route('**/graphql', async (route) => {
      const sent = route.request().postDataJSON() as { variables?: { input?: { data?: Json } } };
      const input = sent.variables?.input;
      if (input?.data?.note === 'x') input.data.photos = ['0190a0de-0000-7000-8000-000000000001'];
      await route.continue({ postData: JSON.stringify(sent) });
    });
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByLabel('Note').fill('x');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await page.getByText('not attached to the task').first().waitFor();
    await page.locator('button#root_photos:focus').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
