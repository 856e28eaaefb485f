import { PeopleOnlyError } from '../permissions.errors';
import type { TenantContext } from '../tenant-context';

/**
 * The id of the directory connection that acts.
 * @throws PeopleOnlyError for whoever else does
 */
export function connectionOf(ctx: TenantContext): string {
  if (ctx.channel !== 'scim') throw new PeopleOnlyError('people:write', ['owner', 'admin']);
  return ctx.principal.id;
}
