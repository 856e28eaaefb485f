import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { requireScope } from '../permissions';
import { isAdminRole, type TenantRole } from '../roles';
import type { TenantContext } from '../tenant-context';
import { BreakGlassOwnerError, LastAdminError } from './people.errors';
import type { PersonView } from './person-view';

/** Changes of who is in the tenant come one after the other, or two admins could remove each other at once. */
export async function lockPeople(em: EntityManager): Promise<void> {
  await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
}

/** Only owners make owners, and change those that are. @throws RoleForbidsError, MissingScopeError */
export function requireMayChange(ctx: TenantContext, ...roles: TenantRole[]): void {
  requireScope(ctx, 'people:write');
  if (roles.includes('owner')) requireScope(ctx, 'owners:write');
}

/**
 * Refuses to take an active person's role where nobody else has it. Lock the people before.
 * @param next what they are afterwards; undefined when they leave
 * @throws LastAdminError, BreakGlassOwnerError
 */
export async function keepAnAdmin(
  em: EntityManager,
  { id, role, status }: PersonView,
  next?: TenantRole,
): Promise<void> {
  if (status !== 'active' || next === role) return;
  if (role === 'owner' && (await breaksGlass(em, id))) throw new BreakGlassOwnerError();
  if (role === 'owner' && !(await hasOther(em, id, ['owner']))) throw new LastAdminError('owner');
  if (!isAdminRole(role) || (next !== undefined && isAdminRole(next))) return;
  if (!(await hasOther(em, id, ['owner', 'admin']))) throw new LastAdminError('admin');
}

/** Whether nobody else could sign in on the day on which the tenant's directory fails. */
async function breaksGlass(em: EntityManager, id: string): Promise<boolean> {
  const sql = `SELECT FROM tenants WHERE (settings #>> '{signIn,ssoOnly}')::boolean
    AND settings #>> '{signIn,breakGlassUserId}' = $1`;
  return (await queryRows(em, sql, [id])).length > 0;
}

async function hasOther(em: EntityManager, id: string, roles: readonly TenantRole[]): Promise<boolean> {
  const sql = 'SELECT FROM users WHERE active AND id <> $1 AND role = ANY($2::text[]) LIMIT 1';
  return (await queryRows(em, sql, [id, roles])).length > 0;
}
