import { isUuid, prepared, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { AssigneeGroup, AssigneeNames, DirectoryUser, ResolvedAssignees } from './directory-view';
import { LooksOnError, UnknownGroupError, UnknownUserError } from './directory.errors';
import { isWorkingRole, WORKS } from '../permission-table';

type AssigneeRow = { user: DirectoryUser; group: null } | { user: null; group: AssigneeGroup };

/** Looks all names up in one query of the transaction that is open, whose tenant is the only one searched. */
export async function resolveAssignees(
  em: EntityManager,
  { users = [], groups = [] }: AssigneeNames,
): Promise<ResolvedAssignees> {
  if (users.length + groups.length === 0) return { users: new Map(), groups: new Map() };
  const [userIds, emails] = split(users);
  const [groupIds, keys] = split(groups);
  const rows = await queryRows<AssigneeRow>(em, ASSIGNEES, [userIds, emails, groupIds, keys]);
  const foundUsers = rows.flatMap(({ user }) => user ?? []);
  const foundGroups = rows.flatMap(({ group }) => group ?? []);
  return {
    users: matched(users, foundUsers, (user) => user.email, UnknownUserError),
    groups: matched(groups, foundGroups, (group) => group.key, UnknownGroupError),
  };
}

/** @throws LooksOnError for the first who may only look on, so that no task waits for them */
export function requireWorkers(users: Iterable<DirectoryUser>): void {
  for (const { email, role } of users) if (!isWorkingRole(role)) throw new LooksOnError(email, role);
}

/** Ids and other names; Postgres would refuse a text with a NUL, and nothing is called so. */
function split(names: readonly string[]): [ids: string[], others: string[]] {
  const known = names.map(normal).filter((name) => !name.includes('\0'));
  return [known.filter(isUuid), known.filter((name) => !isUuid(name))];
}

function matched<T extends { id: string }>(
  names: readonly string[],
  found: readonly T[],
  nameOf: (item: T) => string,
  UnknownError: new (name: string) => Error,
): Map<string, T> {
  const byName = new Map(found.flatMap((item) => [[item.id, item] as const, [nameOf(item), item] as const]));
  return new Map(
    names.map((name) => {
      const item = byName.get(normal(name));
      if (item === undefined) throw new UnknownError(name);
      return [name, item];
    }),
  );
}

function normal(name: string): string {
  return name.trim().toLowerCase();
}

const USER = `json_build_object('id', id, 'email', email, 'displayName', display_name, 'role', role, 'active', active)`;
const GROUP = `json_build_object('id', id, 'key', key, 'name', name, 'strategy', strategy, 'hasMembers', EXISTS (
  SELECT FROM group_members m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
  WHERE m.tenant_id = groups.tenant_id AND m.group_id = groups.id AND m.role = 'member' AND u.active AND ${WORKS}))`;

/** Each arm reaches an index: under row-level security an OR or lower() would not. */
const ASSIGNEES = prepared(`
  SELECT ${USER} AS "user", NULL::json AS "group" FROM users WHERE id = ANY($1::uuid[]) AND active
  UNION ALL SELECT ${USER}, NULL::json FROM users WHERE email = ANY($2::text[]) AND active
  UNION ALL SELECT NULL::json, ${GROUP} FROM groups WHERE id = ANY($3::uuid[]) AND deleted_at IS NULL
  UNION ALL SELECT NULL::json, ${GROUP} FROM groups WHERE key = ANY($4::text[]) AND deleted_at IS NULL`);
