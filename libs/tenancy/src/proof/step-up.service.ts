import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { accountOf } from '../auth/credentials.queries';
import { verifyPassword } from '../auth/passwords';
import { proofSubject, SignInLimiter } from '../auth/sign-in-limiter.service';
import { refuseGuestsElsewhere } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { PersonOnlyError, StepUpNeededError, WrongPasswordError } from './proof.errors';

const RECENT_MS = 10 * 60_000;

/** Whoever changes how somebody signs in has proved within ten minutes that it is them: a found laptop is not enough. */
@Injectable()
export class StepUp {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
    private readonly limiter: SignInLimiter,
  ) {}

  /**
   * @returns the id of the person
   * @throws PersonOnlyError, StepUpNeededError
   */
  async require(ctx: TenantContext): Promise<string> {
    const { userId, sessionId } = personOf(ctx);
    const [session] = await this.database.query<{ provenAt: Date }>(
      ctx,
      'SELECT proven_at AS "provenAt" FROM sessions WHERE id = $1 AND user_id = $2',
      [sessionId, userId],
    );
    const age = this.clock.now().getTime() - (session?.provenAt.getTime() ?? 0);
    if (age > RECENT_MS) throw new StepUpNeededError();
    return userId;
  }

  /**
   * The person types the password again.
   * @throws PersonOnlyError, WrongPasswordError, TooManyAttemptsError
   */
  async prove(ctx: TenantContext, password: string): Promise<void> {
    await this.checkPassword(ctx, password);
    const { sessionId } = personOf(ctx);
    await this.system.query('UPDATE sessions SET proven_at = $3 WHERE tenant_id = $1 AND id = $2', [
      ...[ctx.tenantId, sessionId, this.clock.now()],
    ]);
  }

  /**
   * The person proves it again at the directory that the session came from.
   * @param provenAt when they did, as it says
   * @throws StepUpNeededError where it was somebody else, or is too long ago
   */
  async proveBySso(
    { tenantId, userId, sessionId }: { tenantId: string; userId: string; sessionId: string },
    {
      connectionId,
      subject,
      provenAt,
    }: { connectionId: string; subject: string; provenAt: Date | undefined },
  ): Promise<void> {
    const now = this.clock.now();
    const age = now.getTime() - (provenAt?.getTime() ?? 0);
    const values = [tenantId, sessionId, now, userId, connectionId, subject];
    const proven = age > RECENT_MS ? [] : await this.system.query(PROVEN_BY_SSO, values);
    if (proven.length === 0) throw new StepUpNeededError();
  }

  /** @throws PersonOnlyError, WrongPasswordError, TooManyAttemptsError */
  async checkPassword(ctx: TenantContext, password: string): Promise<void> {
    const { userId } = personOf(ctx);
    const subject = proofSubject(ctx.tenantId, userId);
    await this.limiter.check([subject]);
    const account = await accountOf(this.system, ctx.tenantId, userId);
    if (!(await verifyPassword(account?.passwordHash, password))) {
      await this.limiter.failed([subject]);
      throw new WrongPasswordError();
    }
    await this.limiter.check([subject]);
    await this.limiter.succeeded(subject);
  }
}

/** @throws PersonOnlyError, GuestElsewhereError */
export function personOf(ctx: TenantContext): { userId: string; sessionId: string } {
  refuseGuestsElsewhere(ctx);
  const { principal, credentialId, agent } = ctx;
  if (principal.kind !== 'user' || credentialId === undefined || agent !== undefined)
    throw new PersonOnlyError();
  return { userId: principal.id, sessionId: credentialId };
}

const PROVEN_BY_SSO = `
  UPDATE sessions SET proven_at = $3 WHERE tenant_id = $1 AND id = $2 AND user_id = $4 AND sso_connection_id = $5
    AND sso_subject = $6 RETURNING id`;
