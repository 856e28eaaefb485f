import { isUuid, queryRows, type SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { limitOf } from '../../tenants/tenant-limits';
import { TENANT_STATE, type TenantState } from '../../tenants/tenant-status';
import { ScimConnectionNotFoundError } from '../scim.errors';
import type { ScimConnectionView } from './scim-connection-view';

/** Those that have not ended, the oldest first. */
export async function listConnections(em: EntityManager, now: Date): Promise<ScimConnectionView[]> {
  return (await queryRows<ScimConnectionView>(em, `${CONNECTIONS} ORDER BY c.id`, [now])).map(withDates);
}

/** @throws ScimConnectionNotFoundError also for one that has ended */
export async function readConnection(em: EntityManager, id: string, now: Date): Promise<ScimConnectionView> {
  const [connection] = isUuid(id)
    ? await queryRows<ScimConnectionView>(em, `${CONNECTIONS} AND c.id = $2`, [now, id])
    : [];
  if (connection === undefined) throw new ScimConnectionNotFoundError();
  return withDates(connection);
}

/** Within JSON, moments come as texts. */
function withDates(connection: ScimConnectionView): ScimConnectionView {
  const tokens = connection.tokens.map(({ prefix, createdAt, expiresAt }) => ({
    prefix,
    createdAt: new Date(createdAt),
    expiresAt: expiresAt && new Date(expiresAt),
  }));
  return { ...connection, tokens };
}

/** A token as it is stored, with what decides whether it is good. */
export interface StoredScimToken extends TenantState {
  tenantId: string;
  tokenHash: Buffer;
  tokenId: string;
  prefix: string;
  expiresAt: Date | null;
  connectionId: string;
  name: string;
  enabled: boolean;
  endedAt: Date | null;
  lastUsedAt: Date | null;
  managesOwners: boolean;
  /** The tenant's own limit, as text. */
  tenantRequestsPerMinute: string | null;
}

export async function findScimToken(
  database: SystemDatabase,
  prefix: string,
): Promise<StoredScimToken | undefined> {
  const [token] = await database.query<StoredScimToken>(TOKEN, [prefix]);
  return token;
}

const TOKEN = `
  SELECT k.tenant_id AS "tenantId", k.token_hash AS "tokenHash", k.id AS "tokenId", k.prefix, k.expires_at AS "expiresAt",
         c.id AS "connectionId", c.name, c.enabled, c.ended_at AS "endedAt", c.last_used_at AS "lastUsedAt",
         c.manages_owners AS "managesOwners", ${TENANT_STATE},
         ${limitOf('requestsPerMinute', 't')} AS "tenantRequestsPerMinute"
  FROM scim_tokens k JOIN scim_connections c ON c.tenant_id = k.tenant_id AND c.id = k.connection_id
  JOIN tenants t ON t.id = k.tenant_id
  WHERE k.prefix = $1`;

const CONNECTIONS = `
  SELECT c.id, c.name, c.enabled, c.manages_owners AS "managesOwners", c.created_at AS "createdAt",
    c.last_used_at AS "lastUsedAt",
    (SELECT json_build_object('id', u.id, 'displayName', u.display_name) FROM users u
     WHERE u.tenant_id = c.tenant_id AND u.id = c.created_by) AS "createdBy",
    (SELECT coalesce(json_agg(json_build_object('prefix', k.prefix, 'createdAt', k.created_at,
       'expiresAt', k.expires_at) ORDER BY k.id DESC), '[]')
     FROM scim_tokens k WHERE k.tenant_id = c.tenant_id AND k.connection_id = c.id
       AND (k.expires_at IS NULL OR k.expires_at > $1)) AS tokens,
    (SELECT coalesce(json_agg(json_build_object('groupName', r.group_name, 'role', r.role) ORDER BY r.group_name), '[]')
     FROM scim_role_mappings r WHERE r.tenant_id = c.tenant_id AND r.connection_id = c.id) AS "roleMappings",
    (SELECT count(*)::integer FROM users u
     WHERE u.tenant_id = c.tenant_id AND u.scim_connection_id = c.id) AS people,
    (SELECT count(*)::integer FROM groups g
     WHERE g.tenant_id = c.tenant_id AND g.scim_connection_id = c.id) AS groups
  FROM scim_connections c WHERE c.ended_at IS NULL`;
