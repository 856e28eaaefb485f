import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { ScimRoleMapping } from './scim-connection-view';

export interface NewScimConnection {
  tenantId: string;
  id: string;
  name: string;
  managesOwners: boolean;
  createdBy: string | null;
  now: Date;
}

export async function insertConnection(em: EntityManager, connection: NewScimConnection): Promise<void> {
  const { tenantId, id, name, managesOwners, createdBy, now } = connection;
  await queryRows(em, INSERT_CONNECTION, [tenantId, id, name, managesOwners, createdBy, now]);
}

export interface NewScimToken {
  tenantId: string;
  id: string;
  connectionId: string;
  prefix: string;
  tokenHash: Buffer;
  now: Date;
}

export async function insertToken(em: EntityManager, token: NewScimToken): Promise<void> {
  const { tenantId, id, connectionId, prefix, tokenHash, now } = token;
  await queryRows(em, INSERT_TOKEN, [tenantId, id, connectionId, prefix, tokenHash, now]);
}

/** The token in use works on until then; one that was to end already ends at once. */
export async function letTokensEnd(em: EntityManager, connectionId: string, until: Date): Promise<void> {
  await queryRows(em, 'DELETE FROM scim_tokens WHERE connection_id = $1 AND expires_at IS NOT NULL', [
    connectionId,
  ]);
  await queryRows(em, 'UPDATE scim_tokens SET expires_at = $2 WHERE connection_id = $1', [
    connectionId,
    until,
  ]);
}

/** No token works any more; people and groups stay, for admins here to look after. */
export async function endConnection(
  em: EntityManager,
  connectionId: string,
  now: Date,
): Promise<{ people: number; groups: number }> {
  await queryRows(em, 'UPDATE scim_connections SET ended_at = $2 WHERE id = $1', [connectionId, now]);
  await queryRows(em, 'DELETE FROM scim_tokens WHERE connection_id = $1', [connectionId]);
  await queryRows(em, 'DELETE FROM scim_role_mappings WHERE connection_id = $1', [connectionId]);
  const people = await queryRows(em, RELEASE_PEOPLE, [connectionId, now]);
  const groups = await queryRows(em, RELEASE_GROUPS, [connectionId, now]);
  return { people: people.length, groups: groups.length };
}

export async function replaceMappings(
  em: EntityManager,
  tenantId: string,
  connectionId: string,
  mappings: readonly ScimRoleMapping[],
): Promise<void> {
  await queryRows(em, 'DELETE FROM scim_role_mappings WHERE connection_id = $1', [connectionId]);
  const names = mappings.map(({ groupName }) => groupName);
  await queryRows(em, INSERT_MAPPINGS, [tenantId, connectionId, names, mappings.map(({ role }) => role)]);
}

const INSERT_CONNECTION = `
  INSERT INTO scim_connections (tenant_id, id, name, manages_owners, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const INSERT_TOKEN = `
  INSERT INTO scim_tokens (tenant_id, id, connection_id, prefix, token_hash, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const INSERT_MAPPINGS = `
  INSERT INTO scim_role_mappings (tenant_id, connection_id, group_name, role)
  SELECT $1, $2, m.group_name, m.role FROM unnest($3::text[], $4::text[]) AS m (group_name, role)`;

const RELEASE_PEOPLE = `
  UPDATE users SET managed_by = 'local', scim_connection_id = NULL, user_name = NULL, external_id = NULL,
    scim_role = NULL, directory_profile = '{}', updated_at = $2, revision = revision + 1
  WHERE scim_connection_id = $1 RETURNING id`;

const RELEASE_GROUPS = `
  UPDATE groups SET managed_by = 'local', scim_connection_id = NULL, external_id = NULL, updated_at = $2,
    revision = revision + 1
  WHERE scim_connection_id = $1 RETURNING id`;
