import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { InvalidGroupError } from './groups.errors';

export type GroupRole = 'member' | 'supervisor';

/** A group by key or id, and what somebody is in it. */
export interface GroupPlace {
  group: string;
  role: GroupRole;
}

const MOST_GROUPS = 100;

/** What the person is in which group, in the place of all that they were. @throws InvalidGroupError */
export async function replaceGroupsOf(
  em: EntityManager,
  tenantId: string,
  userId: string,
  places: readonly GroupPlace[],
): Promise<void> {
  if (places.length > MOST_GROUPS) throw new InvalidGroupError('/groups', `at most ${MOST_GROUPS} groups`);
  const [names, roles] = [places.map(({ group }) => group), places.map(({ role }) => role)];
  const found = await queryRows<{ name: string; id: string; role: GroupRole }>(em, FIND, [names, roles]);
  const missing = names.find((name) => !found.some((one) => one.name === name));
  if (missing !== undefined) throw new InvalidGroupError('/groups', `there is no group "${missing}"`);
  const ids = found.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new InvalidGroupError('/groups', 'name each group once');
  await em.query('DELETE FROM group_members WHERE user_id = $1 AND NOT group_id = ANY($2::uuid[])', [
    userId,
    ids,
  ]);
  await em.query(PUT, [tenantId, userId, ids, found.map(({ role }) => role)]);
}

/** Puts people into a group, or changes what they are in it. */
export async function putMembers(
  em: EntityManager,
  tenantId: string,
  groupId: string,
  members: readonly { userId: string; role: GroupRole }[],
): Promise<void> {
  const sql = `INSERT INTO group_members (tenant_id, group_id, user_id, role)
    SELECT $1, $2, m.user_id, m.role FROM unnest($3::uuid[], $4::text[]) AS m (user_id, role) ${ON_CONFLICT}`;
  await em.query(sql, [
    tenantId,
    groupId,
    members.map(({ userId }) => userId),
    members.map(({ role }) => role),
  ]);
}

/** Closed tasks keep its name; its key is free again. Nobody is in it any more. */
export async function deleteGroup(em: EntityManager, groupId: string, now: Date): Promise<void> {
  await em.query('DELETE FROM group_members WHERE group_id = $1', [groupId]);
  await queryRows(em, DELETE, [groupId, now]);
}

const DELETE = `
  UPDATE groups SET deleted_at = $2, calendar_key = NULL, escalation_chain = NULL, managed_by = 'local',
    scim_connection_id = NULL, external_id = NULL, key = left(key, 40) || '-deleted-' || right(id::text, 12)
  WHERE id = $1`;

const ON_CONFLICT = 'ON CONFLICT (tenant_id, user_id, group_id) DO UPDATE SET role = excluded.role';

const PUT = `
  INSERT INTO group_members (tenant_id, group_id, user_id, role)
  SELECT $1, m.group_id, $2, m.role FROM unnest($3::uuid[], $4::text[]) AS m (group_id, role) ${ON_CONFLICT}`;

/** FOR KEY SHARE: a group that is about to be deleted gets no more members. */
const FIND = `
  SELECT n.name, g.id, n.role FROM unnest($1::text[], $2::text[]) AS n (name, role)
    JOIN groups g ON (g.key = n.name OR g.id::text = n.name) AND g.deleted_at IS NULL
  FOR KEY SHARE OF g`;
