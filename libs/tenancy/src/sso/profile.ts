import { oneLine } from '@orkestra/core';
import type { GroupPlace } from '../groups/group-membership.store';
import type { PersonView } from '../people/person-view';
import type { TenantRole } from '../roles';
import type { FederatedIdentity } from './federated-identity';
import { placesOf, roleOf } from './mapping';

/** What somebody is to be in the workspace. */
export interface Profile {
  displayName: string;
  role: TenantRole;
  groups: GroupPlace[];
}

const LONGEST_NAME = 100;

/**
 * What the directory makes of a person. An owner stays one whatever it says, and groups that no rule names are left as
 * they are.
 * @param groupKeys of the groups that there are: rules for others count for nothing
 */
export function profileOf(
  { connection: { mapping }, displayName = '', groups }: FederatedIdentity,
  person: Pick<PersonView, 'displayName' | 'role' | 'groups' | 'status'> | { email: string },
  groupKeys: readonly string[],
): Profile {
  const isNew = 'email' in person;
  const name = firstCharacters(oneLine(displayName), LONGEST_NAME).trim();
  const given = roleOf(mapping, groups);
  const before = isNew ? [] : person.groups.map(({ key, role }) => ({ group: key, role }));
  return {
    displayName: name || (isNew ? person.email.slice(0, LONGEST_NAME) : person.displayName),
    role:
      !isNew && person.role === 'owner' ? 'owner' : (given ?? (isNew ? mapping.defaultRole : person.role)),
    groups: groups === undefined ? before : groupsOf(before),
  };

  function groupsOf(own: readonly GroupPlace[]): GroupPlace[] {
    const ruled = new Set(mapping.groupRules.map(({ group }) => group));
    const places = [...placesOf(mapping.groupRules, groups ?? [])].map(([group, role]) => ({ group, role }));
    return [
      ...own.filter(({ group }) => !ruled.has(group)),
      ...places.filter(({ group }) => groupKeys.includes(group)),
    ];
  }
}

/** Not half a character at the end. */
function firstCharacters(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
