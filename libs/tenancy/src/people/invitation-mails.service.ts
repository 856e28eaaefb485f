import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invitationMail } from '../mail/account.words';
import { Mailer } from '../mail/mailer.service';
import type { TenantContext } from '../tenant-context';
import { type InvitationMail, InvitationMailer } from './invitation-mailer.service';

/** Invitations wait with all other mail; the worker sends them within seconds. */
@Injectable()
export class InvitationMails extends InvitationMailer {
  constructor(private readonly mailer: Mailer) {
    super();
  }

  get works(): boolean {
    return this.mailer.enabled;
  }

  async send(em: EntityManager, ctx: TenantContext, mail: InvitationMail): Promise<void> {
    await this.mailer.queue(em, ctx.tenantId, { to: mail.to, ...invitationMail(mail) });
  }
}
