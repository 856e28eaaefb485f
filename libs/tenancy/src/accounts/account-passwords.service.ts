import { Injectable } from '@nestjs/common';
import { queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { accountOf } from '../auth/credentials.queries';
import { SessionsService } from '../auth/sessions.service';
import { OneTimeLinks } from '../links/one-time-links.service';
import { Mailer } from '../mail/mailer.service';
import type { TenantContext } from '../tenant-context';
import { AccountNotices } from '../mail/account-notices.service';
import { hashNewPassword, setPasswordHash } from './new-passwords';
import { personOf, StepUp } from '../proof/step-up.service';

/** Passwords of people who are in: they change it, with the one that they have. */
@Injectable()
export class AccountPasswords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly stepUp: StepUp,
    private readonly sessions: SessionsService,
    private readonly links: OneTimeLinks,
    private readonly audit: AuditLog,
    private readonly notices: AccountNotices,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Ends all other sessions of the person.
   * @param current left out by who has no password yet
   * @throws PersonOnlyError, StepUpNeededError, WrongPasswordError, WeakPasswordError, TooManyAttemptsError
   */
  async change(ctx: TenantContext, next: string, current?: string): Promise<void> {
    const { userId, sessionId } = personOf(ctx);
    const account = await accountOf(this.system, ctx.tenantId, userId);
    if (account?.passwordHash == null) await this.stepUp.require(ctx);
    else await this.stepUp.checkPassword(ctx, current ?? '');
    const hash = await hashNewPassword(this.database, ctx, userId, next);
    await this.database.run(ctx, async (em) => {
      await setPasswordHash(em, userId, hash);
      // The session that changes it goes on in the epoch that the change begins.
      await queryRows(
        em,
        'UPDATE sessions SET epoch = (SELECT session_epoch FROM users WHERE id = $2) WHERE id = $1 AND user_id = $2',
        [sessionId, userId],
      );
      await this.links.revokeFor(em, userId, 'password-reset');
      await this.audit.record(em, ctx, { action: 'password.changed', target: { kind: 'user', id: userId } });
      await this.notices.changed(em, ctx.tenantId, userId, 'Your password was changed');
    });
    await this.sessions.endOf(ctx.tenantId, userId, { stale: true });
    this.mailer.sendSoon();
  }
}
