import { Injectable } from '@nestjs/common';
import { Clock, Config, Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { SecretBox } from '../secrets/secret-box.service';
import { type Mail, placeOfMail } from './mail';
import { MailSender } from './mail-sender.service';

/** Mail to people. It is kept with the transaction that causes it and sent afterwards: no request waits for SMTP. */
@Injectable()
export class Mailer {
  constructor(
    private readonly config: Config,
    private readonly box: SecretBox,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly sender: MailSender,
  ) {}

  /** Whether this installation sends mail at all. */
  get enabled(): boolean {
    return this.config.MAIL_URL !== undefined;
  }

  /**
   * Does nothing where no mail is sent. After the commit call `sendSoon`; else the worker sends it within seconds.
   * @param em of a transaction of the tenant, or of the role `system`
   * @throws NoSecretsKeyError
   */
  async queue(em: EntityManager, tenantId: string, mail: Mail): Promise<void> {
    if (!this.enabled) return;
    const id = this.ids.next();
    const { bytes, keyId } = this.box.seal(JSON.stringify(mail), placeOfMail(tenantId, id));
    await queryRows(em, QUEUE, [tenantId, id, bytes, keyId, this.clock.now()]);
  }

  sendSoon(): void {
    if (this.enabled) this.sender.sendSoon();
  }
}

const QUEUE = `
  INSERT INTO mails (tenant_id, id, content, key_id, created_at, available_at) VALUES ($1, $2, $3, $4, $5, $5)`;
