import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId } from '@orkestra/core';
import { Refusals } from '../audit/refusals.service';
import type { CallerOrigin } from '../auth/caller-origin';
import { hashSecret } from '../auth/secrets';
import { RateLimits } from '../limits/rate-limits.service';
import { permissionsOf } from '../permission-table';
import { OwnerNotAdmittedError, PersonLeftError } from '../sso/sso.errors';
import { type Channel, issueContext, type TenantContext } from '../tenant-context';
import { refuseAtTheDoor } from '../tenants/tenant-status';
import { AccessTokenCheck, type AcceptedToken, type TokenAudience } from './access-token-check.service';
import {
  AmbiguousAccessTokenError,
  InvalidAccessTokenError,
  PersonNotLinkedError,
} from './access-tokens.errors';
import { tokenRefusal } from './token-refusal';
import type { TokenHolder } from './token-holders.queries';

const MOST_KNOWN = 10_000;

type Person = NonNullable<TokenHolder['person']>;

/**
 * Lets agents in that act in a person's name, by an access token of the provider of the person's workspace. Nothing is
 * cached but the provider's keys: who is deactivated, or leaves a group, is so from the next request on.
 */
@Injectable()
export class AccessTokens {
  /** Hashes of tokens that were good here: they are let through where others from their address guess. */
  private readonly known = new Set<string>();

  constructor(
    private readonly tokens: AccessTokenCheck,
    private readonly refusals: Refusals,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidAccessTokenError the same for whatever is wrong with the token
   * @throws PersonNotLinkedError, PersonLeftError, OwnerNotAdmittedError, AmbiguousAccessTokenError
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError, DirectoryUnreachableError
   * @throws RateLimitedError where too many tokens or keys from the address were wrong
   */
  async enter(
    token: string,
    audience: TokenAudience,
    channel: Channel,
    from: CallerOrigin = {},
  ): Promise<TenantContext> {
    const accepted = await this.check(token, audience, from.remoteAddress);
    const found = accepted.find(({ holder }) => holder.person !== null) ?? accepted[0];
    if (found === undefined) throw new InvalidAccessTokenError();
    const { holder, client, expiresAt, scopes } = found;
    const { connection, tenantRequestsPerMinute: own } = holder;
    const { tenantId } = connection;
    refuseAtTheDoor(holder, 'user', this.clock.now());
    const person = this.admit(found, accepted, channel, from.remoteAddress);
    this.limits.admitTenant(tenantId, own === null ? null : Number(own));
    const { id, role, groups } = person;
    return issueContext({
      tenantId,
      principal: { kind: 'user', id, displayName: `${person.displayName} (${client})`, role, groups },
      scopes: permissionsOf(role).filter((permission) => (scopes as readonly string[]).includes(permission)),
      channel,
      correlationId: currentCorrelationId(),
      credentialId: connection.id,
      remoteAddress: from.remoteAddress,
      userAgent: from.userAgent,
      agent: client,
      expiresAt,
    });
  }

  private async check(
    token: string,
    audience: TokenAudience,
    remoteAddress: string | undefined,
  ): Promise<AcceptedToken[]> {
    const mark = hashSecret(token).toString('base64');
    if (!this.known.has(mark)) this.limits.checkStranger(remoteAddress);
    const accepted = await this.tokens.check(token, audience);
    if (accepted.length > 0) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.add(mark);
      return accepted;
    }
    this.known.delete(mark);
    this.limits.noteStranger(remoteAddress);
    throw new InvalidAccessTokenError();
  }

  /** Refuses whom a sign-in by the same connection would refuse. */
  private admit(
    found: AcceptedToken,
    accepted: readonly AcceptedToken[],
    channel: Channel,
    remoteAddress: string | undefined,
  ): Person {
    try {
      return personIn(found, accepted);
    } catch (error) {
      this.refusals.note(tokenRefusal(found, error, { channel, remoteAddress }));
      throw error;
    }
  }
}

function personIn(
  { holder: { connection, person } }: AcceptedToken,
  accepted: readonly AcceptedToken[],
): Person {
  const tenants = new Set(accepted.map(({ holder }) => holder.connection.tenantId));
  if (tenants.size > 1) throw new AmbiguousAccessTokenError();
  if (person === null) throw new PersonNotLinkedError(connection.name);
  if (!person.active) throw new PersonLeftError();
  if (person.role === 'owner' && !connection.admitsOwners) throw new OwnerNotAdmittedError(connection.name);
  return person;
}
