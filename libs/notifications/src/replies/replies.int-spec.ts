import { generateKeyPairSync } from 'node:crypto';
import { AnswerSettingsService } from '@orkestra/tenancy';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { headerOf, MailOffice } from '../../../../test/harness/mail-office';
import { digestOf, type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { type NameServer, startNameServer } from '../../../../test/harness/sso/name-server';
import { ReplyIntake, type Taken } from './reply-intake.service';
import { REPLY_REFUSALS } from './reply.words';

const approval = { form: undefined, approval: { payload: PAYLOAD } };
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const another = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});

let names: NameServer;
let post: MailOffice;
let office: Office;
let intake: ReplyIntake;
beforeAll(async () => {
  names = await startNameServer();
  names.texts.set('k._domainkey.a.test', [`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]);
  names.texts.set('k._domainkey.evil.test', [`v=DKIM1; k=rsa; p=${another.publicKey.toString('base64')}`]);
  names.texts.set('_dmarc.a.test', ['v=DMARC1; p=reject']);
  post = await MailOffice.open({ MAIL_REPLIES_DOMAIN: 'replies.o.test', DNS_SERVERS: names.address });
  ({ office } = post);
  intake = office.app.get(ReplyIntake);
});
afterAll(async () => {
  await post?.close();
  await names?.close();
});

let count = 0;

/** A task that one person is asked about, and the address to which they reply. */
async function mailed(spec: object = {}, to = 'sam'): Promise<{ id: string; address: string }> {
  const title = `Task ${(count += 1)}.`;
  const { id } = await office.task({ ...approval, assignTo: { user: `${to}@a.test` }, ...spec, title });
  await post.expand();
  office.clock.pass(10 * 60_000);
  await post.send();
  const sent = post.mail.mails.find((mail) => mail.to === `${to}@a.test` && mail.text.includes(title));
  return { id, address: headerOf(sent?.source ?? '', 'Reply-To')?.replace(/[<>]/g, '') ?? '' };
}

const signed = { domainName: 'a.test', keySelector: 'k', privateKey };

/** A reply as a mail program writes it, signed by its server. */
async function reply(
  address: string,
  text: string,
  {
    from = 'Sam <sam@a.test>',
    dkim = signed,
    ...more
  }: Omit<SendMailOptions, 'dkim'> & {
    dkim?: typeof signed | null;
  } = {},
): Promise<Taken> {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(dkim && { dkim }),
  });
  const { message } = await transport.sendMail({
    ...{ from, to: address, subject: 'Re: Task', date: office.clock.now() },
    text: `${text}\n\nOn Mon, 1 Mar 2027 at 10:00, Orkestra <orkestra@o.test> wrote:\n> approve\n> Hello sam,\n`,
    ...more,
  });
  return intake.take({ sender: 'sam@a.test', recipients: [address], source: message as Buffer });
}

const comments = async (taskId: string) =>
  (
    await office.rows<{ body: string }>('SELECT body FROM task_comments WHERE task_id = $1 ORDER BY id', [
      taskId,
    ])
  ).map(({ body }) => body);
const refusedFor = (text: string): Taken => ({ kind: 'refused', text });

it('gives out an address that is short enough for every server, for each mail about a task', async () => {
  const { address } = await mailed();
  expect(address).toMatch(/^reply\+[\w-]{38}@replies\.o\.test$/);
  expect(address.indexOf('@')).toBeLessThanOrEqual(48);
  expect(intake.knows(address)).toBe(true);
  for (const forged of [
    `x${address}`,
    // The last sign holds two bits of the mark, and four that mean nothing.
    ...[...'ABQgw'].map((end) => address.replace(/.@/, `${end}@`)).filter((other) => other !== address),
    'reply+x@replies.o.test',
    'sam@a.test',
    address.replace('replies.o', 'other'),
  ])
    expect(intake.knows(forged)).toBe(false);
});

it('is a comment of the person, without what was quoted', async () => {
  const { id, address } = await mailed();
  expect(await reply(address, 'Please wait until Friday.\nApprove it then.')).toEqual({ kind: 'taken' });
  expect(await comments(id)).toEqual(['Please wait until Friday.\nApprove it then.']);
  expect(await office.history(id)).toEqual(['created', 'comment_added']);
  expect(
    await office.rows(
      'SELECT person_id, channel, action, proof, outcome FROM answer_attempts WHERE task_id = $1',
      [id],
    ),
  ).toEqual([
    {
      person_id: PERSON_IDS.sam,
      channel: 'email',
      action: 'comment',
      proof: 'dkim=pass dmarc=pass',
      outcome: 'done',
    },
  ]);
});

it('decides where the first line does, with the reason that follows', async () => {
  const yes = await mailed({}, 'kim');
  expect(await reply(yes.address, 'Approved.', { from: 'kim@a.test' })).toEqual({ kind: 'taken' });
  expect(await office.history(yes.id)).toEqual(['created', 'approved']);
  const no = await mailed({}, 'kim');
  expect(await reply(no.address, 'reject', { from: 'kim@a.test' })).toMatchObject({ kind: 'refused' });
  expect(await reply(no.address, 'Reject: too much\nAsk again in May.', { from: 'kim@a.test' })).toEqual({
    kind: 'taken',
  });
  expect(await office.tasks.get(office.people.ada, no.id)).toMatchObject({
    outcome: 'rejected',
    outcomeReason: 'too much\nAsk again in May.',
  });
  expect(await reply(no.address, 'Approve', { from: 'kim@a.test' })).toEqual(
    refusedFor('It is decided already: rejected. Your reply was not used.'),
  );
});

it('is used once, however often it comes', async () => {
  const { id, address } = await mailed();
  const again = { messageId: '<once@a.test>' };
  const all = await Promise.all([reply(address, 'Hello', again), reply(address, 'Hello', again)]);
  expect(all).toEqual([{ kind: 'taken' }, { kind: 'taken' }]);
  expect(await reply(address, 'Hello', again)).toEqual({ kind: 'taken' });
  expect(await comments(id)).toEqual(['Hello']);
});

it('does not decide what has changed since the mail, nor another version in a vote', async () => {
  const { id, address } = await mailed();
  await office.control.setPriority(office.people.ada, { taskId: id, priority: 5 });
  expect(await reply(address, 'approve')).toMatchObject({
    kind: 'refused',
    text: expect.stringContaining('changed'),
  });
  expect(await reply(address, 'What has changed?')).toEqual({ kind: 'taken' });
  const vote = await mailed({
    assignTo: { group: 'l1' },
    approval: { payload: PAYLOAD, quorum: { rule: 'all' } },
  });
  await office.approvals.requestChanges(office.people.eva, {
    ...{ taskId: vote.id, payloadDigest: digestOf(PAYLOAD), reason: 'Less' },
  });
  await office.approvals.answerChanges(office.bot, { taskId: vote.id, payload: { refund: 1 } });
  expect(await reply(vote.address, 'approve')).toMatchObject({ kind: 'refused' });
  expect(
    await office.rows('SELECT FROM task_decisions WHERE task_id = $1 AND vote = $2', [vote.id, 'approved']),
  ).toEqual([]);
});

it('counts from the person alone, and only where their domain has signed it', async () => {
  const { id, address } = await mailed();
  expect(await reply(address, 'approve', { from: 'lee@a.test' })).toEqual(
    refusedFor(REPLY_REFUSALS.other_sender),
  );
  expect(await reply(address, 'approve', { dkim: null })).toEqual(refusedFor(REPLY_REFUSALS.unproved));
  const foreign = { domainName: 'evil.test', keySelector: 'k', privateKey: another.privateKey };
  expect(await reply(address, 'approve', { dkim: foreign })).toEqual(refusedFor(REPLY_REFUSALS.unproved));
  const forged = { ...signed, privateKey: another.privateKey };
  expect(await reply(address, 'approve', { dkim: forged })).toEqual(refusedFor(REPLY_REFUSALS.unproved));
  const old = { date: new Date(office.clock.now().getTime() - 8 * 24 * 3_600_000) };
  expect(await reply(address, 'approve', old)).toEqual(refusedFor(REPLY_REFUSALS.old_mail));
  expect(await office.history(id)).toEqual(['created']);
  const codes = await office.rows(
    'SELECT outcome, code, proof FROM answer_attempts WHERE task_id = $1 ORDER BY id',
    [id],
  );
  expect(codes).toEqual([
    { outcome: 'refused', code: 'reply.other_sender', proof: 'dkim=pass dmarc=pass' },
    { outcome: 'refused', code: 'reply.unproved', proof: 'dkim=none dmarc=fail' },
    { outcome: 'refused', code: 'reply.unproved', proof: 'dkim=pass dmarc=fail' },
    { outcome: 'refused', code: 'reply.unproved', proof: 'dkim=fail dmarc=fail' },
    { outcome: 'refused', code: 'reply.old_mail', proof: 'dkim=pass dmarc=pass' },
  ]);
});

it('says nothing to machines, and nothing is done by them', async () => {
  const { id, address } = await mailed();
  const machine = (headers: object) => reply(address, 'approve', { headers: { ...headers } });
  for (const headers of [
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'X-Autoreply': 'yes' },
  ])
    expect(await machine(headers)).toEqual({ kind: 'ignored' });
  const bounce = {
    sender: '',
    recipients: [address],
    source: Buffer.from('From: x@y.test\r\n\r\napprove\r\n'),
  };
  expect(await intake.take(bounce)).toEqual({ kind: 'ignored' });
  expect(await office.history(id)).toEqual(['created']);
});

it('is refused where the workspace wants none, there is no text, or the person was put out', async () => {
  const { id, address } = await mailed();
  expect(await reply(address, '')).toEqual(refusedFor(REPLY_REFUSALS.empty));
  const settings = office.app.get(AnswerSettingsService);
  await settings.set(office.people.ada, { byReply: false });
  expect(await reply(address, 'approve')).toEqual(refusedFor(REPLY_REFUSALS.off));
  expect((await mailed()).address).toBe('');
  await settings.set(office.people.ada, { byReply: true });
  const max = await mailed({}, 'max');
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.max]);
  expect(await reply(max.address, 'approve', { from: 'max@a.test' })).toMatchObject({ kind: 'refused' });
  expect(await office.history(id)).toEqual(['created']);
});

it('is taken later where somebody writes too much', async () => {
  const { address } = await mailed({}, 'liz');
  const kinds: string[] = [];
  for (let n = 0; n < 22; n += 1) kinds.push((await reply(address, `No ${n}`, { from: 'liz@a.test' })).kind);
  expect(kinds.filter((kind) => kind === 'later')).toHaveLength(2);
});
