import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { Refusals } from '../audit/refusals.service';
import { InvalidKeyError } from '../auth/auth.errors';
import { findKey, type StoredKey } from '../auth/credentials.queries';
import { LastSeen } from '../auth/last-seen.service';
import { apiKeyPrefix, hashSecret } from '../auth/secrets';
import { RateLimits } from '../limits/rate-limits.service';
import type { Channel } from '../tenant-context';
import { isAllowedFrom } from './key-networks';
import { keyRefusal, type KeyRefusalReason } from './key-refusal';
import { KeyUses } from './key-uses.service';

const MOST_KNOWN = 10_000;
const LAST_USE = 'UPDATE api_keys SET last_used_at = $2 WHERE prefix = $1';

/** Says whether a key is good, in one round trip. What follows from the answer is written beside the request. */
@Injectable()
export class KeyCheck {
  /** Hashes of keys that were good here: they are let through where others from their address guess. */
  private readonly known = new Set<string>();

  constructor(
    private readonly database: SystemDatabase,
    private readonly limits: RateLimits,
    private readonly lastSeen: LastSeen,
    private readonly uses: KeyUses,
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidKeyError the same for whatever is wrong
   * @throws RateLimitedError where too many keys from the address were wrong
   */
  async check(key: string, channel: Channel, remoteAddress: string | undefined): Promise<StoredKey> {
    const prefix = apiKeyPrefix(key);
    const hash = hashSecret(key);
    const mark = hash.toString('base64');
    if (!this.known.has(mark)) this.limits.checkStranger(remoteAddress);
    const now = this.clock.now();
    const found = prefix === undefined ? undefined : await findKey(this.database, prefix, now);
    const reason = found && reasonAgainst(found, hash, remoteAddress);
    if (found === undefined || reason !== undefined) {
      this.known.delete(mark);
      this.limits.noteStranger(remoteAddress);
      if (found !== undefined && reason !== undefined)
        this.refusals.note(keyRefusal(found, reason, { channel, remoteAddress }));
      throw new InvalidKeyError();
    }
    this.remember(mark);
    this.lastSeen.note(found.prefix, found.lastUsedAt, LAST_USE, [found.prefix, now]);
    this.uses.note(found, remoteAddress);
    return found;
  }

  private remember(mark: string): void {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.add(mark);
  }
}

function reasonAgainst(
  { keyHash, against, allowedNetworks }: StoredKey,
  hash: Buffer,
  remoteAddress: string | undefined,
): KeyRefusalReason | undefined {
  if (!timingSafeEqual(keyHash, hash)) return 'wrong_secret';
  if (against !== null) return against;
  return isAllowedFrom(allowedNetworks ?? [], remoteAddress) ? undefined : 'address_not_allowed';
}
