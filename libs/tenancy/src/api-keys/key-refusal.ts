import type { Refusal } from '../audit/refusals.service';
import type { AgainstKey, StoredKey } from '../auth/credentials.queries';
import type { Channel } from '../tenant-context';

export type KeyRefusalReason = 'wrong_secret' | AgainstKey | 'address_not_allowed';

/** Of a key that there is. Whoever does not know its secret is nobody. */
export function keyRefusal(
  { tenantId, id, keyId, prefix }: StoredKey,
  reason: KeyRefusalReason,
  from: { channel: Channel; remoteAddress: string | undefined },
): Refusal {
  const who =
    reason === 'wrong_secret'
      ? ({ kind: 'anonymous', id: 'anonymous' } as const)
      : ({ kind: 'service', id } as const);
  return {
    actor: { tenantId, ...who, ...from },
    entry: { action: 'key.refused', target: { kind: 'key', id: keyId }, details: { reason, prefix } },
    of: keyId,
    reason,
  };
}
