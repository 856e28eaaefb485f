import { oneLine } from '@orkestra/core';
import type { GroupPlace } from '../groups/group-membership.store';
import type { PersonView } from '../people/person-view';
import type { TenantRole } from '../roles';
import type { GroupRule } from './connection';
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
 * @param person as they are; undefined for who is new
 * @param groupKeys of the groups that there are: rules for others count for nothing
 */
export function profileOf(
  identity: FederatedIdentity,
  person: PersonView | undefined,
  email: string,
  groupKeys: readonly string[],
): Profile {
  const { connection, displayName = '', groups } = identity;
  const { mapping } = connection;
  const name = firstCharacters(oneLine(displayName), LONGEST_NAME).trim();
  const given = roleOf(mapping, groups);
  const before = person?.groups.map(({ key, role }) => ({ group: key, role })) ?? [];
  return {
    displayName: name || (person?.displayName ?? firstCharacters(email, LONGEST_NAME)),
    role: person?.role === 'owner' ? 'owner' : (given ?? person?.role ?? mapping.defaultRole),
    groups: groups === undefined ? before : inStep(before, mapping.groupRules, groups, groupKeys),
  };
}

function inStep(
  before: readonly GroupPlace[],
  rules: readonly GroupRule[],
  groups: readonly string[],
  groupKeys: readonly string[],
): GroupPlace[] {
  const ruled = new Set(rules.map(({ group }) => group));
  const places = [...placesOf(rules, groups)].map(([group, role]) => ({ group, role }));
  return [
    ...before.filter(({ group }) => !ruled.has(group)),
    ...places.filter(({ group }) => groupKeys.includes(group)),
  ];
}

/** Not half a character at the end. */
function firstCharacters(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
