import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId, isUuid, SystemDatabase } from '@orkestra/core';
import { ALL_SCOPES } from '../scopes';
import { type Channel, issueContext, type TenantContext } from '../tenant-context';
import { InvalidCredentialsError, InvalidKeyError, SessionExpiredError } from './auth.errors';
import { findAccount, findKey } from './credentials.queries';
import { LastSeen } from './last-seen.service';
import { verifyPassword } from './passwords';
import { apiKeyPrefix, hashSecret } from './secrets';
import { type SessionUser, SessionsService } from './sessions.service';
import { accountSubject, addressSubject, SignInLimiter } from './sign-in-limiter.service';

export interface SignIn {
  /** The tenant's slug. */
  tenant: string;
  email: string;
  password: string;
  /** Failures are counted by address too. */
  remoteAddress?: string;
  /** Token of the session that the browser still holds: it ends. */
  replaces?: string;
  channel?: Channel;
}

export interface SignedIn {
  token: string;
  /** When the session ends at the latest; without a request it ends after 12 hours. */
  expiresAt: Date;
  ctx: TenantContext;
}

/**
 * The only maker of contexts. Nothing is cached: each request asks Postgres once, so that signing out,
 * revoking a key and leaving a group hold from the next request on.
 */
@Injectable()
export class AuthService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly sessions: SessionsService,
    private readonly limiter: SignInLimiter,
    private readonly lastSeen: LastSeen,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidCredentialsError whichever part was wrong
   * @throws TooManyAttemptsError after ten failures of an account or a hundred from an address, for five minutes
   */
  async signIn({ channel = 'web', ...given }: SignIn): Promise<SignedIn> {
    const account = accountSubject(given.tenant, given.email);
    const { remoteAddress } = given;
    const subjects = remoteAddress === undefined ? [account] : [account, addressSubject(remoteAddress)];
    await this.limiter.check(subjects);
    const user = await findAccount(this.database, given.tenant, given.email);
    if (!(await verifyPassword(user?.passwordHash, given.password)) || user === undefined) {
      await this.limiter.failed(subjects);
      throw new InvalidCredentialsError();
    }
    // Once more, or a burst of guesses sent at once would all have been checked before the first failed.
    await this.limiter.check(subjects);
    await this.limiter.succeeded(account);
    const { token, expiresAt } = await this.sessions.open(user, given.replaces);
    return { token, expiresAt, ctx: await this.bySession(token, channel) };
  }

  /** Ends the session at once; one that has ended already is no error. */
  async signOut(token: string): Promise<void> {
    await this.sessions.close(token);
  }

  /**
   * @param use whether the person does something, which keeps the session alive, or only a page that they left open
   * @throws SessionExpiredError when there is no such session, or no longer
   */
  async bySession(
    token: string,
    channel: Channel,
    use: 'person' | 'page' = 'person',
  ): Promise<TenantContext> {
    const session = await this.sessions.find(token, use);
    if (session === undefined) throw new SessionExpiredError();
    return userContext(session, channel);
  }

  /** @throws InvalidKeyError for a malformed, unknown, expired or revoked key, or an inactive principal */
  async byApiKey(key: string, channel: Channel): Promise<TenantContext> {
    const prefix = apiKeyPrefix(key);
    if (prefix === undefined) throw new InvalidKeyError();
    const now = this.clock.now();
    const found = await findKey(this.database, prefix, now);
    if (found === undefined || !timingSafeEqual(found.keyHash, hashSecret(key))) throw new InvalidKeyError();
    this.lastSeen.note(prefix, found.lastUsedAt, 'UPDATE api_keys SET last_used_at = $2 WHERE prefix = $1', [
      prefix,
      now,
    ]);
    const { tenantId, id, displayName, scopes } = found;
    const principal = { kind: 'service', id, displayName, role: 'member', groups: [] } as const;
    return issueContext({ tenantId, principal, scopes, channel, correlationId: currentCorrelationId() });
  }

  /** For activities, whose tenant was fixed when their workflow was started. */
  forActivity(tenantId: string, correlationId: string): TenantContext {
    if (!isUuid(tenantId)) throw new TypeError('An activity came without the id of its tenant');
    const principal = {
      kind: 'system',
      id: 'system',
      displayName: 'Orkestra',
      role: 'admin',
      groups: [],
    } as const;
    return issueContext({ tenantId, principal, scopes: ALL_SCOPES, channel: 'workflow', correlationId });
  }
}

function userContext(
  { tenantId, userId, displayName, role, groups }: SessionUser,
  channel: Channel,
): TenantContext {
  const principal = { kind: 'user', id: userId, displayName, role, groups } as const;
  return issueContext({
    tenantId,
    principal,
    scopes: ALL_SCOPES,
    channel,
    correlationId: currentCorrelationId(),
  });
}
