import { prepared, type SystemDatabase } from '@orkestra/core';
import type { TenantRole } from '../roles';
import { CONNECTION_COLUMNS, type ConnectionWithSecret } from '../sso/connections.queries';
import type { SsoConnection } from '../sso/connection';
import { limitOf } from '../tenants/tenant-limits';
import { TENANT_STATE, type TenantState } from '../tenants/tenant-status';
import type { GroupMembership } from '../tenant-context';

/** Whom a connection knows by what its provider calls them. */
export interface TokenHolder extends TenantState {
  connection: ConnectionWithSecret;
  /** Null where nobody has come in by that account. */
  person: {
    id: string;
    displayName: string;
    role: TenantRole;
    active: boolean;
    groups: GroupMembership[];
  } | null;
  /** The tenant's own limit, as text. */
  tenantRequestsPerMinute: string | null;
}

type Row = SsoConnection & Omit<TokenHolder, 'connection'> & { secret: Buffer | null; keyId: string | null };

/**
 * By each connection that is turned on and has the issuer.
 * @param tenant short name of the only workspace that is asked; without it, those alone that know the account
 */
export async function findTokenHolders(
  system: SystemDatabase,
  { issuer, subject }: { issuer: string; subject: string },
  tenant: string | undefined,
): Promise<TokenHolder[]> {
  const rows = await system.query<Row>(FIND, [issuer, subject, tenant ?? null]);
  return rows.map(
    ({ person, tenantRequestsPerMinute, tenantStatus, deleteAt, secret, keyId, ...connection }) => {
      const sealed = secret === null || keyId === null ? null : { bytes: secret, keyId };
      return {
        connection: { ...connection, sealed },
        person,
        tenantRequestsPerMinute,
        tenantStatus,
        deleteAt,
      };
    },
  );
}

const FIND = prepared(`
  SELECT ${CONNECTION_COLUMNS}, c.secret, c.key_id AS "keyId", ${TENANT_STATE},
         ${limitOf('requestsPerMinute', 't')} AS "tenantRequestsPerMinute",
         CASE WHEN u.id IS NOT NULL THEN json_build_object(
           'id', u.id, 'displayName', u.display_name, 'role', u.role, 'active', u.active, 'groups',
           (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'role', m.role) ORDER BY g.key), '[]')
            FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
            WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id)) END AS person
  FROM sso_connections c JOIN tenants t ON t.id = c.tenant_id
  LEFT JOIN external_identities e ON e.tenant_id = c.tenant_id AND e.connection_id = c.id AND e.subject = $2
  LEFT JOIN users u ON u.tenant_id = e.tenant_id AND u.id = e.user_id
  WHERE c.enabled AND c.kind = 'oidc' AND rtrim(c.config ->> 'issuer', '/') = rtrim($1, '/')
    AND (t.slug = $3 OR $3::text IS NULL AND u.id IS NOT NULL)
  ORDER BY u.id IS NULL, c.id LIMIT 20`);
