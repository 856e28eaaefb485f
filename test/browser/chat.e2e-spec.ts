import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';
import { buttonsOf, SlackServer, wordsOf } from '../harness/servers/slack-server';
import { type Clicker, SlackDesk } from '../harness/slack-desk';
import { readTaskPage } from '../harness/system/task-mutations';

const SECRET = 'a'.repeat(32);
const SAM: Clicker = { team: 'T1', user: 'USAM', secret: SECRET };
const seconds = () => Math.floor(Date.now() / 1_000);

describeInBrowser('Connections of chats, in a browser', (browser) => {
  let slack: SlackServer;
  let desk: SlackDesk;
  let system: TestSystem;
  beforeAll(async () => {
    slack = await SlackServer.start();
    slack.addTeam('xoxb-0123456789', { teamId: 'T1', name: 'Acme', signingSecret: SECRET });
    desk = new SlackDesk(slack, seconds);
    system = await startSystem({ env: slack.settings });
  });
  afterAll(async () => {
    await system?.stop();
    await slack?.close();
    expect(slack.problems).toEqual([]);
  });

  test('an administrator connects Slack where nothing may come in, a person links an account, and answers by the socket', async () => {
    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.goto(`${system.url('gateway')}/workspace/connections`);
    await ada.getByText('Slack is not connected.').waitFor();
    await ada.getByRole('button', { name: 'Connect Slack' }).click();
    const dialog = ada.getByRole('dialog', { name: 'Connect Slack' });
    await dialog.getByLabel('Manifest of the app', { exact: true }).waitFor();
    expect(await dialog.getByText('/slack/interactions').count()).toBe(1);
    await dialog.getByRole('switch', { name: /cannot reach this server/ }).click({ force: true });
    expect(await dialog.getByText('"socket_mode_enabled": true').count()).toBe(1);
    await dialog.getByLabel('Bot User OAuth Token').fill('xoxb-unknown-token');
    await dialog.getByLabel('Signing Secret').fill(SECRET);
    await dialog.getByLabel('App-level token').fill('xapp-1-0123456789');
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await dialog.getByText('Slack does not take the bot token').waitFor();
    expect(await accessibilityProblems(ada)).toEqual([]);
    await dialog.getByLabel('Bot User OAuth Token').fill('xoxb-0123456789');
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await ada.getByText('0 people connected · socket mode').waitFor();
    await eventually(() => slack.connected > 0);

    await slack.emit(commandOf(SAM, `${slack.url}/respond/command`), 'slash_commands');
    const told = await eventually(() => slack.told.at(-1));
    const link = buttonsOf(told.blocks)[0]?.url ?? '';
    const sam = await signedIn(browser, system, 'sam@demo.test');
    await sam.goto(link);
    await sam.getByRole('heading', { name: 'usam in Slack, Acme' }).waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);
    // Whoever only opens the link connects nothing.
    expect(await system.rows('SELECT FROM notification_addresses')).toEqual([]);
    await sam.getByRole('button', { name: 'This is my account: connect it' }).click();
    await sam.getByText('Slack is connected.').first().waitFor();
    await sam.reload();
    await sam.getByText('This link connects nothing').waitFor();

    await sam.goto(`${system.url('gateway')}/notifications`);
    await sam.getByText('usam, Acme').waitFor();
    await sam.getByLabel('Slack: wait so many minutes').fill('0');
    await sam.getByRole('button', { name: 'Save' }).first().click();
    await sam.getByText('Your choice is saved.').first().waitFor();
    expect(await accessibilityProblems(sam)).toEqual([]);
    await ada.reload();
    await ada.getByText('1 person connected · socket mode').waitFor();
    await ada.getByRole('button', { name: 'Send a test to me in Slack' }).click();
    await ada.getByText('Your own account is not connected yet.').waitFor();

    const spec = {
      title: 'By the socket',
      assignTo: { user: 'sam@demo.test' },
      approval: { payload: { amount: 1 } },
    };
    const id = await createTask(system.agent('demo'), spec);
    const message = await eventually(() =>
      slack.messages.find(({ blocks }) => wordsOf(blocks).includes('By the socket')),
    );
    const { value = '' } = buttonsOf(message.blocks)[0] ?? {};
    await slack.emit(desk.payloadOf(SAM, message, 'orkestra.approve', value));
    await eventually(() => wordsOf(message.blocks).includes('Approved by you'));
    expect(await readTaskPage(system.agent('demo'), id)).toMatchObject({ outcome: 'APPROVED' });
    const [record] = await system.rows('SELECT proof, outcome FROM answer_attempts');
    expect(record).toEqual({ proof: 'socket', outcome: 'done' });

    await sam.getByRole('button', { name: 'Disconnect Slack' }).click();
    await sam.getByText('Your account of Slack is no longer connected.').first().waitFor();
    await ada.getByRole('button', { name: 'Disconnect Slack' }).click();
    await ada.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
    await ada.getByText('Slack is not connected.').waitFor();
    await eventually(() => slack.connected === 0);
  });

  test('the page fits a phone, in the dark as well', async () => {
    const ada = await signedIn(browser, system, 'ada@demo.test');
    await ada.setViewportSize({ width: 390, height: 800 });
    await ada.emulateMedia({ colorScheme: 'dark' });
    await ada.goto(`${system.url('gateway')}/workspace/connections`);
    await ada.getByRole('button', { name: 'Connect Microsoft Teams' }).click();
    await ada.getByRole('dialog').getByLabel('Client secret').waitFor();
    expect(await ada.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await accessibilityProblems(ada)).toEqual([]);
  });
});

function commandOf({ team, user }: Clicker, responseUrl: string): Record<string, unknown> {
  const name = user.toLowerCase();
  return { command: '/orkestra', team_id: team, user_id: user, user_name: name, response_url: responseUrl };
}
