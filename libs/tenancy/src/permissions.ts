import { AdminOnlyError, MissingScopeError } from './permissions.errors';
import type { Scope } from './scopes';
import type { TenantContext } from './tenant-context';

/** @throws MissingScopeError when the key that acts was not given the scope. */
export function requireScope(ctx: TenantContext, scope: Scope): void {
  if (!ctx.scopes.includes(scope)) throw new MissingScopeError(scope);
}

/** @throws AdminOnlyError unless a tenant admin, or Orkestra itself, acts. */
export function requireAdmin(ctx: TenantContext): void {
  if (!isAdmin(ctx)) throw new AdminOnlyError();
}

/** Whether a tenant admin acts, or Orkestra itself. */
export function isAdmin(ctx: TenantContext): boolean {
  return ctx.principal.role === 'admin';
}

/** Whether the principal supervises the group; an admin who is not its supervisor does not. */
export function isSupervisorOf(ctx: TenantContext, groupId: string): boolean {
  return ctx.principal.groups.some((group) => group.id === groupId && group.role === 'supervisor');
}
