import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { leads } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { SupervisorOnlyError } from './directory.errors';

/** Whether the principal supervises a group that the user is in. */
export async function supervises(em: EntityManager, ctx: TenantContext, userId: string): Promise<boolean> {
  const groups = ctx.principal.groups.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
  if (groups.length === 0) return false;
  const rows = await queryRows(
    em,
    'SELECT FROM group_members WHERE user_id = $1 AND group_id = ANY($2::uuid[]) LIMIT 1',
    [userId, groups],
  );
  return rows.length > 0;
}

/** @throws SupervisorOnlyError unless an admin or a supervisor of the group acts */
export function requireSupervisor(ctx: TenantContext, groupId: string): void {
  if (!leads(ctx, groupId)) throw new SupervisorOnlyError();
}
