import { queryRows } from '@orkestra/core';
import { substituteOf } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';

/** Voters with those who stand in for the ones that are away, by whom they stand in for. */
export interface StandIns {
  users: string[];
  substitutes: Record<string, string>;
}

/**
 * The people who are to vote, each who is away replaced by whoever stands in. Nobody is left out: one without a
 * substitute stays, so that an absence never makes a vote easier to win; nobody stands in for one who may not vote.
 */
export async function withStandIns(
  em: EntityManager,
  tenantId: string,
  users: readonly string[],
  excluded: readonly string[],
  at: Date,
): Promise<StandIns> {
  const absent = await queryRows<{ id: string }>(
    em,
    `SELECT DISTINCT user_id AS id FROM absences
     WHERE tenant_id = $1 AND user_id = ANY($2::uuid[]) AND starts_at <= $3 AND ends_at > $3`,
    [tenantId, users.filter((id) => !excluded.includes(id)), at],
  );
  const substitutes: Record<string, string> = {};
  for (const { id } of absent) {
    const { substituteId } = await substituteOf(em, tenantId, id, at, [...excluded, ...users]);
    if (substituteId !== null) substitutes[id] = substituteId;
  }
  return { users: [...new Set(users.map((id) => substitutes[id] ?? id))], substitutes };
}
