import type { Page } from 'playwright-core';
import { type ApiClient, createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const IN_L1 = { group: 'support-l1' };

describeInBrowser('Settings in a browser', (browser) => {
  let system: TestSystem;
  let bot: ApiClient;
  let ada: ApiClient;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    bot = system.agent('demo');
    ada = await system.person('ada@demo.test');
  });
  afterAll(() => system?.stop());

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const save = async (page: Page, name = 'Save'): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('group', { name: 'Changes' }).waitFor({ state: 'detached' });
  };
  const taskOf = async (spec: object) => {
    const id = await createTask(bot, { title: 'To be assigned', ...spec });
    const { task } = await ada.graphql(
      'query ($id: ID!) { task(id: $id) { status dueAt assignee { email } } }',
      { id },
    );
    return task as { status: string; dueAt: string | null; assignee: { email: string } | null };
  };

  test('a supervisor says how tasks are handed out, and the next one goes by it', async () => {
    const page = await signedIn(browser, system, 'lee@demo.test');
    expect(await page.getByRole('link', { name: 'Workspace', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await heading(page, 'Team settings');
    await page.getByText('People claim them').waitFor();
    // Only their own group is theirs to change.
    expect(await page.getByRole('link', { name: 'Support, second line' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await taskOf({ assignTo: IN_L1 })).toMatchObject({ status: 'READY', assignee: null });

    await page.getByRole('link', { name: 'Support, first line' }).click();
    await heading(page, 'Support, first line');
    await page.getByRole('link', { name: 'Sam Okafor' }).waitFor();
    await page.getByRole('radio', { name: 'In turn' }).click();
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await save(page);
    await page.getByRole('note').getByText('saved').waitFor();
    expect(await taskOf({ assignTo: IN_L1 })).toMatchObject({
      status: 'RESERVED',
      assignee: { email: 'sam@demo.test' },
    });
    await page.reload();
    expect(await page.getByRole('radio', { name: 'In turn' }).isChecked()).toBe(true);

    await page.getByRole('link', { name: 'Sam Okafor' }).click();
    await heading(page, 'Sam Okafor');
    await page.getByRole('textbox', { name: 'Capacity' }).fill('99999');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Must be a whole number, 0 to 10000.').waitFor();
    await page.getByRole('textbox', { name: 'Capacity' }).fill('1');
    await page.getByRole('combobox', { name: 'Skills' }).fill('French');
    await page.keyboard.press('Enter');
    expect(await accessibilityProblems(page)).toEqual([]);
    await save(page);
    expect(await taskOf({ assignTo: { ...IN_L1, skills: ['french'] } })).toMatchObject({ status: 'READY' });
    await page.getByRole('textbox', { name: 'Capacity' }).fill('');
    await save(page);
    expect(await taskOf({ assignTo: { ...IN_L1, skills: ['french'] } })).toMatchObject({
      status: 'RESERVED',
    });
  });

  test('a chain is written step by step, and what is wrong stands at its step', async () => {
    const page = await signedIn(browser, system, 'lee@demo.test');
    await page.goto(`${system.url('gateway')}/team/support-l1`);
    await page.getByRole('radio', { name: 'Steps of this group' }).click();
    const step = (number: number) => page.getByRole('listitem', { name: `Step ${number}` });
    await step(1).getByRole('textbox', { name: 'Time' }).fill('3');
    await page.getByRole('button', { name: 'Add a step' }).click();
    await step(2).getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Escalate to' }).click();
    await step(2).getByRole('combobox', { name: 'To whom' }).fill('second');
    await page.getByRole('option', { name: /second line/ }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await step(2)
      .getByText(/list the steps in the order of time/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Move step 2 up' }).click();
    await save(page);
    await page.reload();
    expect(await step(2).getByRole('textbox', { name: 'Time' }).inputValue()).toBe('3');
    // It is kept by its key, and shown by its name.
    const whom = step(1).getByRole('combobox', { name: 'To whom' });
    await eventually(async () => (await whom.inputValue()) === 'Support, second line');
    const { group } = await ada.graphql(
      '{ group(group: "support-l1") { escalationChain { action after { milliseconds } to { group } } } }',
    );
    expect(group).toEqual({
      escalationChain: [
        { action: 'ESCALATE', after: { milliseconds: 3_600_000 }, to: { group: 'support-l2' } },
        { action: 'NOTIFY', after: { milliseconds: 10_800_000 }, to: null },
      ],
    });
  });

  test('somebody plans to be away, and their work goes to the substitute until they are back', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Out of office' }).click();
    await heading(page, 'Out of office');
    await page.getByText('No absence is planned.').waitFor();
    const plan = async (substitute: string): Promise<void> => {
      const days = [new Date(), new Date(Date.now() + 24 * 3_600_000)];
      await page.getByRole('button', { name: 'Plan an absence' }).click();
      // The browser's own calendar day, as a person would choose it.
      const local = await page.evaluate(
        (times) => times.map((time) => new Date(time).toLocaleDateString('sv')),
        days.map((day) => day.getTime()),
      );
      await page.getByLabel('First day away').fill(local[0] ?? '');
      await page.getByLabel('Last day away').fill(local[1] ?? '');
      await page.getByRole('combobox', { name: 'Substitute' }).fill(substitute);
      await page.getByRole('option', { name: new RegExp(substitute) }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Plan', exact: true }).click();
    };
    await plan('Sam');
    await page.getByText('Must be somebody else.').first().waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await plan('Max');
    await page.getByText('Max Novak stands in').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const forSam = { assignTo: { user: 'sam@demo.test' } };
    expect((await taskOf(forSam)).assignee).toEqual({ email: 'max@demo.test' });

    // Their supervisor sees it.
    const lee = await signedIn(browser, system, 'lee@demo.test');
    await lee.goto(`${system.url('gateway')}/team/support-l1`);
    await lee.getByText(/Away, back .*Max Novak stands in/).waitFor();

    await page.getByRole('button', { name: /^End it now/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No absence is planned.').waitFor();
    expect((await taskOf(forSam)).assignee).toEqual({ email: 'sam@demo.test' });
  });

  test('an admin makes a calendar, and due dates in working hours follow it', async () => {
    const page = await signedIn(browser, system, 'ada@demo.test');
    await page.getByRole('link', { name: 'Workspace', exact: true }).click();
    await heading(page, 'Workspace settings');
    await page.getByText('Mon–Fri 08:00–20:00, Sat 10:00–16:00').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    // One day a week is open, which is not today.
    const open = new Date(Date.now() + 3 * 24 * 3_600_000);
    const day = DAYS[open.getUTCDay()] ?? '';
    await page.getByRole('link', { name: 'New calendar' }).click();
    await heading(page, 'New calendar');
    await page.getByRole('textbox', { name: 'Name' }).fill('One day a week');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berl');
    await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Africa/Abidjan');
    await page.getByRole('option', { name: 'Africa/Abidjan' }).click();
    for (const other of DAYS.slice(1, 6)) {
      if (other !== day) await page.getByRole('button', { name: `Remove part 1 of ${other}` }).click();
    }
    if (['Saturday', 'Sunday'].includes(day)) {
      await page.getByRole('button', { name: `Add hours to ${day}` }).click();
    }
    const part = (side: string) => page.getByRole('textbox', { name: `${day}, ${side} (part 1)` });
    await part('from').fill('10:00');
    await part('to').fill('9:00');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('A time such as 09:00.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await part('to').fill('12:00');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await heading(page, 'Workspace settings');
    await page.getByRole('link', { name: 'One day a week' }).waitFor();

    await page.getByRole('combobox', { name: 'Business calendar' }).click();
    await page.getByRole('option', { name: /^One day a week/ }).click();
    await page.getByRole('textbox', { name: 'Tasks expire after' }).fill('3');
    await page.getByRole('radio', { name: 'Warn' }).check();
    await save(page);
    const sla = { timeoutMs: 3_600_000, calendar: true };
    const { dueAt } = await taskOf({ assignTo: { group: 'support-l2' }, sla });
    expect(new Date(dueAt ?? '').toISOString()).toBe(`${open.toISOString().slice(0, 10)}T11:00:00.000Z`);
    expect((await ada.graphql('{ tenantSettings { timeToLiveMs selfApproval } }'))['tenantSettings']).toEqual(
      {
        timeToLiveMs: 3 * 24 * 3_600_000,
        selfApproval: 'WARN',
      },
    );

    await page.getByRole('link', { name: 'One day a week' }).click();
    await heading(page, 'One day a week');
    await page.getByRole('combobox', { name: 'Country' }).fill('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('combobox', { name: 'State' }).fill('Berl');
    await page.getByRole('option', { name: 'Berlin' }).click();
    // This year's days and those of the next, with what only this state has.
    for (const year of [new Date().getFullYear(), new Date().getFullYear() + 1]) {
      const days = page.getByRole('region', { name: `Public holidays ${year}` });
      await days.getByText('8 Mar: Internationaler Frauentag').waitFor();
    }
    await page.getByRole('button', { name: 'Add a free day' }).click();
    await page.getByLabel('Free day 1', { exact: true }).fill('2027-05-14');
    await page.getByRole('button', { name: 'Add a day' }).click();
    await page.getByLabel('Day 1', { exact: true }).fill('2027-05-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await heading(page, 'Workspace settings');
    const saved = 'holidays { country state } closedDates openDates { date hours { from to } }';
    expect(await ada.graphql(`{ businessCalendar(key: "one-day-a-week") { ${saved} } }`)).toEqual({
      businessCalendar: {
        holidays: { country: 'DE', state: 'BE' },
        closedDates: ['2027-05-14'],
        openDates: [{ date: '2027-05-01', hours: [{ from: '09:00', to: '17:00' }] }],
      },
    });

    // What everybody goes by stays, and the page says why.
    await page.getByRole('button', { name: 'Delete One day a week' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('is that of the whole tenant. Give them another one first.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('combobox', { name: 'Business calendar' }).click();
    await page.getByRole('option', { name: /^Office hours/ }).click();
    await save(page);
    await page.getByRole('button', { name: 'Delete One day a week' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'One day a week' }).waitFor({ state: 'detached' });
  });

  test('a member has no such pages', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    for (const name of ['Team', 'Workspace']) {
      expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
    }
    for (const path of ['/team', '/team/support-l1', '/workspace', '/workspace/calendars/new']) {
      await page.goto(`${system.url('gateway')}${path}`);
      await heading(page, 'Page not found');
    }
    const lee = await signedIn(browser, system, 'lee@demo.test');
    await lee.goto(`${system.url('gateway')}/tenant`);
    await heading(lee, 'Page not found');
    await lee.goto(`${system.url('gateway')}/team/support-l2`);
    await heading(lee, 'Page not found');
  });
});
