import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

const ANY_FACTOR = `
  EXISTS (SELECT FROM totp_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL)
  OR EXISTS (SELECT FROM passkeys WHERE user_id = $1)`;

/** Whether signing in takes the person a second factor. */
export async function hasFactor(em: EntityManager, userId: string): Promise<boolean> {
  const [row] = await queryRows<{ has: boolean }>(em, `SELECT ${ANY_FACTOR} AS has`, [userId]);
  return row?.has ?? false;
}

/** With the last factor its recovery codes go. */
export async function forgetCodesOfNoFactor(em: EntityManager, userId: string): Promise<void> {
  await queryRows(em, `DELETE FROM recovery_codes WHERE user_id = $1 AND NOT (${ANY_FACTOR})`, [userId]);
}
