import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { UnknownUserError } from '../directory/directory.errors';
import { requireScope } from '../permissions';
import type { TenantRole } from '../roles';
import type { TenantContext } from '../tenant-context';

/** A person of the tenant, also one who is not active. */
export async function findPerson(em: EntityManager, user: string): Promise<{ id: string; role: TenantRole }> {
  const by = isUuid(user) ? 'id = $1' : 'email = lower($1)';
  const found = user.includes('\0')
    ? []
    : await queryRows<{ id: string; role: TenantRole }>(em, `SELECT id, role FROM users WHERE ${by}`, [user]);
  const [person] = found;
  if (person === undefined) throw new UnknownUserError(user);
  return person;
}

/**
 * Whose account an admin may act on: everybody's, but an owner's only as an owner, or an admin could become one.
 * @throws RoleForbidsError, UnknownUserError
 */
export async function requireMayManage(
  em: EntityManager,
  ctx: TenantContext,
  user: string,
): Promise<{ id: string; role: TenantRole }> {
  requireScope(ctx, 'people:write');
  const person = await findPerson(em, user);
  if (person.role === 'owner') requireScope(ctx, 'owners:write');
  return person;
}
