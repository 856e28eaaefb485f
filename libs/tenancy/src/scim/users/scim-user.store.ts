import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TenantRole } from '../../roles';
import type { CheckedUser } from './checked-user';

/** What is written of a person, beside whether they are active and their role. */
export interface WrittenUser extends Pick<
  CheckedUser,
  'userName' | 'externalId' | 'email' | 'displayName' | 'role' | 'profile'
> {
  tenantId: string;
  id: string;
  connectionId: string;
  now: Date;
}

export async function insertUser(em: EntityManager, user: WrittenUser): Promise<void> {
  await queryRows(em, INSERT, valuesOf(user));
}

/**
 * Of somebody whom the connection looks after, or does from now on; an invitation of theirs has come true. Answers
 * with their role, which may be another one now.
 */
export async function updateUser(em: EntityManager, user: WrittenUser): Promise<TenantRole | undefined> {
  const [after] = await queryRows<{ role: TenantRole }>(em, UPDATE, valuesOf(user));
  return after?.role;
}

/** The person stays, and no directory looks after them any more. */
export async function releaseUser(em: EntityManager, id: string, now: Date): Promise<void> {
  await queryRows(em, RELEASE, [id, now]);
}

export async function leaveGroups(em: EntityManager, userId: string, connectionId: string): Promise<void> {
  await queryRows(em, LEAVE, [userId, connectionId]);
}

function valuesOf(user: WrittenUser): unknown[] {
  const { tenantId, id, connectionId, userName, externalId, email, displayName, role, now } = user;
  // Whether they are active is a column, which admins here change too once no directory does.
  const { active: _, ...profile } = user.profile;
  return [
    ...[tenantId, id, connectionId, userName, externalId, email, displayName],
    ...[role, JSON.stringify(profile), now],
  ];
}

const INSERT = `
  INSERT INTO users (tenant_id, id, managed_by, scim_connection_id, user_name, external_id, email, display_name,
    role, scim_role, directory_profile, active, created_at, updated_at)
  VALUES ($1, $2, 'scim', $3, $4, $5, $6, $7, coalesce($8::text, 'operator'), $8, $9, false, $10, $10)`;

/** A role that the directory gave and no longer gives is not kept. */
const UPDATE = `
  UPDATE users SET managed_by = 'scim', scim_connection_id = $3, user_name = $4, external_id = $5, email = $6,
    display_name = $7, directory_profile = $9, updated_at = $10, revision = revision + 1, invited_at = NULL,
    role = CASE WHEN role = 'owner' OR scim_role IS NOT DISTINCT FROM $8 THEN role
      ELSE coalesce($8::text, 'operator') END,
    scim_role = $8
  WHERE tenant_id = $1 AND id = $2 RETURNING role`;

const RELEASE = `
  UPDATE users SET managed_by = 'local', scim_connection_id = NULL, user_name = NULL, external_id = NULL,
    scim_role = NULL, directory_profile = '{}', updated_at = $2, revision = revision + 1
  WHERE id = $1`;

const LEAVE = `
  DELETE FROM group_members m USING groups g
  WHERE m.user_id = $1 AND g.tenant_id = m.tenant_id AND g.id = m.group_id AND g.scim_connection_id = $2`;
