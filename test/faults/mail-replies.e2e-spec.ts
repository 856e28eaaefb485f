import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import {
  type ApiClient,
  createTask,
  eventually,
  readTaskPage,
  startSystem,
  type TestSystem,
} from '../harness';
import { headerOf } from '../harness/mail-office';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';
import { freePort } from '../harness/servers/ports';
import { type NameServer, startNameServer } from '../harness/sso/name-server';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

describe('Replies by mail', () => {
  let names: NameServer;
  let mail: Inbox;
  let system: TestSystem;
  let bot: ApiClient;
  let port: number;
  beforeAll(async () => {
    names = await startNameServer();
    names.texts.set('k._domainkey.demo.test', [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]);
    mail = await startMailServer();
    port = await freePort();
    system = await startSystem({
      env: {
        MAIL_URL: mail.url,
        MAIL_REPLIES_DOMAIN: 'replies.demo.test',
        MAIL_REPLIES_PORT: String(port),
        DNS_SERVERS: names.address,
      },
    });
    bot = system.agent('demo');
    const sam = await system.person('sam@demo.test');
    await sam.graphql(
      'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
      { input: { preferences: [{ kind: 'APPROVAL_ASKED', channel: 'email', mode: 'ON', delaySeconds: 0 }] } },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
    await names?.close();
  });

  const send = (to: string, text: string, from = 'sam@demo.test', more: object = {}): Promise<unknown> =>
    createTransport({
      ...{ host: '127.0.0.1', port, ignoreTLS: true },
      dkim: { domainName: 'demo.test', keySelector: 'k', privateKey },
    }).sendMail({ from, to, subject: 'Re: it', text, ...more });

  async function asked(title: string): Promise<{ id: string; address: string }> {
    const approval = { payload: { amount: 1 } };
    const id = await createTask(bot, { title, assignTo: { user: 'sam@demo.test' }, approval });
    const sent = await eventually(() => mail.mails.find(({ text }) => text.includes(title)));
    return { id, address: headerOf(sent.source, 'Reply-To')?.replace(/[<>]/g, '') ?? '' };
  }

  test('reach the task as the person, and what does not count is told to the server that sends it', async () => {
    const { id, address } = await asked('Pay by reply');
    await expect(send('nobody@replies.demo.test', 'approve')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send(address, 'approve', 'lee@demo.test')).rejects.toMatchObject({
      responseCode: 550,
      response: expect.stringContaining('Only the person'),
    });
    expect(await readTaskPage(bot, id)).toMatchObject({ status: 'RESERVED' });
    await send(address, 'Who pays?');
    await send(address, 'approve', 'sam@demo.test', { headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await readTaskPage(bot, id)).toMatchObject({ status: 'RESERVED' });
    await send(address, 'Approved.');
    expect(await readTaskPage(bot, id)).toMatchObject({ outcome: 'APPROVED' });
    await expect(send(address, 'approve')).rejects.toMatchObject({
      response: expect.stringContaining('decided already'),
    });
    expect(await system.rows('SELECT body FROM task_comments WHERE task_id = $1', [id])).toEqual([
      { body: 'Who pays?' },
    ]);
    // Nobody was written to.
    expect(mail.mails.filter(({ to }) => to !== 'sam@demo.test')).toEqual([]);
  });

  test('wait at the server that sends them while the worker is away, and come through afterwards', async () => {
    const { id, address } = await asked('After the worker was killed');
    await system.kill('worker');
    await expect(send(address, 'Approved')).rejects.toThrow();
    await system.restart('worker');
    await send(address, 'Approved');
    expect(await readTaskPage(bot, id)).toMatchObject({ outcome: 'APPROVED' });
  });
});
