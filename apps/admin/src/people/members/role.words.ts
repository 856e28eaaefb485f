import type { TenantRole } from '../../generated/graphql';

/** The roles that somebody can be given, with what they mean. */
export const ROLE_WORDS: Record<TenantRole, [label: string, meaning: string]> = {
  OWNER: ['Owner', 'An admin who, besides, names owners and can end the workspace'],
  ADMIN: ['Admin', 'Looks after people, groups, keys and settings'],
  OPERATOR: ['Operator', 'Works on tasks'],
  VIEWER: ['Viewer', 'Sees what concerns them, and changes nothing'],
  AUDITOR: ['Auditor', 'Sees all, and changes nothing'],
};

/** What a select offers to somebody who may, or may not, make owners. */
export function roleOptions(mayMakeOwners: boolean) {
  return (Object.keys(ROLE_WORDS) as TenantRole[])
    .filter((role) => mayMakeOwners || role !== 'OWNER')
    .map((value) => ({ value, label: `${ROLE_WORDS[value][0]} – ${ROLE_WORDS[value][1]}` }));
}
