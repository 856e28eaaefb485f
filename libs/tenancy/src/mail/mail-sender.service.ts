import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config, Logger } from '@orkestra/core';
import { createTransport, type Transporter } from 'nodemailer';
import { SecretBox } from '../secrets/secret-box.service';
import { type Mail, placeOfMail } from './mail';
import { type DueMail, Mails } from './mails.store';

/** Without them a silent server costs half a minute. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 };

/** Gives the mails that wait to the server. Of several processes each takes others. */
@Injectable()
export class MailSender implements BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly transport: Transporter | undefined;
  private underWay: Promise<unknown> | undefined;
  private again = false;

  constructor(
    private readonly config: Config,
    private readonly mails: Mails,
    private readonly box: SecretBox,
    logger: Logger,
  ) {
    this.logger = logger.child('mail');
    const url = config.MAIL_URL;
    this.transport = url === undefined ? undefined : createTransport({ url, ...TIMEOUTS });
  }

  /** Sends beside the request, which does not wait. */
  sendSoon(): void {
    this.again = true;
    this.underWay ??= this.sendUntilNone()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Mail waits for the worker'))
      .finally(() => (this.underWay = undefined));
  }

  /** Sends one mail that is due; false when there is none. */
  async sendNext(): Promise<boolean> {
    if (this.transport === undefined) return false;
    const due = await this.mails.lease();
    if (due === undefined) return false;
    try {
      await this.send(this.transport, due);
    } catch (error) {
      await this.note(due, error);
      return true;
    }
    await this.mails.sent(due);
    return true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.underWay;
    this.transport?.close();
  }

  private async sendUntilNone(): Promise<void> {
    while (this.again) {
      this.again = false;
      while (await this.sendNext());
    }
  }

  private async send(transport: Transporter, { tenantId, id, content, keyId }: DueMail): Promise<void> {
    const opened = this.box.open({ bytes: content, keyId }, placeOfMail(tenantId, id));
    const mail = JSON.parse(opened) as Mail;
    // The same id each time, so that a mail that was sent twice counts once.
    const messageId = `<${id}@${new URL(this.config.PUBLIC_URL).hostname}>`;
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transport.sendMail({ from: this.config.MAIL_FROM, ...mail, messageId, headers });
  }

  private async note(due: DueMail, error: unknown): Promise<void> {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    const problem = String(responseCode ?? code ?? 'unknown');
    const refused = responseCode !== undefined && responseCode >= 500;
    const over = await this.mails.failed(due, problem, refused);
    const fields = { mailId: due.id, tenantId: due.tenantId, attempts: due.attempts, problem };
    if (!over) return this.logger.warn(fields, 'A mail was not sent; it is tried again');
    this.logger.error(fields, 'A mail was given up');
    await this.mails.clean();
  }
}
