import { prepared, rowsAsJson, type SystemDatabase } from '@orkestra/core';
import type { Scope } from '../scopes';
import { limitOf } from '../tenants/tenant-limits';
import { TENANT_STATE, type TenantState } from '../tenants/tenant-status';
import { BREAKS_GLASS, SSO_ONLY } from './directory-only.queries';

/** Somebody who wants to sign in, as far as they are known. */
export interface Account extends TenantState {
  tenantId: string;
  userId: string;
  passwordHash: string | null;
  /** Of the person's sessions. */
  epoch: number;
  hasTotp: boolean;
  hasPasskey: boolean;
  /** Whether the tenant wants everybody to come from its directory. */
  ssoOnly: boolean;
  /** Whether it is the owner who may come in all the same. */
  breaksGlass: boolean;
}

/** Why a key that somebody knows is refused all the same, as far as the database knows; the first that holds. */
export type AgainstKey = 'revoked' | 'expired' | 'program_inactive' | 'person_inactive';

/** A key as it is stored, with what decides whether it is good: each column costs every request by key. */
export interface StoredKey extends TenantState {
  tenantId: string;
  /** Of the service principal. */
  id: string;
  displayName: string;
  keyId: string;
  prefix: string;
  keyHash: Buffer;
  scopes: Scope[];
  lastUsedAt: Date | null;
  against: AgainstKey | null;
  allowedNetworks: string[] | null;
  requestsPerMinute: number | null;
  onBehalfOf: string | null;
  /** The tenant's own limit, as text. */
  tenantRequestsPerMinute: string | null;
}

/**
 * An active person with their password hash; the only place that reads one. Of a person that the tenant does not have,
 * the tenant alone.
 */
export async function findAccount(
  database: SystemDatabase,
  tenantSlug: string,
  email: string,
): Promise<Account | { tenantId: string; userId: null } | undefined> {
  // Postgres refuses a text with a NUL; no account has one.
  if (`${tenantSlug}${email}`.includes('\0')) return undefined;
  const [account] = await database.query<Account | { tenantId: string; userId: null }>(
    `${ACCOUNT} LEFT JOIN users u ON u.tenant_id = t.id AND u.email = $2 AND u.active WHERE t.slug = $1`,
    [tenantSlug, email.toLowerCase()],
  );
  return account;
}

export async function accountOf(
  database: SystemDatabase,
  tenantId: string,
  userId: string,
): Promise<Account | undefined> {
  const [account] = await database.query<Account>(
    `${ACCOUNT} JOIN users u ON u.tenant_id = t.id AND u.id = $2 AND u.active WHERE t.id = $1`,
    [tenantId, userId],
  );
  return account;
}

const ACCOUNT = `
  SELECT t.id AS "tenantId", u.id AS "userId", u.password_hash AS "passwordHash", u.session_epoch AS epoch,
         ${TENANT_STATE},
         ${SSO_ONLY} AS "ssoOnly", ${BREAKS_GLASS} AS "breaksGlass",
         EXISTS (SELECT FROM totp_factors f WHERE f.tenant_id = t.id AND f.user_id = u.id
                 AND f.confirmed_at IS NOT NULL) AS "hasTotp",
         EXISTS (SELECT FROM passkeys p WHERE p.tenant_id = t.id AND p.user_id = u.id) AS "hasPasskey"
  FROM tenants t`;

/** Whatever key has the prefix, also one that is not good. */
export async function findKey(
  database: SystemDatabase,
  prefix: string,
  now: Date,
): Promise<StoredKey | undefined> {
  const [found] = await database.lookUp<{ row: KeyRow }>(KEY, [prefix, now]);
  if (found === undefined) return undefined;
  const { keyHash, lastUsedAt, deleteAt, ...key } = found.row;
  return {
    ...key,
    prefix,
    keyHash: Buffer.from(keyHash.slice(BYTES_BEGIN.length), 'hex'),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
    deleteAt: deleteAt === null ? null : new Date(deleteAt),
  };
}

type KeyRow = Omit<StoredKey, 'prefix' | 'keyHash' | 'lastUsedAt' | 'deleteAt'> & {
  keyHash: string;
  lastUsedAt: string | null;
  deleteAt: string | null;
};

const BYTES_BEGIN = '\\x';

const AGAINST = `
  CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= $2 THEN 'expired'
       WHEN NOT p.active THEN 'program_inactive'
       WHEN k.on_behalf_of IS NOT NULL AND NOT (SELECT u.active FROM users u
         WHERE u.tenant_id = k.tenant_id AND u.id = k.on_behalf_of) THEN 'person_inactive' END`;

const KEY = prepared(
  rowsAsJson(`
  SELECT k.tenant_id AS "tenantId", p.id, p.name AS "displayName", k.id AS "keyId", k.key_hash AS "keyHash", k.scopes,
         k.last_used_at AS "lastUsedAt", ${AGAINST} AS against,
         nullif(k.allowed_networks, '{}') AS "allowedNetworks", k.requests_per_minute AS "requestsPerMinute",
         k.on_behalf_of AS "onBehalfOf", ${TENANT_STATE},
         ${limitOf('requestsPerMinute', 't')}::text AS "tenantRequestsPerMinute"
  FROM api_keys k JOIN service_principals p ON p.tenant_id = k.tenant_id AND p.id = k.service_principal_id
  JOIN tenants t ON t.id = k.tenant_id
  WHERE k.prefix = $1`),
);
