import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { createTransport, type Transporter } from 'nodemailer';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { UnsubscribeLinks } from '../channels/unsubscribe-links.service';
import { MailAnswers } from '../answers/mail-answers.service';
import { asksForWork } from '../events/notification-kind';
import { ReplyAddresses } from '../replies/reply-addresses.service';
import { addressIn, problemOf } from './email-errors';
import { BrokenTemplates } from '../templates/broken-templates.store';
import type { MessageLinks } from '../templates/template-variables';
import { wordsOf } from '../words/language';
import { type Letter, writeLetter } from './email-letter';

/** Without them a silent server costs half a minute. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
const POOL = { pool: true, maxConnections: 4, maxMessages: 200 } as const;

/** By what a letter can be answered. */
interface OfferedByMail {
  actions: readonly { label: string; url: string }[];
  replyTo?: string | undefined;
}

interface Written {
  letter: Omit<Letter, 'problem'>;
  links: MessageLinks;
  offered: OfferedByMail;
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
    private readonly broken: BrokenTemplates,
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
    const links = this.linksOf(message, offered);
    const { problem, ...letter } = writeLetter(message, links);
    try {
      await this.transport.sendMail(this.mailTo(to, message, { letter, links, offered }));
    } catch (error) {
      return problemOf(error);
    }
    if (problem === undefined || message.template === undefined) return { outcome: 'sent' };
    await this.broken.report(message.tenant.id, this.name, message.template, problem.message);
    return { outcome: 'sent', note: `The built-in template was taken: ${problem.message}` };
  }

  beforeApplicationShutdown(): void {
    this.transport?.close();
  }

  private linksOf(message: ChannelMessage, { actions }: OfferedByMail): MessageLinks {
    const app = this.config.PUBLIC_URL;
    return {
      app,
      settings: `${app}/notifications`,
      unsubscribe: this.links.linkFor(this.name, message),
      actions,
    };
  }

  /** A letter about one task that waits for the person has links by which they answer it. */
  private async offeredIn(message: ChannelMessage): Promise<OfferedByMail> {
    const { id, tenant, recipient, items } = message;
    const [first] = items;
    if (items.length !== 1 || first?.task == null) return { actions: [] };
    const who = { tenantId: tenant.id, personId: recipient.personId, taskId: first.task.id };
    const { answers } = wordsOf(recipient.language);
    const { actions, replyState: state } = await this.answers.offeredBy(id, who);
    return {
      actions: asksForWork(first.kind)
        ? actions.map(({ action, url }) => ({ label: answers[action], url }))
        : [],
      replyTo: state === null ? undefined : this.replies.addressFor({ deliveryId: id, state }),
    };
  }

  private mailTo(to: string, message: ChannelMessage, { letter, links, offered }: Written): object {
    const { unsubscribe } = links;
    const { replyTo } = offered;
    const { MAIL_FROM: from, MAIL_BOUNCES_TO: bounces } = this.config;
    return {
      from,
      ...(replyTo === undefined ? {} : { replyTo }),
      to: { name: message.recipient.displayName, address: to },
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
