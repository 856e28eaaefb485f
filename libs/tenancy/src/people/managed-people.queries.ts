import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** Whether the person's role follows from what their directory says. Owners are named here alone. */
export async function directoryGivesRole(em: EntityManager, personId: string): Promise<boolean> {
  return (await queryRows(em, GIVES_ROLE, [personId])).length > 0;
}

/** The groups that the person is in because their directory says so, as one text to compare. */
export async function groupsByDirectory(em: EntityManager, personId: string): Promise<string> {
  const [row] = await queryRows<{ ids: string }>(em, GROUPS, [personId]);
  return row?.ids ?? '';
}

/** Which of these people are in the group, or would be, because the directory that looks after both says so. */
export async function placesByDirectory(
  em: EntityManager,
  groupId: string,
  people: readonly string[],
): Promise<{ id: string; isMember: boolean }[]> {
  return queryRows(em, PLACES, [groupId, people]);
}

const GIVES_ROLE = `
  SELECT FROM users u WHERE u.id = $1 AND u.managed_by = 'scim' AND u.role <> 'owner' AND (u.scim_role IS NOT NULL
    OR EXISTS (SELECT FROM scim_role_mappings r WHERE r.connection_id = u.scim_connection_id))`;

const GROUPS = `
  SELECT coalesce(string_agg(g.id::text, ' ' ORDER BY g.id), '') AS ids
  FROM users u JOIN group_members m ON m.tenant_id = u.tenant_id AND m.user_id = u.id
  JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id AND g.scim_connection_id = u.scim_connection_id
  WHERE u.id = $1`;

const PLACES = `
  SELECT u.id, EXISTS (SELECT FROM group_members m
    WHERE m.tenant_id = u.tenant_id AND m.group_id = g.id AND m.user_id = u.id) AS "isMember"
  FROM groups g JOIN users u ON u.tenant_id = g.tenant_id AND u.scim_connection_id = g.scim_connection_id
  WHERE g.id = $1 AND u.id = ANY($2::uuid[])`;
