import { digestOf, type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  buttonsOf,
  type SlackMessageThere,
  type SlackServer,
  wordsOf,
} from '../../../../test/harness/servers/slack-server';
import type { Clicker, SignedRequest } from '../../../../test/harness/slack-desk';
import {
  BOT_OF_B,
  LEE,
  MINUTE,
  SAM,
  SECRET,
  SECRET_OF_B,
  SlackOffice,
} from '../../../../test/harness/slack-office';
import { ChatAccounts, ChatConnections, SlackConnections } from '..';

const MALLORY: Clicker = { team: 'T1', user: 'UMAL', secret: SECRET };
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let there: SlackOffice;
let office: Office;
let slack: SlackServer;
beforeEach(async () => {
  there = await SlackOffice.open();
  ({ office, slack } = there);
});
afterEach(async () => {
  await there?.close();
  expect(slack.problems).toEqual([]);
});

const actionsOf = (message: SlackMessageThere) => buttonsOf(message.blocks).map(({ action }) => action);
const wordsTo = (who: Clicker) => wordsOf(there.messageTo(who).blocks);
const statusOf = async (id: string) =>
  (await office.rows<{ outcome: string | null }>('SELECT outcome FROM tasks WHERE id = $1', [id]))[0]
    ?.outcome;

async function asked(): Promise<string> {
  await there.link(office.people.sam, SAM);
  await there.link(office.people.lee, LEE);
  slack.told.length = 0;
  const { id } = await office.task({ ...approval, title: 'Refund <!channel> & more' });
  await there.tellAll();
  return id;
}

it('asks in Slack, is answered there, and everybody’s message says so', async () => {
  const id = await asked();
  const message = there.messageTo(SAM);
  expect(actionsOf(message)).toEqual([
    'orkestra.approve',
    'orkestra.reject',
    'orkestra.claim',
    'orkestra.open',
  ]);
  expect(wordsOf(message.blocks)).toContain('"refund": 40');
  expect(message.text).toContain('&lt;!channel&gt; &amp; more');
  await there.bring(there.desk.click(SAM, message, 'orkestra.approve'));
  expect(await statusOf(id)).toBe('approved');
  expect(await office.told(id)).toEqual(['task.closed']);
  expect(wordsTo(SAM)).toContain('Approved by you');
  expect(actionsOf(there.messageTo(SAM))).toEqual(['orkestra.open']);
  expect(slack.told).toEqual([]);
  expect(actionsOf(there.messageTo(LEE))).toContain('orkestra.approve');
  await there.changeAll();
  expect(wordsTo(LEE)).toContain('Approved by sam');
  expect(actionsOf(there.messageTo(LEE))).toEqual(['orkestra.open']);
  expect(await there.attempts()).toEqual([
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
  await there.changeAll();
  for (const who of [SAM, LEE]) {
    expect(wordsTo(who)).toMatch(/Rejected by kim/i);
    expect(actionsOf(there.messageTo(who))).toEqual(['orkestra.open']);
  }
  const calls = slack.calls.length;
  await there.changeAll();
  expect(slack.calls).toHaveLength(calls);
});

it('tells a person in the order in which things happened, however slow Slack is', async () => {
  await there.link(office.people.sam, SAM);
  slack.told.length = 0;
  for (const title of ['First', 'Second', 'Third'])
    await office.task({ ...approval, title, assignTo: { user: 'sam@a.test' } });
  slack.beSlowOnce();
  await there.tellAll();
  expect(slack.messages.map(({ text }) => text.split(' ')[0])).toEqual(['First', 'Second', 'Third']);
});

it('asks for the reason of a rejection', async () => {
  const id = await asked();
  await there.bring(there.desk.click(SAM, there.messageTo(SAM), 'orkestra.reject'));
  expect(await statusOf(id)).toBeNull();
  const [view] = slack.views;
  await there.bring(there.desk.submit(SAM, view ?? {}, 'Not this month'));
  const [row] = await office.rows('SELECT vote, reason, voter_id, channel FROM task_decisions');
  expect(row).toEqual({
    vote: 'rejected',
    reason: 'Not this month',
    voter_id: PERSON_IDS.sam,
    channel: 'slack',
  });
  expect(wordsTo(SAM)).toContain('Rejected by you');
});

it('tells a double and a late click what happened', async () => {
  const id = await asked();
  const message = { ...there.messageTo(SAM) };
  const toLee = { ...there.messageTo(LEE) };
  const same = there.desk.click(SAM, message, 'orkestra.approve');
  const again = there.desk.click(SAM, message, 'orkestra.approve');
  await Promise.all([there.bring(same), there.bring(again)]);
  // Either may have been first: brought once more, that one was done and the other came too late.
  await there.bring(same);
  await there.bring(again);
  await there.bring(there.desk.click(LEE, toLee, 'orkestra.reject'));
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
    there.bring(there.desk.click(SAM, there.messageTo(SAM), 'orkestra.claim')),
    there.bring(there.desk.click(LEE, there.messageTo(LEE), 'orkestra.claim')),
  ]);
  expect(await office.history(id)).toEqual(['created', 'claimed']);
  expect(slack.told).toHaveLength(1);
  await there.changeAll();
  const all = [SAM, LEE].map((who) => wordsTo(who));
  expect(all.filter((text) => text.includes('You have it.'))).toHaveLength(1);
  expect(all.filter((text) => text.includes('Somebody else has it now.'))).toHaveLength(1);
});

it('does nothing for an account that is linked to nobody, whatever it is called, and says how to connect it', async () => {
  const id = await asked();
  await there.bring(there.desk.click({ ...MALLORY }, there.messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(wordsOf(slack.told[0]?.blocks ?? [])).toContain('does not know yet who you are');
  expect(buttonsOf(slack.told[0]?.blocks ?? [])[0]?.url).toContain('https://o.test/connect-chat?token=');
  expect(await there.attempts()).toMatchObject([
    { account: 'UMAL', outcome: 'refused', code: 'chat.account_not_linked' },
  ]);
  expect(wordsTo(SAM)).not.toContain('Approved');
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
  const given = spoil(there.desk.click(SAM, there.messageTo(SAM), 'orkestra.approve'));
  await expect(there.bring(given)).rejects.toMatchObject({ code: 'chat.request_refused' });
  expect(await statusOf(id)).toBeNull();
});

it('refuses a click that comes later than five minutes', async () => {
  const id = await asked();
  const old = there.desk.click(SAM, there.messageTo(SAM), 'orkestra.approve');
  office.clock.pass(5 * MINUTE + 1_000);
  await expect(there.bring(old)).rejects.toMatchObject({ code: 'chat.request_refused' });
  expect(await statusOf(id)).toBeNull();
});

it('asks what the person may do at that moment', async () => {
  const id = await asked();
  await office.rows('DELETE FROM group_members WHERE user_id = $1', [PERSON_IDS.sam]);
  await there.bring(there.desk.click(SAM, there.messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(wordsTo(SAM)).toContain('does not concern you any more');
  expect(wordsTo(SAM)).not.toContain('Refund');
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.lee]);
  await there.bring(there.desk.click(LEE, there.messageTo(LEE), 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
});

it('decides what was shown: not another version, and not one too long to show', async () => {
  const id = await asked();
  const before = { ...there.messageTo(SAM) };
  const { lee } = office.people;
  await office.approvals.requestChanges(lee, {
    taskId: id,
    payloadDigest: digestOf(PAYLOAD),
    reason: 'Less',
  });
  await there.changeAll();
  expect(wordsTo(SAM)).toContain('Waiting for an answer');
  await office.approvals.answerChanges(office.bot, { taskId: id, payload: { refund: 30 } });
  await there.changeAll();
  await there.bring(there.desk.click(SAM, before, 'orkestra.approve'));
  expect(await statusOf(id)).toBeNull();
  expect(slack.told.at(-1)?.text).toContain('It has changed since it was shown here');
  const long = await office.task({ form: undefined, approval: { payload: { text: 'x'.repeat(3_000) } } });
  await there.tellAll();
  expect(actionsOf(there.messageTo(SAM))).toEqual(['orkestra.claim', 'orkestra.open']);
  expect(wordsTo(SAM)).toContain('more to see than fits here');
  expect(await statusOf(long.id)).toBeNull();
});

it('keeps tenants apart that have connected the same team', async () => {
  const connections = office.app.get(SlackConnections);
  await connections.connect(office.olga, { botToken: BOT_OF_B, signingSecret: SECRET_OF_B });
  const id = await asked();
  const { value = '' } = buttonsOf(there.messageTo(SAM).blocks)[0] ?? {};
  // Signed by the app of the other tenant, whose admin knows its secret.
  const foreign = { ...SAM, secret: SECRET_OF_B };
  await there.bring(there.desk.clickOn(foreign, there.messageTo(SAM), 'orkestra.approve', value));
  expect(await statusOf(id)).toBeNull();
  expect(slack.told.at(-1)?.text).toContain('There is no such task');
  expect(await there.attempts()).toEqual([]);
  const token = await there.linkOf({ ...foreign, user: 'UOLG' });
  const accounts = office.app.get(ChatAccounts);
  await expect(accounts.look(office.people.kim, token)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  await accounts.link(office.olga, token);
  expect(await office.app.get(ChatConnections).list(office.olga)).toMatchObject([{ people: 1 }]);
  expect(await office.app.get(ChatConnections).list(office.people.ada)).toMatchObject([{ people: 2 }]);
  await office.app.get(ChatConnections).disconnect(office.olga, 'slack');
  await there.bring(there.desk.click(SAM, there.messageTo(SAM), 'orkestra.approve'));
  expect(await statusOf(id)).toBe('approved');
});
