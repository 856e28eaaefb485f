import {
  type ApiClient,
  ended,
  eventually,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import {
  buttonsOf,
  signedBySlack,
  type SlackMessageThere,
  SlackServer,
  wordsOf,
} from '../harness/servers/slack-server';
import { cardActions, cardWords, TeamsServer } from '../harness/servers/teams-server';
import { type Clicker, type SignedRequest, SlackDesk } from '../harness/slack-desk';
import { readTaskPage, run } from '../harness/system/task-mutations';

const SECRET = 'a'.repeat(32);
const SAM: Clicker = { team: 'T1', user: 'USAM', secret: SECRET };
const APP = '10000000-0000-4000-8000-000000000001';
const ORGANISATION = '20000000-0000-4000-8000-000000000001';
const seconds = () => Math.floor(Date.now() / 1_000);

let slack: SlackServer;
let teams: TeamsServer;
let system: TestSystem;
let bot: ApiClient;
let desk: SlackDesk;
beforeAll(async () => {
  slack = await SlackServer.start();
  teams = await TeamsServer.start();
  slack.addTeam('xoxb-0123456789', { teamId: 'T1', name: 'Acme', signingSecret: SECRET });
  teams.addBot(APP, 'secret-of-the-bot');
  desk = new SlackDesk(slack, seconds);
  system = await startSystem({ env: { ...slack.settings, ...teams.settings } });
  bot = system.agent('demo');
  const ada = await system.person('ada@demo.test');
  const connected = await ada.graphql(
    'mutation ($input: ConnectSlackInput!) { connectSlack(input: $input) { chatConnection { teamName status people } } }',
    { input: { botToken: 'xoxb-0123456789', signingSecret: SECRET } },
  );
  expect(connected.connectSlack.chatConnection).toEqual({ teamName: 'Acme', status: 'CONNECTED', people: 0 });
  await ada.graphql('mutation ($input: ConnectTeamsInput!) { connectTeams(input: $input) { __typename } }', {
    input: { appId: APP, organisationId: ORGANISATION, clientSecret: 'secret-of-the-bot' },
  });
});
afterAll(async () => {
  await system?.stop();
  await slack?.close();
  await teams?.close();
  expect([...slack.problems, ...teams.problems]).toEqual([]);
});

const send = ({ body, headers }: SignedRequest) =>
  fetch(`${system.url('gateway')}/slack/interactions`, { method: 'POST', headers, body });

async function sendActivity(activity: object): Promise<Response> {
  return fetch(`${system.url('gateway')}/teams/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await teams.tokenFor(APP, seconds())}`,
    },
    body: JSON.stringify(activity),
  });
}

let activities = 0;
function activityOf(who: string, more: object = {}): object {
  return {
    ...{ type: 'message', id: `f:${(activities += 1)}`, timestamp: new Date().toISOString(), text: 'Hello' },
    ...{ channelId: 'msteams', serviceUrl: teams.serviceUrl },
    from: { id: `29:${who}`, aadObjectId: `aad-${who}`, name: who },
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: ORGANISATION },
    channelData: { tenant: { id: ORGANISATION } },
    ...more,
  };
}

/** Everything at once: nobody waits for what they might see elsewhere. */
async function atOnce(person: ApiClient, channel: string): Promise<void> {
  await person.graphql(
    'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
    { input: { preferences: [{ kind: 'APPROVAL_ASKED', channel, mode: 'ON', delaySeconds: 0 }] } },
  );
}

async function link(email: string, url: string, channel: string): Promise<ApiClient> {
  const person = await system.person(email);
  await person.graphql(
    'mutation ($input: LinkChatAccountInput!) { linkChatAccount(input: $input) { __typename } }',
    {
      input: { token: new URL(url).searchParams.get('token') },
    },
  );
  await atOnce(person, channel);
  return person;
}

async function linkSlack(email: string, who: Clicker): Promise<ApiClient> {
  expect((await send(desk.command(who))).status).toBe(200);
  const told = await eventually(() => slack.told.findLast(({ blocks }) => buttonsOf(blocks).length > 0));
  slack.told.length = 0;
  return link(email, buttonsOf(told.blocks)[0]?.url ?? '', 'slack');
}

const messageOf = (title: string, user: string): Promise<SlackMessageThere> =>
  eventually(() =>
    slack.messages.find(({ channel, blocks }) => channel === `D${user}` && wordsOf(blocks).includes(title)),
  );

test('a workflow asks in Slack and Teams, goes on with the click, and every message says so', async () => {
  await linkSlack('sam@demo.test', SAM);
  expect((await sendActivity(activityOf('lee'))).status).toBe(202);
  const greeting = await eventually(() => teams.messages[0]);
  await link('lee@demo.test', Object.keys(cardActions(greeting.card))[0] ?? '', 'teams');

  const workflowId = await startWorkflow(bot, 'approved-offer', { title: 'Offer by chat', amount: 70 });
  const message = await messageOf('Offer by chat', 'USAM');
  const card = await eventually(() =>
    teams.messages.find((one) => cardWords(one.card).includes('Offer by chat')),
  );
  expect(wordsOf(message.blocks)).toContain('"amount": 70');

  const click = desk.click(SAM, message, 'orkestra.approve');
  const began = performance.now();
  const answer = await send(click);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(await ended(bot, workflowId)).toMatchObject({
    status: 'COMPLETED',
    result: { outcome: 'approved', by: 'Sam Okafor' },
  });
  await eventually(() => wordsOf(message.blocks).includes('Approved by you'));
  await eventually(() => cardWords(card.card).includes('Approved by Sam Okafor'));

  await send(click);
  await eventually(() => slack.told.some(({ text }) => text.includes('nothing was done twice')));
  const { id } = await taskOf(bot, workflowId);
  const records = await system.rows(
    'SELECT channel, account, team, proof, outcome, acted_at IS NOT NULL AS timed FROM answer_attempts ORDER BY id',
  );
  expect(records[0]).toEqual({
    ...{ channel: 'slack', account: 'USAM', team: 'T1', proof: 'v0', outcome: 'done', timed: true },
  });
  expect(await system.rows(`SELECT channel FROM task_decisions WHERE task_id = '${id as string}'`)).toEqual([
    { channel: 'slack' },
  ]);
});

test('a click in Teams resumes its workflow, and what the app decides changes both', async () => {
  const first = await startWorkflow(bot, 'approved-offer', { title: 'Offer for Teams', amount: 30 });
  const card = await eventually(() =>
    teams.messages.find((one) => cardWords(one.card).includes('Offer for Teams')),
  );
  const { data } = cardActions(card.card)['reject'] as { data: object };
  const response = await sendActivity(
    activityOf('lee', {
      ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: card.id },
      value: { action: { type: 'Action.Execute', verb: 'reject', data: { ...data, reason: 'Too dear' } } },
    }),
  );
  expect(response.status).toBe(200);
  const shown = (await response.json()) as { value: Record<string, unknown> };
  expect(cardWords(shown.value)).toContain('Rejected by you');
  expect(await ended(bot, first)).toMatchObject({ result: { outcome: 'rejected', reason: 'Too dear' } });

  const second = await startWorkflow(bot, 'approved-offer', { title: 'Decided in the app', amount: 5 });
  const message = await messageOf('Decided in the app', 'USAM');
  const other = await eventually(() =>
    teams.messages.find((one) => cardWords(one.card).includes('Decided in the app')),
  );
  const { id } = await taskOf(bot, second);
  const sam = await system.person('sam@demo.test');
  const { approval } = await readTaskPage(sam, id as string);
  const { payloadDigest } = approval as { payloadDigest: string };
  await run(sam, 'approveTask', { taskId: id, payloadDigest });
  await eventually(() => wordsOf(message.blocks).includes('Approved by you'));
  await eventually(() => cardWords(other.card).includes('Approved by Sam Okafor'));
  expect(buttonsOf(message.blocks).map(({ action }) => action)).toEqual(['orkestra.open']);
});

test('what nobody has signed is refused at the door, and does nothing', async () => {
  const body = 'payload=%7B%7D';
  const wrong = await send({ body, headers: signedBySlack(body, 'b'.repeat(32), seconds()) });
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([
    401,
    expect.stringContaining('problem+json'),
  ]);
  const url = `${system.url('gateway')}/teams/messages`;
  const unsigned = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activityOf('lee')),
  });
  expect(unsigned.status).toBe(401);
  const large = await send({ body: 'x'.repeat(200_000), headers: signedBySlack('', SECRET, seconds()) });
  expect(large.status).toBe(413);
});
