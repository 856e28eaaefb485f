import {
  AdminOnlyError,
  GuestElsewhereError,
  MissingScopeError,
  PeopleOnlyError,
  RoleForbidsError,
} from './permissions.errors';
import { isWorkingRole, type Permission, PERMISSIONS } from './permission-table';
import { isAdminRole, seesAllRole } from './roles';
import { isScope } from './scopes';
import type { TenantContext } from './tenant-context';

/** What a guest may need on their task; which of it they have their context says. */
const FOR_GUESTS: readonly Permission[] = ['tasks:read', 'tasks:write', 'tasks:complete'];

/**
 * @param about the tasks that it is about. A guest has one: what is about another, about several, or does not say what it is
 *   about is refused, so that a use case is closed to guests unless it was opened on purpose
 * @throws GuestElsewhereError
 * @throws MissingScopeError when the key, or the access token, that acts was not given it
 * @throws PeopleOnlyError when a key acts, and no key can have it
 * @throws RoleForbidsError when the role of the person who acts does not allow it
 */
export function requireScope(
  ctx: TenantContext,
  permission: Permission,
  about: string | readonly string[] = [],
): void {
  if (ctx.guest !== undefined && !FOR_GUESTS.includes(permission)) throw new GuestElsewhereError();
  refuseGuestsElsewhere(ctx, about);
  if (ctx.scopes.includes(permission)) return;
  const { kind, role } = ctx.principal;
  const { roles } = PERMISSIONS[permission];
  if (kind === 'user' && !roles.includes(role)) throw new RoleForbidsError(permission, role, roles);
  throw isScope(permission)
    ? new MissingScopeError(permission, ctx.agent)
    : new PeopleOnlyError(permission, roles);
}

/** For what needs no permission: closed to guests, unless it is about their task. @throws GuestElsewhereError */
export function refuseGuestsElsewhere(
  { guest }: TenantContext,
  about: string | readonly string[] = [],
): void {
  if (guest === undefined) return;
  const tasks = typeof about === 'string' ? [about] : about;
  if (tasks.length === 0 || tasks.some((id) => id !== guest.taskId)) throw new GuestElsewhereError();
}

/** @throws AdminOnlyError unless a tenant admin, or Orkestra itself, acts. */
export function requireAdmin(ctx: TenantContext): void {
  refuseGuestsElsewhere(ctx);
  if (!isAdmin(ctx)) throw new AdminOnlyError();
}

/** Whether a tenant admin acts, or Orkestra itself. */
export function isAdmin(ctx: TenantContext): boolean {
  return isAdminRole(ctx.principal.role);
}

/** Whether the principal sees whatever there is in the tenant, also what does not concern them. */
export function seesEverything(ctx: TenantContext): boolean {
  return seesAllRole(ctx.principal.role);
}

/** Whether the principal may change what counts for a group: its supervisors and admins, but nobody who only looks on. */
export function leads(ctx: TenantContext, groupId: string): boolean {
  return isAdmin(ctx) || (isWorkingRole(ctx.principal.role) && isSupervisorOf(ctx, groupId));
}

/** Whether the principal supervises the group; an admin who is not its supervisor does not. */
export function isSupervisorOf(ctx: TenantContext, groupId: string): boolean {
  return ctx.principal.groups.some((group) => group.id === groupId && group.role === 'supervisor');
}
