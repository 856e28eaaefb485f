import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { createTransport, type Transporter } from 'nodemailer';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { UnsubscribeLinks } from '../channels/unsubscribe-links.service';
import { MailAnswers } from '../answers/mail-answers.service';
import { asksForWork } from '../events/notification-kind';
import { ReplyAddresses } from '../replies/reply-addresses.service';
import { addressIn, problemOf } from './email-errors';
import { type LetterAction, writeLetter } from './email-template';
import { LINK_LABELS, subjectOf } from './email.words';

/** Without them a silent server costs half a minute. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
const POOL = { pool: true, maxConnections: 4, maxMessages: 200 } as const;

/** By what a letter can be answered. */
interface OfferedByMail {
  actions: readonly LetterAction[];
  replyTo?: string | undefined;
}

/** Mail by SMTP: each task is one thread, each mail can be turned off with one click, and no machine answers it. */
@Injectable()
export class EmailChannel extends NotificationChannel implements BeforeApplicationShutdown {
  readonly name = 'email';
  readonly defaultDelaySeconds = 600;
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly links: UnsubscribeLinks,
    private readonly answers: MailAnswers,
    private readonly replies: ReplyAddresses,
  ) {
    super();
    const url = config.MAIL_URL;
    this.transport = url === undefined ? undefined : createTransport({ url, ...POOL, ...TIMEOUTS });
  }

  get enabled(): boolean {
    return this.transport !== undefined;
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    if (this.transport === undefined) return { outcome: 'retry', problem: 'MAIL_URL is not set.' };
    const to = message.recipient.email;
    if (this.isOwn(to)) return { outcome: 'dead', problem: 'Orkestra writes no mail to itself.' };
    const offered = await this.offeredIn(message);
    try {
      await this.transport.sendMail(this.mailTo(to, message, offered));
      return { outcome: 'sent' };
    } catch (error) {
      return problemOf(error);
    }
  }

  beforeApplicationShutdown(): void {
    this.transport?.close();
  }

  /** A letter about one task that waits for the person has links by which they answer it. */
  private async offeredIn({ id, tenant, recipient, items }: ChannelMessage): Promise<OfferedByMail> {
    const [first] = items;
    if (items.length !== 1 || first?.task == null) return { actions: [] };
    const who = { tenantId: tenant.id, personId: recipient.personId, taskId: first.task.id };
    const { actions, replyState: state } = await this.answers.offeredBy(id, who);
    return {
      actions: asksForWork(first.kind)
        ? actions.map(({ action, url }) => ({ label: LINK_LABELS[action], url }))
        : [],
      replyTo: state === null ? undefined : this.replies.addressFor({ deliveryId: id, state }),
    };
  }

  private mailTo(to: string, message: ChannelMessage, { actions, replyTo }: OfferedByMail): object {
    const unsubscribe = this.links.linkFor(this.name, message);
    const settings = `${this.config.PUBLIC_URL}/notifications`;
    const letter = writeLetter(message, { settings, unsubscribe, actions });
    const { MAIL_FROM: from, MAIL_BOUNCES_TO: bounces } = this.config;
    return {
      from,
      ...(replyTo === undefined ? {} : { replyTo }),
      to: { name: message.recipient.displayName, address: to },
      subject: subjectOf(message),
      ...letter,
      // Where it cannot be delivered, the other side's answer goes here and nowhere else.
      envelope: { from: bounces === '<>' ? '' : addressIn(bounces ?? from), to },
      // The same id each time, so that a mail that was sent twice counts once.
      messageId: `<${message.id}@${this.host}>`,
      ...this.threadOf(message),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }

  /** All mails of a task refer to one that was never sent: clients put them together. */
  private threadOf({ items, recipient }: ChannelMessage): { inReplyTo?: string; references?: string } {
    const [first] = items;
    if (items.length !== 1 || first?.task == null) return {};
    const root = `<task.${first.task.id}.${recipient.personId}@${this.host}>`;
    return { inReplyTo: root, references: root };
  }

  private isOwn(address: string): boolean {
    const { MAIL_FROM, MAIL_BOUNCES_TO } = this.config;
    const own = [MAIL_FROM, MAIL_BOUNCES_TO ?? ''].map((text) => addressIn(text).toLowerCase());
    return own.includes(address.toLowerCase()) || this.replies.isOwn(address);
  }

  private get host(): string {
    return new URL(this.config.PUBLIC_URL).hostname;
  }
}
