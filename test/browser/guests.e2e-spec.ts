import { type ApiClient, createTask, eventually, startSystem, type TestSystem } from '../harness';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

describeInBrowser('Guests, in a browser', (browser) => {
  let mail: Inbox;
  let system: TestSystem;
  let bot: ApiClient;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
    bot = system.agent('demo');
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  const taskUrl = (id: string) => `${system.url('gateway')}/tasks/${id}`;

  async function linkFor(address: string): Promise<string> {
    const sent = await eventually(() => mail.mails.findLast(({ to }) => to === address));
    const link = /https?:\/\/\S*guest\?token=[\w-]+/.exec(sent.text)?.[0] ?? '';
    return link.replace(/^https?:\/\/[^/]+/, system.url('gateway'));
  }

  test('nobody is invited until an administrator allows it; then a guest decides the one task they were asked about', async () => {
    const title = 'Which contract?';
    const form = {
      choice: {
        type: 'radio',
        required: true,
        options: [
          { value: 'a', label: 'Ours' },
          { value: 'b', label: 'Theirs' },
        ],
      },
      why: { type: 'textarea' },
    };
    const id = await createTask(bot, { title, assignTo: { user: 'sam@demo.test' }, form });
    const sam = await signedIn(browser, system, 'sam@demo.test');
    await sam.goto(taskUrl(id));
    await sam.getByRole('heading', { name: title }).waitFor();
    expect(await sam.getByRole('button', { name: 'Invite a guest' }).count()).toBe(0);

    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.goto(`${system.url('gateway')}/notifications`);
    const section = ada.getByRole('region', { name: 'Answering without signing in' });
    await section.getByRole('switch', { name: 'Guests' }).click({ force: true });
    await ada.getByText('It is saved, and counts at once.').first().waitFor();
    expect(await accessibilityProblems(ada)).toEqual([]);

    await sam.reload();
    await sam.getByRole('button', { name: 'Invite a guest' }).click();
    const dialog = sam.getByRole('dialog', { name: 'Invite a guest' });
    await dialog.getByLabel('E-mail address').fill('Gil@outside.test');
    await dialog.getByLabel('Name').fill('Gil Stone');
    expect(await accessibilityProblems(sam)).toEqual([]);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const line = sam.getByRole('list', { name: 'Guests' }).getByRole('listitem');
    await line.getByText('Gil Stone · gil@outside.test · invited').waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);

    const link = await linkFor('gil@outside.test');
    // A scanner uses nothing up.
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
    const guest = await browser.open(link);
    await guest.getByRole('heading', { name: 'Hello Gil Stone' }).waitFor();
    expect(await guest.getByText(title).count()).toBe(0);
    expect(await accessibilityProblems(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Open it' }).click();
    await guest.getByRole('heading', { name: title }).waitFor();
    expect(await accessibilityProblems(guest)).toEqual([]);
    await guest.emulateMedia({ colorScheme: 'dark' });
    await guest.setViewportSize({ width: 390, height: 800 });
    expect(await accessibilityProblems(guest)).toEqual([]);
    expect(await guest.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const cookies = await guest.context().cookies();
    expect(cookies).toMatchObject([
      { name: 'orkestra_guest', httpOnly: true, sameSite: 'Strict', path: '/api/v1/guest' },
    ]);
    // The session opens nothing else.
    await guest.goto(taskUrl(id));
    await guest.getByLabel('Password', { exact: true }).waitFor();
    const graphql = await guest.request.post(`${system.url('gateway')}/graphql`, {
      data: { query: '{ viewer { __typename } }' },
    });
    expect(await graphql.text()).toContain('UNAUTHENTICATED');
    // And the link is spent.
    expect((await fetch(link)).status).toBe(404);

    await guest.goto(`${system.url('gateway')}/api/v1/guest/task`);
    await guest.getByLabel('Comment *').fill('I read both.');
    await guest.getByRole('button', { name: 'Comment' }).click();
    await guest.getByText('Your comment is there.').waitFor();
    await guest.getByLabel('Theirs').check();
    await guest.getByRole('button', { name: 'Send the answer' }).click();
    await guest.getByRole('heading', { name: 'Thank you' }).waitFor();
    await guest.goto(`${system.url('gateway')}/api/v1/guest/task`);
    await guest.getByRole('heading', { name: 'It is decided already' }).waitFor();
    await sam.reload();
    await sam.getByText('Gil Stone (guest) completed it').waitFor();
    await sam.getByText('invited a guest').first().waitFor();
    await sam.getByText('I read both.').waitFor();
  });

  test('a revoked guest is out at once, with the page still open', async () => {
    const id = await createTask(bot, {
      title: 'Sign off',
      assignTo: { user: 'sam@demo.test' },
      approval: { payload: { amount: 5 } },
    });
    const person = await system.person('sam@demo.test');
    const invite = 'mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { guest { id } } }';
    const input = { taskId: id, email: 'hal@outside.test', name: 'Hal', actions: ['APPROVE', 'REJECT'] };
    await person.graphql(invite, { input });
    const guest = await browser.open(await linkFor('hal@outside.test'));
    await guest.getByRole('button', { name: 'Open it' }).click();
    await guest.getByRole('heading', { name: 'Sign off' }).waitFor();
    const sam = await signedIn(browser, system, 'sam@demo.test');
    await sam.goto(taskUrl(id));
    await sam.getByText('Hal · hal@outside.test · has opened it').waitFor();
    await sam.getByRole('button', { name: 'Revoke the invitation of Hal' }).click();
    await sam.getByText('Hal · hal@outside.test · revoked').waitFor();
    await guest.getByRole('button', { name: 'Approve' }).click();
    await guest.getByRole('heading', { name: 'This is not open any more' }).waitFor();
    const [row] = await system.rows('SELECT status FROM tasks WHERE id = $1', [id]);
    expect(row).toEqual({ status: 'RESERVED' });
  });
});
