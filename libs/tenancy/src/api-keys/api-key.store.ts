import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { UnknownUserError } from '../directory/directory.errors';
import { InvalidApiKeyRequestError } from './api-keys.errors';
import type { ApiKeyView } from './api-key-view';

export interface KeyRow extends Pick<
  ApiKeyView,
  'id' | 'name' | 'prefix' | 'expiresAt' | 'allowedNetworks' | 'requestsPerMinute'
> {
  tenantId: string;
  principalId: string;
  keyHash: Buffer;
  scopes: readonly string[];
  createdAt: Date;
  createdBy: string | null;
  onBehalfOf: string | null;
}

export async function insertKey(em: EntityManager, key: KeyRow): Promise<void> {
  await queryRows(
    em,
    `INSERT INTO api_keys (tenant_id, id, service_principal_id, name, prefix, key_hash, scopes, created_at, created_by,
       expires_at, allowed_networks, requests_per_minute, on_behalf_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[
        key.tenantId,
        key.id,
        key.principalId,
        key.name,
        key.prefix,
        key.keyHash,
        key.scopes,
        key.createdAt,
      ],
      ...[key.createdBy, key.expiresAt, key.allowedNetworks, key.requestsPerMinute, key.onBehalfOf],
    ],
  );
}

/** One change of keys after the other, so that no two pass the limit or rotate the same key. */
export async function lockKeys(em: EntityManager): Promise<void> {
  await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
}

export async function countWorking(em: EntityManager, tenantId: string, now: Date): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    em,
    `SELECT count(*)::integer AS count FROM api_keys
     WHERE tenant_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [tenantId, now],
  );
  return row?.count ?? 0;
}

/** The service principal of this name, made where there is none. @throws InvalidApiKeyRequestError for an inactive one */
export async function principalNamed(
  em: EntityManager,
  { tenantId, id, name, now }: { tenantId: string; id: string; name: string; now: Date },
): Promise<string> {
  await queryRows(
    em,
    `INSERT INTO service_principals (tenant_id, id, name, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, name) DO NOTHING`,
    [tenantId, id, name, now],
  );
  const [found] = await queryRows<{ id: string; active: boolean }>(
    em,
    'SELECT id, active FROM service_principals WHERE name = $1',
    [name],
  );
  if (found?.active === true) return found.id;
  throw new InvalidApiKeyRequestError(
    `The service principal "${name}" is inactive. Choose another name.`,
    '/principalName',
  );
}

/** @throws UnknownUserError, InvalidApiKeyRequestError for somebody who is inactive */
export async function activePerson(em: EntityManager, given: string): Promise<string> {
  if (given.includes('\0')) throw new UnknownUserError(given);
  const [found] = await queryRows<{ id: string; active: boolean }>(
    em,
    `SELECT id, active FROM users WHERE ${isUuid(given) ? 'id' : 'email'} = $1`,
    [given.toLowerCase()],
  );
  if (found === undefined) throw new UnknownUserError(given);
  if (found.active) return found.id;
  throw new InvalidApiKeyRequestError(
    'Nothing is done on behalf of somebody who is inactive.',
    '/onBehalfOf',
  );
}
