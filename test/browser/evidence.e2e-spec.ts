import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { AuditFileCheck, publicKeysIn } from '@orkestra/tenancy';
import { openReceipt } from '@orkestra/tasks';
import { createTask, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('Evidence and privacy in a browser', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  const keys = async () => {
    const response = await system.anonymous().request('/api/v1/evidence/keys');
    return publicKeysIn(await response.text());
  };

  const revealed = () =>
    system.rows(
      `SELECT details ->> 'path' AS path FROM audit_events WHERE action = 'task.revealed' ORDER BY at, id`,
    );

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
    const taskId = await createTask(system.agent('demo'), spec);
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

  test('a sensitive value is masked until somebody reveals it, which is written down', async () => {
    const spec = {
      title: 'Where does the refund go?',
      form: { iban: { type: 'text', label: 'IBAN', required: true, sensitive: true } },
      context: { order: 4711, card: '4000123412341234' },
      sensitiveContext: ['/card'],
      assignTo: { group: 'support-l1' },
    };
    const taskId = await createTask(system.agent('demo'), spec);
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    const context = page.getByRole('region', { name: 'Context' });
    await context.getByText('••••').waitFor();
    expect(await page.content()).not.toContain('4000123412341234');
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.getByRole('button', { name: 'Reveal' }).focus();
    await page.keyboard.press('Enter');
    await context.getByText('4000123412341234').waitFor();
    expect(await revealed()).toEqual([{ path: '/context/card' }]);
    await page.reload();
    await context.getByText('••••').waitFor();

    await page.getByRole('textbox', { name: /^IBAN/ }).fill('DE89370400440532013000');
    await page.getByRole('button', { name: 'Claim and complete' }).click();
    const decision = page.getByRole('group', { name: 'Decision' });
    await decision.getByText('••••').waitFor();
    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await ada.getByRole('group', { name: 'Decision' }).getByRole('button', { name: 'Reveal' }).click();
    await ada.getByText('DE89370400440532013000').waitFor();
    expect(await revealed()).toEqual([{ path: '/context/card' }, { path: '/result/iban' }]);
    await ada.goto(`${system.url('gateway')}/workspace/audit?target=${taskId}`);
    await ada.getByText('Task revealed').first().waitFor();
  });

  test('how long things are kept is saved, asked where more is erased, and read by auditors', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/workspace/privacy`);
    const retention = page.getByRole('region', { name: 'Retention' });
    const tasks = retention.getByRole('textbox', { name: /^Tasks/ });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    const question = page.getByRole('dialog', { name: 'Erase what is older?' });
    const meant = question.getByRole('button', { name: 'Save and erase' });
    await retention.getByText('Nothing was erased yet.').waitFor();
    await tasks.fill('5000');
    await save.click();
    await meant.click();
    await retention.getByText('Must be 1 to 3650 days, or null for never.').waitFor();
    await tasks.fill('90');
    await retention.getByText(/^The next run erases: Tasks that ended before/).waitFor();
    await save.click();
    await question.getByText(/^Tasks that ended before/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await meant.click();
    await page.getByRole('note').getByText('saved').waitFor();
    // More time than before is given without a question.
    await tasks.fill('120');
    await save.click();
    await save.waitFor({ state: 'detached' });
    const ada = await system.person('ada@demo.test');
    expect((await ada.graphql('{ retention { tasks conversations executions } }')).retention).toEqual({
      ...{ tasks: 120, conversations: null, executions: null },
    });
    await page.reload();
    await retention.getByText(/^The next run erases: Tasks/).waitFor();
    expect(await tasks.inputValue()).toBe('120');
    expect(await accessibilityProblems(page)).toEqual([]);

    await system.rows(`UPDATE users SET role = 'auditor' WHERE email = 'max@demo.test'`);
    const max = await signedIn(browser, system, 'max@demo.test');
    await max.goto(`${system.url('gateway')}/workspace/privacy`);
    await max.getByText('Erased after 120 days').waitFor();
    await max.getByRole('button', { name: 'Place a hold' }).waitFor();
    expect(await max.getByRole('textbox').count()).toBe(0);
    expect(await max.getByRole('region', { name: 'Erase a person' }).count()).toBe(0);
    expect(await accessibilityProblems(max)).toEqual([]);
  });

  test('a legal hold is placed from a task, and released when it is meant', async () => {
    const taskId = await createTask(system.agent('demo'), {
      title: 'In dispute',
      assignTo: { group: 'support-l1' },
    });
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('link', { name: 'Place one' }).click();
    const dialog = page.getByRole('dialog', { name: 'Place a legal hold' });
    const task = dialog.getByRole('textbox', { name: 'Task' });
    expect(await task.inputValue()).toBe(taskId);
    await task.fill('Order 7');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Lawsuit 7');
    await dialog.getByRole('button', { name: 'Place', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await task.fill(`${system.url('gateway')}/tasks/${taskId}#history`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Place', exact: true }).click();
    const inForce = page.getByRole('list', { name: 'Holds in force' });
    await inForce.getByText('Lawsuit 7').waitFor();

    await inForce.getByRole('link', { name: 'In dispute' }).click();
    await page.getByRole('region', { name: 'Facts' }).getByText('Lawsuit 7').waitFor();
    await page.getByRole('link', { name: 'All holds' }).click();
    await page.getByRole('button', { name: 'Release the hold on “In dispute”' }).click();
    const question = page.getByRole('dialog', { name: 'Release the hold?' });
    const release = question.getByRole('button', { name: 'Release', exact: true });
    expect(await release.isDisabled()).toBe(true);
    await question.getByRole('checkbox').check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await release.click();
    await page.getByText('No hold is in force.').waitFor();
    await page.getByRole('radiogroup', { name: 'Which holds' }).getByText('Released').click();
    await page.getByRole('list', { name: 'Released holds' }).getByText('released by Ada Fischer').waitFor();
    const ada = await system.person('ada@demo.test');
    const { legalHolds } = await ada.graphql(
      '{ legalHolds { edges { node { taskId reason releasedByName } } } }',
    );
    expect(legalHolds.edges).toEqual([
      { node: { taskId, reason: 'Lawsuit 7', releasedByName: 'Ada Fischer' } },
    ]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  });
});
