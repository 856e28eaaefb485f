import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { Mailer } from './mailer.service';
import { changedMail, type MailText } from './account.words';

interface Recipient {
  email: string;
  displayName: string;
  tenant: string;
}

/** Mail to a person about their own account. */
@Injectable()
export class AccountNotices {
  constructor(private readonly mailer: Mailer) {}

  /**
   * Tells that something was changed, so that nobody does it unnoticed.
   * @param em of the tenant's transaction that changes it
   */
  async changed(em: EntityManager, tenantId: string, userId: string, what: string): Promise<void> {
    await this.send(em, tenantId, userId, (to) => changedMail(to, what));
  }

  async send(
    em: EntityManager,
    tenantId: string,
    userId: string,
    write: (to: Recipient) => MailText,
  ): Promise<void> {
    if (!this.mailer.enabled) return;
    const [to] = await queryRows<Recipient>(em, RECIPIENT, [userId]);
    if (to !== undefined) await this.mailer.queue(em, tenantId, { to: to.email, ...write(to) });
  }
}

const RECIPIENT = `
  SELECT u.email, u.display_name AS "displayName", t.name AS tenant
  FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.id = $1`;
