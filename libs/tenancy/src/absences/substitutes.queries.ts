import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { WORKS } from '../permission-table';
import { LONGEST_CHAIN } from './substitute-chain';

/** Whether somebody is there, and who stands in for them if not. */
export interface Substitution {
  absent: boolean;
  /** Null too where nobody on the chain of substitutes is there, active and not excluded. */
  substituteId: string | null;
}

/**
 * Whether a user is absent at a moment, and who stands in then: the first who is there on the chain of substitutes.
 * In a tenant transaction that the caller has open.
 * @param excluded users who may never act on the task
 */
export async function substituteOf(
  em: EntityManager,
  tenantId: string,
  userId: string,
  at: Date,
  excluded: readonly string[] = [],
): Promise<Substitution> {
  const chain = await queryRows<{ userId: string; active: boolean; absent: boolean }>(em, CHAIN, [
    tenantId,
    userId,
    at,
    LONGEST_CHAIN,
  ]);
  const [first] = chain;
  if (first === undefined || !first.absent) return { absent: false, substituteId: null };
  const present = chain.find(({ absent }) => !absent);
  const fit = present !== undefined && present.active && !excluded.includes(present.userId);
  return { absent: true, substituteId: fit ? present.userId : null };
}

const ABSENCE = 'a.tenant_id = $1 AND a.user_id = c.user_id AND a.starts_at <= $3 AND a.ends_at > $3';

/** Ends after so many steps also where a circle was written past the check. */
const CHAIN = `
  WITH RECURSIVE chain AS (
    SELECT 0 AS step, $2::uuid AS user_id
    UNION ALL
    SELECT c.step + 1, a.substitute_id FROM chain c JOIN absences a ON ${ABSENCE}
    WHERE c.step < $4 AND a.substitute_id IS NOT NULL
  )
  SELECT c.user_id AS "userId", u.active AND ${WORKS} AS active, EXISTS (SELECT FROM absences a WHERE ${ABSENCE}) AS absent
  FROM chain c JOIN users u ON u.tenant_id = $1 AND u.id = c.user_id ORDER BY c.step`;
