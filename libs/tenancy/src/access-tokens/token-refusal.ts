import { DomainError } from '@orkestra/core';
import type { Refusal } from '../audit/refusals.service';
import type { Channel } from '../tenant-context';
import type { AcceptedToken } from './access-token-check.service';

/** Of a token that was good, and whose person is not let in all the same. */
export function tokenRefusal(
  { holder: { connection, person }, client, subject }: AcceptedToken,
  error: unknown,
  from: { channel: Channel; remoteAddress: string | undefined },
): Refusal {
  const reason = error instanceof DomainError ? error.code : 'unknown';
  const target = person === null ? {} : { target: { kind: 'user', id: person.id } };
  const details = { reason, agent: client, connection: connection.id };
  return {
    actor: { tenantId: connection.tenantId, kind: 'anonymous', id: 'anonymous', ...from },
    entry: { action: 'sign_in.failed', ...target, details },
    of: `${connection.id} ${subject}`,
    reason,
  };
}
