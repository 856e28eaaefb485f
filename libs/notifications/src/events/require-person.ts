import { PeopleOnlyError, refuseGuestsElsewhere, TENANT_ROLES, type TenantContext } from '@orkestra/tenancy';

/** What people are told is theirs alone: no key, no agent in their name, no guest. @throws PeopleOnlyError, GuestElsewhereError */
export function requirePerson(ctx: TenantContext): void {
  refuseGuestsElsewhere(ctx);
  const { principal, agent } = ctx;
  if (principal.kind !== 'user' || agent !== undefined) throw new PeopleOnlyError('tasks:read', TENANT_ROLES);
}
