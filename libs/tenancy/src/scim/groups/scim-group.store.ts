import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { connectionOfPerson } from './person-connection';

export interface NewScimGroup {
  tenantId: string;
  id: string;
  connectionId: string;
  name: string;
  externalId: string | null;
  now: Date;
}

/** A group that a directory wants to make, as it is there already. */
export interface GroupRival {
  id: string;
  key: string;
  name: string;
  externalId: string | null;
  connectionId: string | null;
}

/** Groups with this name, key or external id, as far as the connection may know of them. */
export async function groupRivals(
  em: EntityManager,
  { connectionId, name, externalId }: Pick<NewScimGroup, 'connectionId' | 'name' | 'externalId'>,
): Promise<GroupRival[]> {
  return queryRows<GroupRival>(em, RIVALS, [connectionId, name.toLowerCase(), keyOf(name), externalId]);
}

/** With a key that follows from the name, and a number behind it where that key is taken. */
export async function insertGroup(em: EntityManager, group: NewScimGroup): Promise<string> {
  const { tenantId, id, connectionId, name, externalId, now } = group;
  const taken = await queryRows<{ key: string }>(em, 'SELECT key FROM groups WHERE starts_with(key, $1)', [
    ...[keyOf(name)],
  ]);
  const key = freeKey(keyOf(name), new Set(taken.map((one) => one.key)));
  await queryRows(em, INSERT, [tenantId, id, connectionId, name, externalId, now, key]);
  return key;
}

/** Of a group that the connection looks after, or does from now on. Each call is a change that it sees. */
export async function updateGroup(em: EntityManager, group: NewScimGroup): Promise<void> {
  const { tenantId, id, connectionId, name, externalId, now } = group;
  await queryRows(em, UPDATE, [tenantId, id, connectionId, name, externalId, now]);
}

/** The group stays, with its people of other origin, and no directory looks after it any more. */
export async function releaseGroup(em: EntityManager, id: string, now: Date): Promise<void> {
  await queryRows(em, RELEASE, [id, now]);
}

export interface MemberSteps {
  groupId: string;
  connectionId: string;
  clears: boolean;
  comes: readonly string[];
  leaves: readonly string[];
}

/**
 * Takes people of the connection out and puts others in, by two statements however many there are. What somebody is in
 * the group already stays.
 */
export async function changeMembers(
  em: EntityManager,
  tenantId: string,
  { groupId, connectionId, clears, comes, leaves }: MemberSteps,
): Promise<{ joined: string[]; left: string[] }> {
  const left =
    clears || leaves.length > 0
      ? await queryRows<{ id: string }>(em, clears ? ALL_BUT : LEAVE, [
          ...[groupId, connectionId, clears ? comes : leaves],
        ])
      : [];
  const joined =
    comes.length > 0
      ? await queryRows<{ id: string }>(em, JOIN, [tenantId, groupId, connectionId, comes])
      : [];
  return { joined: joined.map(({ id }) => id), left: left.map(({ id }) => id) };
}

/** Those whom the connection does not provision. */
export async function strangersAmong(
  em: EntityManager,
  connectionId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await queryRows<{ id: string }>(em, STRANGERS, [connectionId, ids]);
  return rows.map(({ id }) => id);
}

const LONGEST_KEY = 55;

/** `Support L1` becomes `support-l1`. */
function keyOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const key = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  const short = key.slice(0, LONGEST_KEY).replace(/-+$/, '') || 'group';
  // What looks like an id is taken for one, wherever a group is named.
  return isUuid(short) ? `group-${short}` : short;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

const RIVALS = `
  SELECT id, key, name, external_id AS "externalId", scim_connection_id AS "connectionId" FROM groups
  WHERE deleted_at IS NULL AND (scim_connection_id IS NULL OR scim_connection_id = $1)
    AND (lower(name) = $2 OR external_id = $4 OR (key = $3 AND scim_connection_id IS NULL))
  ORDER BY scim_connection_id NULLS LAST, lower(name) <> $2, id`;

const INSERT = `
  INSERT INTO groups (tenant_id, id, managed_by, scim_connection_id, name, external_id, created_at, updated_at, key)
  VALUES ($1, $2, 'scim', $3, $4, $5, $6, $6, $7)`;

const UPDATE = `
  UPDATE groups SET managed_by = 'scim', scim_connection_id = $3, name = $4, external_id = $5, updated_at = $6,
    revision = revision + 1
  WHERE tenant_id = $1 AND id = $2`;

const RELEASE = `
  UPDATE groups SET managed_by = 'local', scim_connection_id = NULL, external_id = NULL, updated_at = $2,
    revision = revision + 1
  WHERE id = $1`;

const OF_CONNECTION = `${connectionOfPerson('m.user_id')} = $2 RETURNING m.user_id AS id`;

/** Person by person, not through all of the group. */
const LEAVE = `
  DELETE FROM group_members m
  WHERE m.group_id IS NOT DISTINCT FROM $1 AND m.user_id = ANY($3::uuid[]) AND ${OF_CONNECTION}`;

const ALL_BUT = `
  DELETE FROM group_members m WHERE m.group_id = $1 AND m.user_id <> ALL($3::uuid[]) AND ${OF_CONNECTION}`;

const JOIN = `
  INSERT INTO group_members (tenant_id, group_id, user_id, role)
  SELECT $1, $2, given.id, 'member' FROM unnest($4::uuid[]) AS given (id)
  WHERE ${connectionOfPerson('given.id')} = $3
  ON CONFLICT (tenant_id, user_id, group_id) DO NOTHING RETURNING user_id AS id`;

const STRANGERS = `
  SELECT given.id FROM unnest($2::uuid[]) AS given (id)
  WHERE ${connectionOfPerson('given.id')} IS DISTINCT FROM $1 LIMIT 5`;
