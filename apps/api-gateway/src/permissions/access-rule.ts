import { type Permission, PERMISSIONS, type TenantRole, TENANT_ROLES } from '@orkestra/tenancy';

/** Who may, beyond a permission: those who are something to the object, and some roles whatever they are to it. */
interface RelationRule {
  /** Who else may, as a part of a sentence. */
  relation: string;
  /** Roles that may in any case. All others may by the relation alone, and those who only look on never. */
  roles: readonly TenantRole[];
}

/**
 * Who may call something: nobody needs to be signed in, whoever is signed in may, a person for themselves but no key,
 * a directory by the token of its connection and nobody else,
 * one of the permissions is needed, or what one is to the object decides. With a permission alone, somebody may still not see or change a single object.
 */
export type AccessRule =
  'public' | 'signed-in' | 'person' | 'directory' | Permission | readonly Permission[] | RelationRule;

export function isRelation(rule: AccessRule): rule is RelationRule {
  return typeof rule === 'object' && 'relation' in rule;
}

/** Whether all roles may. */
function isOpen(rule: AccessRule): rule is 'public' | 'signed-in' | 'person' {
  return rule === 'public' || rule === 'signed-in' || rule === 'person';
}

/** The permissions of which one is needed; none where the rule is not about permissions. */
export function permissionsIn(rule: AccessRule): readonly Permission[] {
  if (isOpen(rule) || isRelation(rule) || rule === 'directory') return [];
  return typeof rule === 'string' ? [rule] : rule;
}

/** The roles that may in any case. */
export function rolesIn(rule: AccessRule): readonly TenantRole[] {
  if (isOpen(rule)) return TENANT_ROLES;
  if (rule === 'directory') return [];
  if (isRelation(rule)) return rule.roles;
  return TENANT_ROLES.filter((role) =>
    permissionsIn(rule).some((permission) => PERMISSIONS[permission].roles.includes(role)),
  );
}
