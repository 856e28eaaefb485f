import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId, isUuid } from '@orkestra/core';
import { KeyCheck } from '../api-keys/key-check.service';
import { RateLimits } from '../limits/rate-limits.service';
import { ScimTokenCheck } from '../scim/connections/scim-token-check.service';
import { ALL_PERMISSIONS } from '../permission-table';
import { type Channel, issueContext, type TenantContext } from '../tenant-context';
import { refuseAtTheDoor, type TenantState } from '../tenants/tenant-status';
import { SessionExpiredError } from './auth.errors';
import type { CallerOrigin } from './caller-origin';
import type { SignedIn } from './entrance.service';
import { type SignIn, PasswordSignIn } from './password-sign-in.service';
import { SessionsService } from './sessions.service';
import { userContext } from './user-context';

/** A first synchronisation sends 25 to 50 requests a second. */
const DIRECTORY_REQUESTS_PER_MINUTE = 6_000;

/**
 * The only maker of contexts. Nothing is cached: each request asks Postgres once, so that signing out,
 * revoking a key and leaving a group hold from the next request on.
 */
@Injectable()
export class AuthService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordSignIn,
    private readonly keys: KeyCheck,
    private readonly scimTokens: ScimTokenCheck,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @throws InvalidCredentialsError whichever part was wrong
   * @throws SecondFactorNeededError with the ticket for the next step: see `SecondFactorSignIn`
   * @throws SsoOnlyError, TenantSuspendedError, TenantDeletingError only to those who know the password
   * @throws TooManyAttemptsError after ten failures of an account or a hundred from an address, for five minutes
   */
  async signIn(given: SignIn): Promise<SignedIn> {
    return this.passwords.signIn(given);
  }

  /** Ends the session at once; one that has ended already is no error. */
  async signOut(token: string): Promise<void> {
    await this.sessions.close(token);
  }

  /**
   * @param use whether the person does something, which keeps the session alive, or only a page that they left open
   * @throws SessionExpiredError when there is no such session, or no longer
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError
   */
  async bySession(
    token: string,
    channel: Channel,
    use: 'person' | 'page' = 'person',
    from: CallerOrigin = {},
  ): Promise<TenantContext> {
    const session = await this.sessions.find(token, use);
    if (session === undefined) throw new SessionExpiredError();
    this.admit(session, 'user', use === 'person');
    return userContext(session, channel, from);
  }

  /**
   * @throws InvalidKeyError for a malformed, unknown, expired or revoked key, an inactive principal, or an address that
   *   the key may not be used from
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError
   * @throws RateLimitedError where too many keys from the address were wrong
   */
  async byApiKey(key: string, channel: Channel, from: CallerOrigin = {}): Promise<TenantContext> {
    const found = await this.keys.check(key, channel, from.remoteAddress);
    this.admit(found, 'service', true);
    const { tenantId, id, displayName, scopes, keyId, requestsPerMinute } = found;
    return issueContext({
      tenantId,
      principal: { kind: 'service', id, displayName, role: 'operator', groups: [] },
      scopes,
      channel,
      correlationId: currentCorrelationId(),
      credentialId: keyId,
      remoteAddress: from.remoteAddress,
      userAgent: from.userAgent,
      onBehalfOf: found.onBehalfOf ?? undefined,
      requestLimit:
        requestsPerMinute === null ? undefined : { of: 'credential', perMinute: requestsPerMinute },
    });
  }

  /**
   * For a directory, by the token of its connection: it looks after people and groups, and does nothing else.
   * @throws InvalidScimTokenError for a malformed, unknown, rotated or ended token, or a connection that is switched off
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError
   * @throws RateLimitedError where too many tokens from the address were wrong
   */
  async byScimToken(token: string, remoteAddress?: string): Promise<TenantContext> {
    const found = await this.scimTokens.check(token, remoteAddress);
    this.admit(found, 'service', true);
    const { tenantId, connectionId, tokenId, name, managesOwners } = found;
    const scopes = ['directory:read', 'people:write', 'groups:write'] as const;
    return issueContext({
      tenantId,
      principal: { kind: 'service', id: connectionId, displayName: name, role: 'operator', groups: [] },
      scopes: managesOwners ? [...scopes, 'owners:write'] : scopes,
      channel: 'scim',
      correlationId: currentCorrelationId(),
      credentialId: tokenId,
      remoteAddress,
      requestLimit: { of: 'principal', perMinute: DIRECTORY_REQUESTS_PER_MINUTE },
    });
  }

  private admit(
    found: TenantState & { tenantId: string; tenantRequestsPerMinute: string | null },
    who: 'user' | 'service',
    isRequest: boolean,
  ): void {
    refuseAtTheDoor(found, who, this.clock.now());
    const own = found.tenantRequestsPerMinute;
    if (isRequest) this.limits.admitTenant(found.tenantId, own === null ? null : Number(own));
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
    return issueContext({ tenantId, principal, scopes: ALL_PERMISSIONS, channel: 'workflow', correlationId });
  }
}
