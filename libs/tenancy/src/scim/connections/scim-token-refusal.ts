import type { Refusal } from '../../audit/refusals.service';
import type { StoredScimToken } from './scim-connection.queries';

export type ScimTokenRefusalReason = 'wrong_secret' | 'connection_ended' | 'connection_off' | 'expired';

/** Of a token that there is. Whoever does not know its secret is nobody. */
export function scimTokenRefusal(
  { tenantId, connectionId, tokenId, prefix }: StoredScimToken,
  reason: ScimTokenRefusalReason,
  remoteAddress: string | undefined,
): Refusal {
  const who =
    reason === 'wrong_secret'
      ? ({ kind: 'anonymous', id: 'anonymous' } as const)
      : ({ kind: 'service', id: connectionId } as const);
  const target = { kind: 'scim_connection', id: connectionId };
  return {
    actor: { tenantId, ...who, channel: 'scim', remoteAddress },
    entry: { action: 'scim_token.refused', target, details: { reason, prefix } },
    of: tokenId,
    reason,
  };
}
