import { Office, PAYLOAD, PERSON_IDS, digestOf } from '../../../../test/harness/office';
import {
  buttonsOf,
  type SlackMessageThere,
  SlackServer,
  wordsOf,
} from '../../../../test/harness/servers/slack-server';
import { type Clicker, SlackDesk, type SignedRequest } from '../../../../test/harness/slack-desk';
import type { TenantContext } from '@orkestra/tenancy';
import {
  ChatAccounts,
  ChatConnections,
  ChatRefresh,
  Dispatcher,
  FanOut,
  NotificationsModule,
  SlackConnections,
  SlackDoor,
  SlackInteractions,
} from '..';

const MINUTE = 60_000;
const SECRET = 'a'.repeat(32);
const SECRET_OF_B = 'b'.repeat(32);
const BOT = 'xoxb-of-tenant-a';
const SAM: Clicker = { team: 'T1', user: 'USAM', secret: SECRET };
const LEE: Clicker = { team: 'T1', user: 'ULEE', secret: SECRET };
const MALLORY: Clicker = { team: 'T1', user: 'UMAL', secret: SECRET };
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let slack: SlackServer;
let office: Office;
let desk: SlackDesk;
beforeEach(async () => {
  slack = await SlackServer.start();
  slack.addTeam(BOT, { teamId: 'T1', name: 'Acme', signingSecret: SECRET });
  slack.addTeam('xoxb-of-tenant-b', { teamId: 'T1', name: 'Acme', signingSecret: SECRET_OF_B });
  office = await Office.open(8, [NotificationsModule], { ...slack.settings, PUBLIC_URL: 'https://o.test' });
  desk = new SlackDesk(slack, () => office.clock.now().getTime() / 1_000);
  await office.app.get(SlackConnections).connect(office.people.ada, { botToken: BOT, signingSecret: SECRET });
});
afterEach(async () => {
  await office?.close();
  await slack?.close();
  expect(slack.problems).toEqual([]);
});

/** As the gateway does it, whose answer comes first. */
async function bring({ body, headers }: SignedRequest): Promise<void> {
  const signature = {
    timestamp: headers['x-slack-request-timestamp'] ?? '',
    signature: headers['x-slack-signature'] ?? '',
  };
  const proved = await office.app.get(SlackDoor).admit(Buffer.from(body), signature);
  await office.app.get(SlackInteractions).handle(proved);
}

async function linkOf(who: Clicker): Promise<string> {
  await bring(desk.command(who));
  const { blocks } = slack.told.at(-1) ?? { blocks: [] };
  return new URL(buttonsOf(blocks)[0]?.url ?? 'none:').searchParams.get('token') ?? '';
}

async function link(person: TenantContext, who: Clicker): Promise<void> {
  await office.app.get(ChatAccounts).link(person, await linkOf(who));
}

async function expand(): Promise<void> {
  while (await office.app.get(FanOut).round());
}
async function tellAll(): Promise<void> {
  await expand();
  office.clock.pass(MINUTE);
  while (await office.app.get(Dispatcher).round());
}
async function changeAll(): Promise<void> {
  await expand();
  while (await office.app.get(ChatRefresh).round());
}

const messageTo = (who: Clicker): SlackMessageThere => {
  const found = slack.messages.findLast(({ channel }) => channel === `D${who.user}`);
  if (found === undefined) throw new Error(`Nothing was sent to ${who.user}`);
  return found;
};
const actionsOf = (message: SlackMessageThere) => buttonsOf(message.blocks).map(({ action }) => action);
const attempts = () =>
  office.rows(
    'SELECT channel, account, team, proved, proof, action, outcome, code, person_id FROM answer_attempts ORDER BY id',
  );
const statusOf = async (id: string) =>
  (await office.rows<{ outcome: string | null }>('SELECT outcome FROM tasks WHERE id = $1', [id]))[0]
    ?.outcome;

async function asked(): Promise<string> {
  await link(office.people.sam, SAM);
  await link(office.people.lee, LEE);
  slack.told.length = 0;
  const { id } = await office.task({ ...approval, title: 'Refund <!channel> & more' });
  await tellAll();
  return id;
}

it('asks in Slack, is answered there, and everybody’s message says so', async () => {
  const id = await asked();
  const message = messageTo(SAM);
  expect(actionsOf(message)).toEqual([
    'orkestra.approve',
    'orkestra.reject',
    'orkestra.claim',
    'orkestra.open',
  ]);
  expect(wordsOf(message.blocks)).toContain('"refund": 40');
  expect(message.text).toContain('&lt;!channel&gt; &amp; more');
  await bring(desk.click(SAM, message, 'orkestra.approve'));
  expect(await statusOf(id)).toBe('approved');
  expect(await office.told(id)).toEqual(['task.closed']);
  expect(wordsOf(messageTo(SAM).blocks)).toContain('Approved by you');
  expect(actionsOf(messageTo(SAM))).toEqual(['orkestra.open']);
  expect(slack.told).toEqual([]);
  expect(actionsOf(messageTo(LEE))).toContain('orkestra.approve');
  await changeAll();
  expect(wordsOf(messageTo(LEE).blocks)).toContain('Approved by sam');
  expect(actionsOf(messageTo(LEE))).toEqual(['orkestra.open']);
  expect(await attempts()).toEqual([
    {
      ...{ channel: 'slack', account: 'USAM', team: 'T1', proved: true, proof: 'v0', action: 'approve' },
      ...{ outcome: 'done', code: null, person_id: PERSON_IDS.sam },
    },
  ]);
});

it('changes the messages of what was decided in the app', async () => {
  const id = await asked();
  const decision = { taskId: id, payloadDigest: digestOf(PAYLOAD), reason: 'Too much' };
  await office.approvals.reject(office.people.kim, decision);
  await changeAll();
  for (const who of [SAM, LEE]) {
    expect(wordsOf(messageTo(who).blocks)).toMatch(/Rejected by kim/i);
    expect(actionsOf(messageTo(who))).toEqual(['orkestra.open']);
  }
  const calls = slack.calls.length;
  await changeAll();
  expect(slack.calls).toHaveLength(calls);
});

it('asks for the reason of a rejection', async () => {
  const id = await asked();
  await bring(desk.click(SAM, messageTo(SAM), 'orkestra.reject'));
  expect(await statusOf(id)).toBeNull();
  const [view] = slack.views;
  await bring(desk.submit(SAM, view ?? {}, 'Not this month'));
  const [row] = await office.rows('SELECT vote, reason, voter_id, channel FROM task_decisions');
  expect(row).toEqual({
    vote: 'rejected',
    reason: 'Not this month',
    voter_id: PERSON_IDS.sam,
    channel: 'slack',
  });
  expect(wordsOf(messageTo(SAM).blocks)).toContain('Rejected by you');
});

it('tells a double and a late click what happened', async () => {
  const id = await asked();
  const message = { ...messageTo(SAM) };
  const toLee = { ...messageTo(LEE) };
  const same = desk.click(SAM, message, 'orkestra.approve');
  await Promise.all([bring(same), bring(desk.click(SAM, message, 'orkestra.approve'))]);
  await bring(same);
  await bring(desk.click(LEE, toLee, 'orkestra.reject'));
  expect(await office.told(id)).toEqual(['task.closed']);
  const words = slack.told.map(({ text }) => text);
  expect(words.some((text) => text.includes('Approved by you'))).toBe(true);
  expect(words).toContain('That was done already; nothing was done twice.');
  expect(words.at(-1)).toContain('You are too late: Approved by sam');
  expect(slack.views).toEqual([]);
});

it('lets one of two people win who click at once, and tells the other', async () => {
  const id = await asked();
  await Promise.all([
    bring(desk.click(SAM, messageTo(SAM), 'orkestra.claim')),
    bring(desk.click(LEE, messageTo(LEE), 'orkestra.claim')),
  ]);
  expect(await office.history(id)).toEqual(['created', 'claimed']);
  expect(slack.told).toHaveLength(1);
  await changeAll();
  const all = [SAM, LEE].map((who) => wordsOf(messageTo(who).blocks));
  expect(all.filter((text) => text.includes('You have it.'))).toHaveLength(1);
  expect(all.filter((text) => text.includes('Somebody else has it now.'))).toHaveLength(1);
});

it('does nothing for an account that is linked to nobody, whatever it is called, and says how to connect it', async () => {
  const id = await asked();
  await bring(desk.click({ ...MALLORY }, messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(wordsOf(slack.told[0]?.blocks ?? [])).toContain('does not know yet who you are');
  expect(buttonsOf(slack.told[0]?.blocks ?? [])[0]?.url).toContain('https://o.test/connect-chat?token=');
  expect(await attempts()).toMatchObject([
    { account: 'UMAL', outcome: 'refused', code: 'chat.account_not_linked' },
  ]);
  expect(wordsOf(messageTo(SAM).blocks)).not.toContain('Approved');
});

it.each([
  [
    'forged',
    (given: SignedRequest) => ({ ...given, headers: { ...given.headers, 'x-slack-signature': 'v0=00' } }),
  ],
  ['changed', (given: SignedRequest) => ({ ...given, body: given.body.replace('USAM', 'ULEE') })],
  ['unsigned', (given: SignedRequest) => ({ ...given, headers: {} })],
  [
    'of a team that is not connected',
    (given: SignedRequest) => ({ ...given, body: given.body.replaceAll('T1', 'T9') }),
  ],
  ['no form of Slack', (given: SignedRequest) => ({ ...given, body: 'payload={' })],
])('refuses a click that is %s', async (_what, spoil) => {
  const id = await asked();
  const given = spoil(desk.click(SAM, messageTo(SAM), 'orkestra.approve'));
  await expect(bring(given)).rejects.toMatchObject({ code: 'chat.request_refused' });
  expect(await statusOf(id)).toBeNull();
});

it('refuses a click that comes later than five minutes', async () => {
  const id = await asked();
  const old = desk.click(SAM, messageTo(SAM), 'orkestra.approve');
  office.clock.pass(5 * MINUTE + 1_000);
  await expect(bring(old)).rejects.toMatchObject({ code: 'chat.request_refused' });
  expect(await statusOf(id)).toBeNull();
});

it('asks what the person may do at that moment', async () => {
  const id = await asked();
  await office.rows('DELETE FROM group_members WHERE user_id = $1', [PERSON_IDS.sam]);
  await bring(desk.click(SAM, messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(wordsOf(messageTo(SAM).blocks)).toContain('does not concern you any more');
  expect(wordsOf(messageTo(SAM).blocks)).not.toContain('Refund');
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.lee]);
  await bring(desk.click(LEE, messageTo(LEE), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
});

it('decides what was shown: not another version, and not one too long to show', async () => {
  const id = await asked();
  const before = { ...messageTo(SAM) };
  const { lee } = office.people;
  await office.approvals.requestChanges(lee, {
    taskId: id,
    payloadDigest: digestOf(PAYLOAD),
    reason: 'Less',
  });
  await changeAll();
  expect(wordsOf(messageTo(SAM).blocks)).toContain('Waiting for an answer');
  await office.approvals.answerChanges(office.bot, { taskId: id, payload: { refund: 30 } });
  await changeAll();
  await bring(desk.click(SAM, before, 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(slack.told.at(-1)?.text).toContain('It has changed since it was shown here');
  const long = await office.task({ form: undefined, approval: { payload: { text: 'x'.repeat(3_000) } } });
  await tellAll();
  expect(actionsOf(messageTo(SAM))).toEqual(['orkestra.claim', 'orkestra.open']);
  expect(wordsOf(messageTo(SAM).blocks)).toContain('more to see than fits here');
  expect(await statusOf(long.id)).toBeNull();
});

it('keeps tenants apart that have connected the same team', async () => {
  const connections = office.app.get(SlackConnections);
  await connections.connect(office.olga, { botToken: 'xoxb-of-tenant-b', signingSecret: SECRET_OF_B });
  const id = await asked();
  const { value = '' } = buttonsOf(messageTo(SAM).blocks)[0] ?? {};
  // Signed by the app of the other tenant, whose admin knows its secret.
  const foreign = { ...SAM, secret: SECRET_OF_B };
  await bring(desk.clickOn(foreign, messageTo(SAM), 'orkestra.approve', value));
  expect(await statusOf(id)).toBeNull();
  expect(slack.told.at(-1)?.text).toContain('There is no such task');
  expect(await attempts()).toEqual([]);
  const token = await linkOf({ ...foreign, user: 'UOLG' });
  const accounts = office.app.get(ChatAccounts);
  await expect(accounts.look(office.people.kim, token)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  await accounts.link(office.olga, token);
  expect(await office.app.get(ChatConnections).list(office.olga)).toMatchObject([{ people: 1 }]);
  expect(await office.app.get(ChatConnections).list(office.people.ada)).toMatchObject([{ people: 2 }]);
  await office.app.get(ChatConnections).disconnect(office.olga, 'slack');
  await bring(desk.click(SAM, messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBe('approved');
});

it('links an account once, by whoever signs in with the link, until it expires', async () => {
  const accounts = office.app.get(ChatAccounts);
  const { sam, lee } = office.people;
  const first = await linkOf(SAM);
  const second = await linkOf(SAM);
  await expect(accounts.link(sam, first)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  expect(await accounts.look(sam, second)).toEqual({
    channel: 'slack',
    teamName: 'Acme',
    accountName: 'usam',
  });
  await expect(accounts.look(office.engine, second)).rejects.toMatchObject({ code: 'auth.people_only' });
  await accounts.link(sam, second);
  await expect(accounts.link(sam, second)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  await expect(accounts.link(sam, await linkOf(LEE))).rejects.toMatchObject({ code: 'chat.account_linked' });
  await bring(desk.command(SAM));
  expect(slack.told.at(-1)?.text).toContain('Your account is connected');
  const late = await linkOf(LEE);
  office.clock.pass(15 * MINUTE);
  await expect(accounts.link(lee, late)).rejects.toMatchObject({ code: 'chat.invalid_link' });
});

it('says what is wrong with an installation, and tries again until it is put right', async () => {
  await link(office.people.sam, SAM);
  slack.refuse('chat.postMessage', { error: 'token_revoked' });
  await office.task(approval);
  await tellAll();
  const connections = office.app.get(ChatConnections);
  const { ada, sam } = office.people;
  expect(await connections.list(ada)).toMatchObject([{ status: 'broken', problem: 'Slack: token_revoked' }]);
  await expect(connections.list(sam)).rejects.toMatchObject({ kind: 'forbidden' });
  slack.refuse('chat.postMessage', { retryAfter: 120 });
  office.clock.pass(MINUTE);
  while (await office.app.get(Dispatcher).round());
  const [row] = await office.rows<{ available_at: Date }>('SELECT available_at FROM notification_deliveries');
  expect(row?.available_at.getTime()).toBe(office.clock.now().getTime() + 120_000);
  slack.refuse('chat.postMessage', undefined);
  office.clock.pass(2 * MINUTE);
  while (await office.app.get(Dispatcher).round());
  expect(messageTo(SAM).blocks).not.toEqual([]);
  expect(await connections.list(ada)).toMatchObject([{ status: 'connected', problem: null }]);
});

it('connects only what Slack knows, and keeps its secrets sealed', async () => {
  const connections = office.app.get(SlackConnections);
  const { ada, sam } = office.people;
  const wrong = { botToken: 'xoxb-unknown', signingSecret: SECRET };
  await expect(connections.connect(ada, wrong)).rejects.toMatchObject({ code: 'chat.invalid_installation' });
  await expect(connections.connect(sam, wrong)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(connections.test(ada)).rejects.toMatchObject({ code: 'chat.account_not_linked' });
  await link(ada, SAM);
  await connections.test(ada);
  expect(wordsOf(messageTo(SAM).blocks)).toContain('This is a test');
  const [row] = await office.rows<{ secrets: Buffer }>('SELECT secrets FROM chat_installations');
  expect(row?.secrets.toString('latin1')).not.toContain('xoxb');
});
