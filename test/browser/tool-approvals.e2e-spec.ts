import type { Page } from 'playwright-core';
import { type Json, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type Agent, connect } from '../mcp/mcp-client';

describeInBrowser("An agent's tool calls in a browser", (browser) => {
  let system: TestSystem;
  let agent: Agent;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    agent = await connect('v2 client, 2026 era, HTTP', system);
  });
  afterAll(async () => {
    await agent?.close();
    await system?.stop();
  });

  const mail = (body: string): Json => ({
    call_id: 'mail',
    tool: 'send_email',
    arguments: { to: 'kim@customer.test', subject: 'Your order 4711', body },
    reason: 'She asked where her order is, and the parcel service says that it arrives tomorrow.',
    risk: 'low',
    similar_by: ['to'],
  });
  const refund: Json = {
    call_id: 'refund',
    tool: 'refund_order',
    arguments: { order: 4711, amount: 40.5, currency: 'EUR', note: 'Late\u202eyrros' },
    reason: 'The parcel is two days late.',
    risk: 'critical',
  };
  const ask = async (key: string, calls: Json[]): Promise<Json> => {
    const args = { idempotency_key: key, calls, assign_to: { group: 'support-l1' } };
    return (await agent.callTool('approval_request', args)).structuredContent;
  };
  const card = (page: Page, tool: string) => page.getByRole('listitem', { name: tool });

  test('a person decides about each call, allows similar ones for a while, and takes that back', async () => {
    const calls = [mail('It arrives tomorrow.'), refund];
    const asked = await ask('turn-1', calls);
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${asked.task_id}`);
    await page.getByRole('heading', { name: 'support-bot asks to do these 2 things' }).waitFor();

    // What would be done is shown as it is: numbers unrounded, and what cannot be seen is written out.
    await card(page, 'refund_order').getByText('4711', { exact: true }).waitFor();
    await card(page, 'refund_order').getByText('Late\\u202eyrros').waitFor();
    await card(page, 'refund_order').getByText('Critical').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    // A denial without a word is not sent, and the keyboard is led to where the word is missing.
    await page.getByRole('button', { name: 'Deny all' }).click();
    await card(page, 'send_email').getByRole('button', { name: 'Allow' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 allowed, 1 denied').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Nothing was sent.').waitFor();
    await card(page, 'refund_order').getByText('Say why').waitFor();
    await page.keyboard.type('Not before it has arrived.');

    // A critical call is asked about each time; for the other the proposal of the agent is ticked.
    expect(await card(page, 'refund_order').getByLabel('Allow similar calls').count()).toBe(0);
    await card(page, 'send_email').getByLabel('Allow similar calls for a while').check();
    await card(page, 'send_email').getByRole('radio', { name: '7 days' }).check();
    expect(await card(page, 'send_email').getByRole('checkbox', { name: 'to' }).isChecked()).toBe(true);
    expect(await card(page, 'send_email').getByRole('checkbox', { name: 'body' }).isChecked()).toBe(false);
    await card(page, 'send_email').getByText('support-bot may use send_email without asking until').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    // What is chosen is a draft: it is there after a reload.
    await page.getByText('Draft saved').waitFor();
    await page.reload();
    await page.getByText('1 allowed, 1 denied').waitFor();
    await page.getByRole('button', { name: 'Send decision' }).click();
    await card(page, 'send_email').getByText('Allowed by Sam Okafor').waitFor();
    await card(page, 'refund_order').getByText('Denied by Sam Okafor').waitFor();
    await card(page, 'refund_order').getByText('Not before it has arrived.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect((await ask('turn-1', calls)).calls).toMatchObject([
      { verdict: 'allowed', message: null },
      { verdict: 'denied', message: 'Not before it has arrived.' },
    ]);
    expect(await ask('turn-2', [mail('It is late.')])).toMatchObject({ done: true, task_id: null });

    await page.getByRole('link', { name: 'Permissions', exact: true }).click();
    const rule = page.getByRole('listitem', { name: 'support-bot may use send_email' });
    await rule.getByText('kim@customer.test').waitFor();
    await rule.getByText('1 time').waitFor();
    await rule.getByText('in 7 d').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await rule.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No agent may do anything without asking.').waitFor();
    expect(await ask('turn-3', [mail('It is very late.')])).toMatchObject({ done: false });
    await page.getByText('Ended', { exact: true }).click();
    await rule.getByText('revoked by Sam Okafor').waitFor();
  });

  test('a critical call is allowed by a click of its own, and never by a key', async () => {
    const transfer: Json = {
      ...refund,
      arguments: { order: 4711, target: { bank: { iban: 'DE02\u202e00' }, amount: 40.5 } },
    };
    const asked = await ask('turn-critical', [mail('It is there.'), transfer]);
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${asked.task_id}`);
    // Nothing of what would be done is folded away, nor hidden by a sign that turns the text.
    await card(page, 'refund_order').getByText('"iban": "DE02\\u202e00"').waitFor();

    await page.getByRole('button', { name: 'Allow all but the critical' }).click();
    await page.getByText('1 allowed, 1 open').waitFor();
    await page.keyboard.press('Control+Enter');
    await card(page, 'refund_order').getByText('Allow or deny this call.').waitFor();

    await card(page, 'refund_order').getByRole('button', { name: 'Allow', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('A critical call is allowed. Nothing was sent').waitFor();
    expect((await ask('turn-critical', [mail('It is there.'), transfer])).done).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Claim and send decision' }).click();
    await card(page, 'refund_order').getByText('Allowed by Sam Okafor').waitFor();
  });

  test('what is asked for somebody is shown to them as theirs, and decided by somebody else', async () => {
    const args = { idempotency_key: 'for-sam', calls: [mail('It arrives.')], on_behalf_of: 'sam@demo.test' };
    const { structuredContent: asked } = await agent.callTool('approval_request', {
      ...args,
      assign_to: { group: 'support-l1' },
    });
    const path = `${system.url('gateway')}/tasks/${asked.task_id}`;
    const own = await signedIn(browser, system, 'sam@demo.test');
    await own.goto(path);
    await own.getByText('Asked by support-bot for Sam Okafor').waitFor();
    await own.getByText('Somebody else decides this').waitFor();
    expect(await own.getByRole('button', { name: 'Allow' }).count()).toBe(0);
    expect(await accessibilityProblems(own)).toEqual([]);

    const other = await signedIn(browser, system, 'lee@demo.test');
    await other.goto(path);
    await card(other, 'send_email').getByRole('button', { name: 'Allow', exact: true }).click();
    await other.getByRole('button', { name: 'Claim and send decision' }).click();
    await card(other, 'send_email')
      .getByText(/^Allowed by/)
      .waitFor();
    await other.getByText(/after they first saw it/).waitFor();
    await card(own, 'send_email')
      .getByText(/^Allowed by/)
      .waitFor();
  });
});
