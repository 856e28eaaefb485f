import { PeopleOnlyError, TENANT_ROLES, type TenantContext } from '@orkestra/tenancy';

/** What people are told is theirs alone: no key, and no agent in their name. @throws PeopleOnlyError */
export function requirePerson({ principal, agent }: TenantContext): void {
  if (principal.kind !== 'user' || agent !== undefined) throw new PeopleOnlyError('tasks:read', TENANT_ROLES);
}
