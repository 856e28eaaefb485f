import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { SsoOnlyError } from '../auth/auth.errors';
import { type Account, accountOf, findAccount } from '../auth/credentials.queries';
import { SessionsService } from '../auth/sessions.service';
import {
  linkAddressSubject,
  resetAddressSubject,
  resetSubject,
  SignInLimiter,
} from '../auth/sign-in-limiter.service';
import { InvalidLinkError } from '../links/links.errors';
import { type LinkView, OneTimeLinks } from '../links/one-time-links.service';
import { Mailer } from '../mail/mailer.service';
import { requireOpenTenant } from '../tenants/tenant-status';
import type { TenantContext } from '../tenant-context';
import { resetMail } from '../mail/account.words';
import { AccountNotices } from '../mail/account-notices.service';
import { hashNewPassword, setPasswordHash } from './new-passwords';
import { requireMayManage } from './managed-person';

const BY_MAIL_MS = 60 * 60_000;
const BY_ADMIN_MS = 24 * 60 * 60_000;

/** Passwords of people who cannot sign in: a link lets them set one, once. */
@Injectable()
export class PasswordLinks implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly limiter: SignInLimiter,
    private readonly links: OneTimeLinks,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
    private readonly notices: AccountNotices,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('password-links');
  }

  /**
   * Sends a link to the person, if there is one. The answer comes before anybody looks: it says and takes the same for
   * whoever is asked about.
   * @throws TooManyAttemptsError after three requests for an account or thirty from an address, for five minutes
   */
  async request(tenant: string, email: string, remoteAddress?: string): Promise<void> {
    const address = remoteAddress === undefined ? [] : [resetAddressSubject(remoteAddress)];
    const subjects = [resetSubject(tenant, email), ...address];
    await this.limiter.check(subjects);
    await this.limiter.failed(subjects);
    const work: Promise<void> = this.send(tenant, email, remoteAddress)
      .catch((error: unknown) => this.logger.error({ err: error }, 'A link for a new password was not sent'))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /**
   * A link that an admin hands to a person, where no mail is sent or none arrives.
   * @param user e-mail address or id
   * @throws RoleForbidsError, UnknownUserError
   */
  async issue(ctx: TenantContext, user: string): Promise<{ url: string; expiresAt: Date }> {
    return this.database.run(ctx, async (em) => {
      const { id: userId } = await requireMayManage(em, ctx, user);
      const { tenantId, principal } = ctx;
      const link = { tenantId, userId, purpose: 'password-reset', ttl: BY_ADMIN_MS } as const;
      const { token, expiresAt } = await this.links.issue(em, { ...link, createdBy: principal.id });
      await this.audit.record(em, ctx, {
        action: 'password.link_issued',
        target: { kind: 'user', id: userId },
      });
      return { url: this.links.urlOf(token), expiresAt };
    });
  }

  /** @throws InvalidLinkError, TooManyAttemptsError */
  async look(token: string, remoteAddress?: string): Promise<LinkView> {
    await this.limit(remoteAddress);
    const link = await this.links.look(token);
    if (link === undefined) {
      if (remoteAddress !== undefined) await this.limiter.failed([linkAddressSubject(remoteAddress)]);
      throw new InvalidLinkError();
    }
    return link;
  }

  /**
   * Sets the password and ends all sessions of the person; a second factor is asked for as before.
   * @throws InvalidLinkError, WeakPasswordError, SsoOnlyError, TooManyAttemptsError
   * @throws TenantSuspendedError, TenantDeletingError
   */
  async reset(token: string, password: string, remoteAddress?: string): Promise<LinkView> {
    const link = await this.look(token, remoteAddress);
    const { tenant, user } = link;
    if (link.purpose !== 'password-reset') throw new InvalidLinkError();
    await this.refuseIfClosed(tenant.id, user.id);
    const scope = { tenantId: tenant.id };
    const hash = await hashNewPassword(this.database, scope, user.id, password);
    await this.database.run(scope, async (em) => {
      await requireOpenTenant(em, this.clock.now());
      await this.links.use(em, token, 'password-reset');
      await setPasswordHash(em, user.id, hash);
      const actor = {
        tenantId: tenant.id,
        kind: 'user',
        id: user.id,
        channel: 'web',
        remoteAddress,
      } as const;
      await this.audit.recordOf(em, actor, {
        action: 'password.reset',
        target: { kind: 'user', id: user.id },
      });
      await this.notices.changed(em, tenant.id, user.id, 'Your password was set anew');
    });
    await this.sessions.endOf(tenant.id, user.id, { stale: true });
    this.mailer.sendSoon();
    return link;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async limit(remoteAddress?: string): Promise<void> {
    if (remoteAddress !== undefined) await this.limiter.check([linkAddressSubject(remoteAddress)]);
  }

  private async send(tenant: string, email: string, remoteAddress?: string): Promise<void> {
    const account = await findAccount(this.system, tenant, email);
    if (account === undefined || account.userId === null || isClosed(account) || !this.mailer.enabled) return;
    const { tenantId, userId } = account;
    await this.database.run({ tenantId }, async (em) => {
      const link = { tenantId, userId, purpose: 'password-reset', ttl: BY_MAIL_MS } as const;
      const { token } = await this.links.issue(em, link);
      const actor = { tenantId, kind: 'anonymous', id: 'anonymous', channel: 'web', remoteAddress } as const;
      await this.audit.recordOf(em, actor, {
        action: 'password.reset_requested',
        target: { kind: 'user', id: userId },
      });
      const url = this.links.urlOf(token);
      await this.notices.send(em, tenantId, userId, (to) => resetMail(to, url, BY_MAIL_MS / 60_000));
    });
    this.mailer.sendSoon();
  }

  private async refuseIfClosed(tenantId: string, userId: string): Promise<void> {
    const account = await accountOf(this.system, tenantId, userId);
    if (account === undefined) throw new InvalidLinkError();
    if (isClosed(account)) throw new SsoOnlyError();
  }
}

function isClosed({ ssoOnly, breaksGlass }: Account): boolean {
  return ssoOnly && !breaksGlass;
}
