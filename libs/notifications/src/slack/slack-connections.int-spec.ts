import { type Office, PAYLOAD } from '../../../../test/harness/office';
import { type SlackServer, wordsOf } from '../../../../test/harness/servers/slack-server';
import type { Clicker } from '../../../../test/harness/slack-desk';
import { LEE, MINUTE, SAM, SECRET, SlackOffice } from '../../../../test/harness/slack-office';
import { ChatAccounts, ChatConnections, SlackConnections } from '..';

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

const wordsTo = (who: Clicker) => wordsOf(there.messageTo(who).blocks);

it('links an account once, by whoever signs in with the link, until it expires', async () => {
  const accounts = office.app.get(ChatAccounts);
  const { sam, lee } = office.people;
  const first = await there.linkOf(SAM);
  const second = await there.linkOf(SAM);
  await expect(accounts.link(sam, first)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  expect(await accounts.look(sam, second)).toEqual({
    channel: 'slack',
    teamName: 'Acme',
    accountName: 'usam',
  });
  await expect(accounts.look(office.engine, second)).rejects.toMatchObject({ code: 'auth.people_only' });
  await accounts.link(sam, second);
  await expect(accounts.link(sam, second)).rejects.toMatchObject({ code: 'chat.invalid_link' });
  await expect(accounts.link(sam, await there.linkOf(LEE))).rejects.toMatchObject({
    code: 'chat.account_linked',
  });
  await there.bring(there.desk.command(SAM));
  expect(slack.told.at(-1)?.text).toContain('Your account is connected');
  const late = await there.linkOf(LEE);
  office.clock.pass(15 * MINUTE);
  await expect(accounts.link(lee, late)).rejects.toMatchObject({ code: 'chat.invalid_link' });
});

it('says what is wrong with an installation, and tries again until it is put right', async () => {
  await there.link(office.people.sam, SAM);
  slack.refuse('chat.postMessage', { error: 'token_revoked' });
  await office.task(approval);
  await there.tellAll();
  const connections = office.app.get(ChatConnections);
  const { ada, sam } = office.people;
  expect(await connections.list(ada)).toMatchObject([{ status: 'broken', problem: 'Slack: token_revoked' }]);
  await expect(connections.list(sam)).rejects.toMatchObject({ kind: 'forbidden' });
  slack.refuse('chat.postMessage', { retryAfter: 120 });
  office.clock.pass(MINUTE);
  await there.send();
  const [row] = await office.rows<{ available_at: Date }>('SELECT available_at FROM notification_deliveries');
  expect(row?.available_at.getTime()).toBe(office.clock.now().getTime() + 120_000);
  slack.refuse('chat.postMessage', undefined);
  office.clock.pass(2 * MINUTE);
  await there.send();
  expect(there.messageTo(SAM).blocks).not.toEqual([]);
  expect(await connections.list(ada)).toMatchObject([{ status: 'connected', problem: null }]);
});

it('connects only what Slack knows, and keeps its secrets sealed', async () => {
  const connections = office.app.get(SlackConnections);
  const { ada, sam } = office.people;
  const wrong = { botToken: 'xoxb-unknown', signingSecret: SECRET };
  await expect(connections.connect(ada, wrong)).rejects.toMatchObject({ code: 'chat.invalid_installation' });
  await expect(connections.connect(sam, wrong)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(connections.test(ada)).rejects.toMatchObject({ code: 'chat.account_not_linked' });
  await there.link(ada, SAM);
  await connections.test(ada);
  expect(wordsTo(SAM)).toContain('This is a test');
  const [row] = await office.rows<{ secrets: Buffer }>('SELECT secrets FROM chat_installations');
  expect(row?.secrets.toString('latin1')).not.toContain('xoxb');
});
