import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiClient, createTask, eventually, startSystem, type TestSystem } from '../harness';
import { PushService } from '../harness/servers/push-service';
import { buttonsOf, SlackServer, wordsOf } from '../harness/servers/slack-server';
import { cardActions, cardWords, TeamsServer } from '../harness/servers/teams-server';
import { type Clicker, SlackDesk, type SignedRequest } from '../harness/slack-desk';
import { readTaskPage, run } from '../harness/system/task-mutations';

const SECRET = 'a'.repeat(32);
const SAM: Clicker = { team: 'T1', user: 'USAM', secret: SECRET };
const APP = '10000000-0000-4000-8000-000000000001';
const ORGANISATION = '20000000-0000-4000-8000-000000000001';
const TITLE = 'Sent and not written down';
const seconds = () => Math.floor(Date.now() / 1_000);

describe('Chats and push when the worker is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-push-'));
  let slack: SlackServer;
  let teams: TeamsServer;
  let push: PushService;
  let system: TestSystem;
  let desk: SlackDesk;
  let sam: ApiClient;
  beforeAll(async () => {
    [slack, teams, push] = await Promise.all([SlackServer.start(), TeamsServer.start(), PushService.start()]);
    slack.addTeam('xoxb-0123456789', { teamId: 'T1', name: 'Acme', signingSecret: SECRET });
    teams.addBot(APP, 'secret-of-the-bot');
    desk = new SlackDesk(slack, seconds);
    const trusted = join(folder, 'authority.pem');
    writeFileSync(trusted, push.authority);
    system = await startSystem({
      env: {
        ...{ ...slack.settings, ...teams.settings, OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8,::1' },
        ...{ PUSH_CONTACT: 'mailto:ops@demo.test', PUSH_SERVICES: 'localhost', NODE_EXTRA_CA_CERTS: trusted },
      },
    });
    const ada = await system.person('ada@demo.test');
    await change(ada, 'connectSlack', { botToken: 'xoxb-0123456789', signingSecret: SECRET });
    const bot = { appId: APP, organisationId: ORGANISATION, clientSecret: 'secret-of-the-bot' };
    await change(ada, 'connectTeams', bot);
    sam = await system.person('sam@demo.test');
    await bring(desk.command(SAM));
    const told = await eventually(() => slack.told.find(({ blocks }) => buttonsOf(blocks).length > 0));
    await link(sam, buttonsOf(told.blocks)[0]?.url ?? '');
    await hello('lee');
    const greeting = await eventually(() => teams.messages[0]);
    const lee = await system.person('lee@demo.test');
    await link(lee, Object.keys(cardActions(greeting.card))[0] ?? '');
    await change(sam, 'connectPushDevice', { ...push.subscribe('phone'), label: 'Phone' });
    await atOnce(sam, 'slack', 'push');
    await atOnce(lee, 'teams');
  });
  afterAll(async () => {
    await system?.stop();
    await Promise.all([slack?.close(), teams?.close(), push?.close()]);
    rmSync(folder, { recursive: true, force: true });
    expect([...slack.problems, ...teams.problems, ...push.faults]).toEqual([]);
  });

  async function change(person: ApiClient, mutation: string, input: object): Promise<void> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    await person.graphql(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input,
    });
  }

  async function atOnce(person: ApiClient, ...channels: string[]): Promise<void> {
    const asked = { kind: 'APPROVAL_ASKED', mode: 'ON', delaySeconds: 0 };
    const preferences = channels.map((channel) => ({ ...asked, channel }));
    await change(person, 'setNotificationPreferences', { preferences });
  }

  const link = (person: ApiClient, url: string) =>
    change(person, 'linkChatAccount', { token: new URL(url).searchParams.get('token') });

  async function bring({ body, headers }: SignedRequest): Promise<void> {
    const url = `${system.url('gateway')}/slack/interactions`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  }

  async function hello(who: string): Promise<void> {
    const authorization = `Bearer ${await teams.tokenFor(APP, seconds())}`;
    const activity = {
      ...{
        type: 'message',
        id: 'f:1',
        timestamp: new Date().toISOString(),
        text: 'Hello',
        channelId: 'msteams',
      },
      ...{ serviceUrl: teams.serviceUrl, from: { id: `29:${who}`, aadObjectId: `aad-${who}`, name: who } },
      conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: ORGANISATION },
      channelData: { tenant: { id: ORGANISATION } },
    };
    const headers = { 'content-type': 'application/json', authorization };
    const url = `${system.url('gateway')}/teams/messages`;
    expect((await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })).status).toBe(202);
  }

  const inSlack = () => slack.messages.filter(({ blocks }) => wordsOf(blocks).includes(TITLE));
  const inTeams = () => teams.messages.filter(({ card }) => cardWords(card).includes(TITLE));
  const pending = () =>
    system.rows(`SELECT channel FROM notification_deliveries WHERE status = 'pending' ORDER BY 1`);

  test('between sending and writing it down: each comes at most once more, and the last one changes with its task', async () => {
    const taken = [slack.keepSilent(), teams.keepSilent(), push.keepSilent()];
    const approval = { payload: { amount: 1 } };
    const id = await createTask(system.agent('demo'), {
      title: TITLE,
      assignTo: { group: 'support-l1' },
      approval,
    });
    await Promise.all(taken);
    await system.kill('worker');
    expect(await pending()).toEqual([{ channel: 'push' }, { channel: 'slack' }, { channel: 'teams' }]);
    for (const server of [slack, teams, push]) server.answerAgain();
    // Whoever died holds the lease still: the test does not wait for its end.
    await system.rows(`UPDATE notification_deliveries SET available_at = now() WHERE status = 'pending'`);
    await system.restart('worker');
    await eventually(async () => (await pending()).length === 0);
    const lost = await system.rows(`SELECT FROM notification_deliveries WHERE status <> 'sent'`);
    expect([inSlack().length, inTeams().length, push.pushed.length, lost.length]).toEqual([2, 2, 2, 0]);
    // The browser shows one: the second takes the place of the first, at the service and on the screen.
    const places = push.pushed.map(({ headers, payload }) => [headers['topic'], payload['tag']]);
    expect(new Set(places.map(String)).size).toBe(1);

    const { approval: asked } = await readTaskPage(sam, id);
    const { payloadDigest } = asked as { payloadDigest: string };
    await run(await system.person('lee@demo.test'), 'approveTask', { taskId: id, payloadDigest });
    const [older, newer] = inSlack();
    const [olderCard, newerCard] = inTeams();
    await eventually(() => wordsOf(newer?.blocks ?? []).includes('Approved by Lee'));
    await eventually(() => cardWords(newerCard?.card ?? {}).includes('Approved by you'));
    expect(buttonsOf(newer?.blocks ?? []).map(({ action }) => action)).toEqual(['orkestra.open']);
    // Nobody has written down where the older ones are: they ask still, and change when somebody clicks.
    expect(cardWords(olderCard?.card ?? {})).not.toContain('Approved');
    if (older === undefined) throw new Error('There is no older message');
    expect(wordsOf(older.blocks)).not.toContain('Approved');
    await bring(desk.click(SAM, older, 'orkestra.reject'));
    await eventually(() => wordsOf(older.blocks).includes('Approved by Lee'));
    await eventually(() => slack.told.some(({ text }) => text.includes('You are too late')));
    const decided = await system.rows(`SELECT vote FROM task_decisions WHERE task_id = '${id}'`);
    expect(decided).toEqual([{ vote: 'approved' }]);
  });
});
