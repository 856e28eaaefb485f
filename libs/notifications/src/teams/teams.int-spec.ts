import type { TenantContext } from '@orkestra/tenancy';
import { Office, PAYLOAD, PERSON_IDS, digestOf } from '../../../../test/harness/office';
import {
  cardActions,
  cardWords,
  type TeamsMessageThere,
  TeamsServer,
} from '../../../../test/harness/servers/teams-server';
import {
  ChatAccounts,
  ChatConnections,
  ChatRefresh,
  Dispatcher,
  FanOut,
  type InvokeAnswer,
  NotificationsModule,
  TeamsActivities,
  TeamsConnections,
  TeamsDoor,
} from '..';

const MINUTE = 60_000;
const APP = '10000000-0000-4000-8000-000000000001';
const APP_OF_B = '10000000-0000-4000-8000-000000000002';
const ORGANISATION = '20000000-0000-4000-8000-000000000001';
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let teams: TeamsServer;
let office: Office;
let activities = 0;
beforeEach(async () => {
  teams = await TeamsServer.start();
  teams.addBot(APP, 'secret-of-a');
  teams.addBot(APP_OF_B, 'secret-of-b');
  office = await Office.open(8, [NotificationsModule], { ...teams.settings, PUBLIC_URL: 'https://o.test' });
  const given = { teamId: ORGANISATION, appId: APP, clientSecret: 'secret-of-a' };
  await office.app.get(TeamsConnections).connect(office.people.ada, given);
});
afterEach(async () => {
  await office?.close();
  await teams?.close();
  expect(teams.problems).toEqual([]);
});

const seconds = () => Math.floor(office.clock.now().getTime() / 1_000);

function activityOf(who: string, more: object = {}): Record<string, unknown> {
  return {
    ...{ type: 'message', id: `f:${(activities += 1)}`, timestamp: office.clock.now().toISOString() },
    ...{ channelId: 'msteams', serviceUrl: teams.serviceUrl, text: 'Hello' },
    from: { id: `29:${who}`, aadObjectId: `aad-${who}`, name: who },
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: ORGANISATION },
    channelData: { tenant: { id: ORGANISATION } },
    ...more,
  };
}

async function bring(activity: unknown, token?: string): Promise<InvokeAnswer | undefined> {
  const authorization = `Bearer ${token ?? (await teams.tokenFor(APP, seconds()))}`;
  const proved = await office.app.get(TeamsDoor).admit(activity, authorization);
  return office.app.get(TeamsActivities).handle(proved);
}

function clickOf(
  who: string,
  message: TeamsMessageThere,
  verb: string,
  reason?: string,
): Record<string, unknown> {
  const found = cardActions(message.card)[verb];
  const data = { ...(found?.['data'] as object), ...(reason === undefined ? {} : { reason }) };
  return activityOf(who, {
    ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, text: undefined },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
}

const messageTo = (who: string): TeamsMessageThere => {
  const found = teams.messages.findLast(({ conversation }) => conversation === `a:${who}`);
  if (found === undefined) throw new Error(`Nothing was sent to ${who}`);
  return found;
};
const wordsTo = (who: string) => cardWords(messageTo(who).card);
const tokenTo = (who: string) =>
  new URL(Object.keys(cardActions(messageTo(who).card))[0] ?? '').searchParams.get('token') ?? '';

async function link(person: TenantContext, who: string): Promise<void> {
  await bring(activityOf(who));
  await office.app.get(ChatAccounts).link(person, tokenTo(who));
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
async function asked(): Promise<string> {
  await link(office.people.sam, 'sam');
  await link(office.people.lee, 'lee');
  const { id } = await office.task({ ...approval, title: 'Refund **now** [here](https://evil.test)' });
  await tellAll();
  return id;
}
const outcomeOf = async (id: string) =>
  (await office.rows<{ outcome: string | null }>('SELECT outcome FROM tasks WHERE id = $1', [id]))[0]
    ?.outcome;
const attempts = () =>
  office.rows(
    'SELECT channel, account, team, proved, proof, action, outcome, code FROM answer_attempts ORDER BY id',
  );

it('asks by a card, is answered there, and everybody’s card says so', async () => {
  const id = await asked();
  expect(Object.keys(cardActions(messageTo('sam').card))).toEqual([
    ...['approve', 'reject', 'claim', `https://o.test/tasks/${id}`],
  ]);
  expect(wordsTo('sam')).toContain('"refund": 40');
  const answer = await bring(clickOf('sam', messageTo('sam'), 'approve'));
  expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  expect(cardWords(answer?.value as Record<string, unknown>)).toContain('Approved by you');
  expect(await outcomeOf(id)).toBe('approved');
  expect(await office.told(id)).toEqual(['task.closed']);
  await changeAll();
  expect(wordsTo('lee')).toMatch(/Approved by sam/i);
  expect(Object.keys(cardActions(messageTo('lee').card))).toEqual([`https://o.test/tasks/${id}`]);
  expect(await attempts()).toEqual([
    {
      ...{
        channel: 'teams',
        account: 'aad-sam',
        team: ORGANISATION,
        proved: true,
        proof: 'jwt',
        action: 'approve',
      },
      ...{ outcome: 'done', code: null },
    },
  ]);
});

it('takes the reason of a rejection from the card, and says what is missing without', async () => {
  const id = await asked();
  const without = await bring(clickOf('sam', messageTo('sam'), 'reject'));
  expect(cardWords(without?.value as Record<string, unknown>)).toContain('Nothing was done.');
  await bring(clickOf('sam', messageTo('sam'), 'reject', 'Not this month'));
  const [row] = await office.rows('SELECT vote, reason, channel FROM task_decisions WHERE task_id = $1', [
    id,
  ]);
  expect(row).toEqual({ vote: 'rejected', reason: 'Not this month', channel: 'teams' });
});

it('tells double and late clicks what happened, and changes the card of what the app decided', async () => {
  const id = await asked();
  const message = { ...messageTo('sam') };
  const same = clickOf('sam', message, 'claim');
  await Promise.all([bring(same), bring(same)]);
  expect(await office.history(id)).toEqual(['created', 'claimed']);
  await office.tasks.release(office.people.sam, { taskId: id });
  const decision = { taskId: id, payloadDigest: digestOf(PAYLOAD), reason: 'Too much' };
  await office.approvals.reject(office.people.kim, decision);
  await changeAll();
  expect(wordsTo('sam')).toMatch(/Rejected by Kim/i);
  const late = await bring(clickOf('sam', message, 'approve'));
  expect(cardWords(late?.value as Record<string, unknown>)).toMatch(/You are too late: Rejected by Kim/i);
});

it('does nothing for an account that is linked to nobody', async () => {
  const id = await asked();
  const answer = await bring(clickOf('mallory', messageTo('sam'), 'approve'));
  expect(answer?.value).toContain('does not know yet who you are');
  expect(wordsTo('mallory')).toContain('Connect');
  expect(await outcomeOf(id)).toBeNull();
  expect(await attempts()).toMatchObject([{ account: 'aad-mallory', outcome: 'refused' }]);
});

it('refuses what Microsoft has not signed for this bot, for Teams, just now', async () => {
  const id = await asked();
  const click = () => clickOf('sam', messageTo('sam'), 'approve');
  const now = seconds();
  const right = await teams.tokenFor(APP, now);
  const bad: [unknown, string][] = [
    [click(), await teams.tokenFor('another-app', now)],
    [click(), await teams.tokenFor(APP, now - 2 * 3_600)],
    [click(), await teams.tokenFor(APP, now, { issuer: 'https://evil.test' })],
    [click(), await teams.tokenFor(APP, now, { serviceUrl: 'https://evil.test/' })],
    [click(), await teams.tokenFor(APP, now, { key: 'mail' })],
    [click(), `${right.slice(0, -4)}AAAA`],
    [click(), 'none'],
    [{ ...click(), serviceUrl: 'https://evil.test/' }, right],
    [{ ...click(), timestamp: new Date((now - 301) * 1_000).toISOString() }, right],
    [{ ...click(), channelId: 'directline' }, right],
    [{ ...click(), channelData: { tenant: { id: APP } } }, right],
    [{}, right],
  ];
  for (const [activity, token] of bad)
    await expect(bring(activity, token)).rejects.toMatchObject({ code: 'chat.teams_request_refused' });
  expect(await outcomeOf(id)).toBeNull();
});

it('asks what the person may do at that moment', async () => {
  const id = await asked();
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.lee]);
  const answer = await bring(clickOf('lee', messageTo('lee'), 'approve'));
  expect(await outcomeOf(id)).toBeNull();
  expect(answer?.statusCode).toBe(200);
  await office.rows('DELETE FROM group_members WHERE user_id = $1', [PERSON_IDS.sam]);
  const gone = await bring(clickOf('sam', messageTo('sam'), 'approve'));
  expect(cardWords(gone?.value as Record<string, unknown>)).not.toContain('Refund');
  expect(await outcomeOf(id)).toBeNull();
});

it('keeps tenants apart in the same organisation', async () => {
  const given = { teamId: ORGANISATION, appId: APP_OF_B, clientSecret: 'secret-of-b' };
  await office.app.get(TeamsConnections).connect(office.olga, given);
  const id = await asked();
  const foreign = await teams.tokenFor(APP_OF_B, seconds());
  expect((await bring(clickOf('sam', messageTo('sam'), 'approve'), foreign))?.value).toContain(
    'no such task',
  );
  expect(await outcomeOf(id)).toBeNull();
  expect(await attempts()).toEqual([]);
});

it('says what is wrong with an installation, waits as it is told, and gives up who has removed the bot', async () => {
  const connections = office.app.get(ChatConnections);
  const { ada, sam } = office.people;
  const wrong = { teamId: ORGANISATION, appId: APP, clientSecret: 'wrong-secret' };
  await expect(office.app.get(TeamsConnections).connect(ada, wrong)).rejects.toMatchObject({
    code: 'chat.invalid_installation',
  });
  await link(sam, 'sam');
  teams.refusal = { status: 429, retryAfter: 90 };
  await office.task(approval);
  await tellAll();
  const [row] = await office.rows<{ available_at: Date }>('SELECT available_at FROM notification_deliveries');
  expect(row?.available_at.getTime()).toBe(office.clock.now().getTime() + 90_000);
  teams.refusal = { status: 401 };
  office.clock.pass(2 * MINUTE);
  while (await office.app.get(Dispatcher).round());
  expect(await connections.list(ada)).toMatchObject([{ status: 'broken', problem: 'Teams: http_401' }]);
  teams.refusal = { status: 403 };
  office.clock.pass(2 * MINUTE);
  while (await office.app.get(Dispatcher).round());
  expect(await office.rows('SELECT status, reason FROM notification_deliveries')).toEqual([
    { status: 'dead', reason: 'Teams: http_403' },
  ]);
  teams.refusal = undefined;
  await link(ada, 'ada');
  await office.app.get(TeamsConnections).test(ada);
  expect(wordsTo('ada')).toContain('This is a test');
});
