import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { AuditFileCheck, publicKeysIn } from '@orkestra/tenancy';
import { openReceipt } from '@orkestra/tasks';
import { startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('Evidence in a browser', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  const keys = async () => {
    const response = await system.anonymous().request('/api/v1/evidence/keys');
    return publicKeysIn(await response.text());
  };

  /** What comes when the button is pressed by the keyboard. */
  async function downloaded(page: Page, button: Locator): Promise<{ name: string; text: string }> {
    const coming: Promise<Download> = page.waitForEvent('download');
    await button.focus();
    await page.keyboard.press('Enter');
    const download = await coming;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  test('an admin sees how far the audit log is sealed, and takes an export that holds', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/audit`);
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await evidence.getByText('Nothing is sealed yet.').waitFor();
    const { name, text } = await downloaded(page, evidence.getByRole('button', { name: 'Export' }));
    expect(name).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.jsonl$/);
    const check = new AuditFileCheck({ keys: await keys() });
    for (const line of text.trimEnd().split('\n')) check.add(line);
    const report = check.report();
    expect(report).toMatchObject({ ok: true, trusted: true });
    await page.reload();
    await evidence.getByText(/Sealed until .*, \d+ entr/).waitFor();
    await evidence.getByText(report.checkpoint ?? '-').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('whoever decided a task takes its receipt, by the keyboard alone', async () => {
    const spec = { title: 'Refund', form: { ok: { type: 'boolean' } }, assignTo: { group: 'support-l1' } };
    const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
    const { createTask } = await system.agent('demo').graphql(create, { input: { spec } });
    const taskId = createTask.task.id as string;
    const sam = await system.person('sam@demo.test');
    const complete = 'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { id } } }';
    await sam.graphql(complete, { input: { taskId, data: { ok: true }, claim: true } });

    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('heading', { name: 'What happened next' }).waitFor();
    await page.getByText('Evidence', { exact: true }).focus();
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Download the receipt' });
    await button.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const { name, text } = await downloaded(page, button);
    expect(name).toBe(`receipt-${taskId}.json`);
    expect(openReceipt(text, await keys()).statement?.predicate).toMatchObject({
      ...{ taskId, outcome: 'completed' },
      decisions: [{ role: 'operator', channel: 'graphql' }],
    });
  });
});
