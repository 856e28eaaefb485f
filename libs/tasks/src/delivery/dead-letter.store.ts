import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { DeadLetterNotFoundError } from './dead-letter.errors';

export interface Revived {
  id: string;
  tenantId: string;
}

/**
 * Makes dead letters due at once, all of them or none.
 * @throws DeadLetterNotFoundError for the first id that names none
 */
export async function reviveDead(em: EntityManager, ids: readonly string[], now: Date): Promise<Revived[]> {
  const revived = await queryRows<Revived>(
    em,
    `UPDATE outbox SET status = 'pending', attempts = 0, available_at = $2
     WHERE status = 'dead' AND id = ANY($1::uuid[]) RETURNING id, tenant_id AS "tenantId"`,
    [ids.filter(isUuid), now],
  );
  const found = new Set(revived.map(({ id }) => id));
  const unknown = ids.find((id) => !found.has(id.toLowerCase()));
  if (unknown !== undefined) throw new DeadLetterNotFoundError(unknown);
  return revived;
}
