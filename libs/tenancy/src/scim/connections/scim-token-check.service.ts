import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { Refusals } from '../../audit/refusals.service';
import { InvalidScimTokenError } from '../../auth/auth.errors';
import { LastSeen } from '../../auth/last-seen.service';
import { hashSecret, scimTokenPrefix } from '../../auth/secrets';
import { RateLimits } from '../../limits/rate-limits.service';
import { findScimToken, type StoredScimToken } from './scim-connection.queries';
import { scimTokenRefusal, type ScimTokenRefusalReason } from './scim-token-refusal';

const MOST_KNOWN = 1_000;
const LAST_USE = 'UPDATE scim_connections SET last_used_at = $3 WHERE tenant_id = $1 AND id = $2';

/** Says whether a token of a directory is good, in one round trip. */
@Injectable()
export class ScimTokenCheck {
  /** Hashes of tokens that were good here: they are let through where others from their address guess. */
  private readonly known = new Set<string>();

  constructor(
    private readonly database: SystemDatabase,
    private readonly limits: RateLimits,
    private readonly lastSeen: LastSeen,
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidScimTokenError the same for whatever is wrong
   * @throws RateLimitedError where too many tokens from the address were wrong
   */
  async check(token: string, remoteAddress: string | undefined): Promise<StoredScimToken> {
    const hash = hashSecret(token);
    const mark = hash.toString('base64');
    if (!this.known.has(mark)) this.limits.checkStranger(remoteAddress);
    const prefix = scimTokenPrefix(token);
    const now = this.clock.now();
    const found = prefix === undefined ? undefined : await findScimToken(this.database, prefix);
    const reason = found && reasonAgainst(found, hash, now);
    if (found === undefined || reason !== undefined) {
      this.known.delete(mark);
      this.limits.noteStranger(remoteAddress);
      if (found !== undefined && reason !== undefined)
        this.refusals.note(scimTokenRefusal(found, reason, remoteAddress));
      throw new InvalidScimTokenError();
    }
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.add(mark);
    const { tenantId, connectionId, lastUsedAt } = found;
    this.lastSeen.note(`scim ${connectionId}`, lastUsedAt, LAST_USE, [tenantId, connectionId, now]);
    return found;
  }
}

function reasonAgainst(
  { tokenHash, enabled, endedAt, expiresAt }: StoredScimToken,
  hash: Buffer,
  now: Date,
): ScimTokenRefusalReason | undefined {
  if (!timingSafeEqual(tokenHash, hash)) return 'wrong_secret';
  if (endedAt !== null) return 'connection_ended';
  if (!enabled) return 'connection_off';
  return expiresAt === null || expiresAt > now ? undefined : 'expired';
}
