import { Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import type { Channel, TenantContext } from '../tenant-context';
import { refuseAtTheDoor } from '../tenants/tenant-status';
import { SessionExpiredError, SsoOnlyError } from './auth.errors';
import type { Account } from './credentials.queries';
import type { SignInMethod, SsoOrigin } from './session';
import { SessionsService } from './sessions.service';
import type { CallerOrigin } from './caller-origin';
import { userContext } from './user-context';

/** Failures are counted by address too. */
export interface Visitor extends CallerOrigin {
  /** Token of the session that the browser still holds: it ends. */
  replaces?: string | undefined;
  channel?: Channel;
}

export interface SignedIn {
  token: string;
  /** When the session ends at the latest; without a request it ends before, after 12 hours by default. */
  expiresAt: Date;
  ctx: TenantContext;
}

/** The last step of every sign-in, and the record of those that failed. Not exported: whoever calls it has checked. */
@Injectable()
export class Entrance {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sign-in');
  }

  /**
   * @param sso the directory, if the person comes from one
   * @throws SsoOnlyError, TenantSuspendedError, TenantDeletingError
   * @throws SessionExpiredError where the person was put out meanwhile, or has another password
   */
  async enter(account: Account, method: SignInMethod, visitor: Visitor, sso?: SsoOrigin): Promise<SignedIn> {
    if (sso === undefined) await this.checkPolicy(account, visitor);
    else refuseAtTheDoor(account, 'user', this.clock.now());
    const { tenantId, userId, epoch } = account;
    const { channel = 'web', ...from } = visitor;
    const actor = { tenantId, kind: 'user', id: userId, channel, remoteAddress: from.remoteAddress } as const;
    const { token, expiresAt } = await this.sessions.open(
      { tenantId, userId, epoch, method, sso, ...from },
      async (em, id) => {
        const target = { kind: 'session', id };
        const details = { method, ...(sso && { connection: sso.connectionId }) };
        await this.audit.recordOf(em, actor, { action: 'sign_in.succeeded', target, details });
        if (!account.ssoOnly || sso !== undefined) return;
        await this.audit.recordOf(em, actor, { action: 'sign_in.break_glass', target, details: { method } });
        this.logger.warn({ tenantId, userId, method }, 'The break-glass owner has signed in');
      },
    );
    const session = await this.sessions.find(token, 'person');
    if (session === undefined) throw new SessionExpiredError();
    return { token, expiresAt, ctx: userContext(session, channel, from) };
  }

  /**
   * @throws TenantSuspendedError, TenantDeletingError when the tenant lets nobody in
   * @throws SsoOnlyError unless local sign-in is open to the person
   */
  async checkPolicy(account: Account, visitor: Visitor): Promise<void> {
    refuseAtTheDoor(account, 'user', this.clock.now());
    if (!account.ssoOnly || account.breaksGlass) return;
    await this.refuse(account.tenantId, account.userId, 'sso-only', visitor);
    throw new SsoOnlyError();
  }

  /** Records a failure, also of somebody whom the tenant does not know. */
  async refuse(tenantId: string, userId: string | null, reason: string, visitor: Visitor): Promise<void> {
    const { channel = 'web', remoteAddress } = visitor;
    const actor = { tenantId, kind: 'anonymous', id: 'anonymous', channel, remoteAddress } as const;
    const target = userId === null ? {} : { target: { kind: 'user', id: userId } };
    await this.database.run((em) =>
      this.audit.recordOf(em, actor, { action: 'sign_in.failed', ...target, details: { reason } }),
    );
  }
}
