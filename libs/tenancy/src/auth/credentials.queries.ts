import { prepared, type SystemDatabase } from '@orkestra/core';
import type { Scope } from '../scopes';

interface Account {
  tenantId: string;
  userId: string;
  passwordHash: string | null;
}

interface Key {
  tenantId: string;
  /** Of the service principal. */
  id: string;
  displayName: string;
  keyHash: Buffer;
  scopes: Scope[];
  lastUsedAt: Date | null;
}

/** An active person's password hash; the only place that reads one. */
export async function findAccount(
  database: SystemDatabase,
  tenantSlug: string,
  email: string,
): Promise<Account | undefined> {
  // Postgres refuses a text with a NUL; no account has one.
  if (`${tenantSlug}${email}`.includes('\0')) return undefined;
  const [account] = await database.query<Account>(
    `SELECT u.tenant_id AS "tenantId", u.id AS "userId", u.password_hash AS "passwordHash"
     FROM tenants t JOIN users u ON u.tenant_id = t.id
     WHERE t.slug = $1 AND u.email = $2 AND u.active`,
    [tenantSlug, email.toLowerCase()],
  );
  return account;
}

/** A key that is neither revoked nor expired, with its active principal; its hash is still to be compared. */
export async function findKey(database: SystemDatabase, prefix: string, now: Date): Promise<Key | undefined> {
  const [key] = await database.query<Key>(KEY, [prefix, now]);
  return key;
}

const KEY = prepared(`
  SELECT k.tenant_id AS "tenantId", p.id, p.name AS "displayName", k.key_hash AS "keyHash", k.scopes,
         k.last_used_at AS "lastUsedAt"
  FROM api_keys k JOIN service_principals p ON p.tenant_id = k.tenant_id AND p.id = k.service_principal_id
  WHERE k.prefix = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2) AND p.active`);
