/** What a person is in their tenant. Supervisors are so of single groups, whatever their role is. */
export const TENANT_ROLES = ['owner', 'admin', 'operator', 'viewer', 'auditor'] as const;

export type TenantRole = (typeof TENANT_ROLES)[number];

export function isTenantRole(text: string): text is TenantRole {
  return (TENANT_ROLES as readonly string[]).includes(text);
}

/** Owners are admins who, besides, name owners and end the tenant. */
export function isAdminRole(role: TenantRole): boolean {
  return role === 'owner' || role === 'admin';
}

/** Auditors see as much as admins, and change nothing. */
export function seesAllRole(role: TenantRole): boolean {
  return isAdminRole(role) || role === 'auditor';
}
