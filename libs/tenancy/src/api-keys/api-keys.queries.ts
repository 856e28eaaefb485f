import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  toPage,
} from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type ApiKeyRow, type ApiKeyUse, type ApiKeyView, toApiKeyView } from './api-key-view';

export interface ApiKeyFilter {
  /** Those that were revoked or have expired, in place of those that have not; all where it is left out. */
  ended?: boolean | undefined;
}

/** The newest first. @throws InvalidCursorError */
export async function listKeys(
  em: EntityManager,
  tenantId: string,
  { ended }: ApiKeyFilter,
  page: PageRequest,
  now: Date,
): Promise<Page<ApiKeyView>> {
  const size = pageSize(page);
  const after = page.after ? idIn(page.after) : null;
  const rows = await queryRows<ApiKeyRow>(em, PAGE, [tenantId, after, ended ?? null, now, size + 1]);
  return toPage(
    rows,
    size,
    (row) => toApiKeyView(row, now),
    ({ id }) => [id],
  );
}

export async function findApiKey(
  em: EntityManager,
  tenantId: string,
  id: string,
  now: Date,
): Promise<ApiKeyView | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryRows<ApiKeyRow>(em, `${KEYS} WHERE k.tenant_id = $1 AND k.id = $2`, [
    tenantId,
    id,
  ]);
  return row && toApiKeyView(row, now);
}

/** The latest day first. @throws InvalidCursorError */
export async function listKeyUses(
  em: EntityManager,
  tenantId: string,
  keyId: string,
  page: PageRequest,
): Promise<Page<ApiKeyUse>> {
  const size = pageSize(page);
  const after = page.after ? placeIn(page.after) : [null, null];
  const rows = await queryRows<ApiKeyUse & { place: string }>(em, USES, [
    tenantId,
    keyId,
    ...after,
    size + 1,
  ]);
  return toPage(
    rows,
    size,
    ({ place: _, ...use }) => ({ ...use, count: Number(use.count) }),
    ({ day, place }) => [day, place],
  );
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new InvalidCursorError();
  return id;
}

function placeIn(cursor: string): [string, string] {
  const [day, address] = decodeCursor(cursor, 2);
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay || typeof address !== 'string' || address.includes('\0')) throw new InvalidCursorError();
  return [day, address];
}

const person = (alias: string) => `CASE WHEN ${alias}.id IS NOT NULL THEN
  json_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name, 'active', ${alias}.active) END`;

const KEYS = `
  SELECT k.id, k.name, k.prefix, json_build_object('id', p.id, 'name', p.name) AS principal, k.scopes,
         k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
         k.rotated_at AS "rotatedAt", k.replaced_by AS "replacedBy", k.last_used_at AS "lastUsedAt",
         k.allowed_networks AS "allowedNetworks", k.requests_per_minute AS "requestsPerMinute",
         ${person('c')} AS "createdBy", ${person('b')} AS "onBehalfOf", p.active AS "principalActive"
  FROM api_keys k JOIN service_principals p ON p.tenant_id = k.tenant_id AND p.id = k.service_principal_id
  LEFT JOIN users c ON c.tenant_id = k.tenant_id AND c.id = k.created_by
  LEFT JOIN users b ON b.tenant_id = k.tenant_id AND b.id = k.on_behalf_of`;

const PAGE = `${KEYS}
  WHERE k.tenant_id = $1 AND ($2::uuid IS NULL OR k.id < $2)
    AND ($3::boolean IS NULL OR $3 = (k.revoked_at IS NOT NULL OR coalesce(k.expires_at <= $4, false)))
  ORDER BY k.id DESC LIMIT $5`;

const USES = `
  SELECT to_char(u.day, 'YYYY-MM-DD') AS day, nullif(u.address, '') AS address, u.count,
         u.last_used_at AS "lastUsedAt", u.address AS place
  FROM api_key_uses u
  WHERE u.tenant_id = $1 AND u.key_id = $2 AND ($3::date IS NULL OR (u.day, u.address) < ($3, $4::text))
  ORDER BY u.day DESC, u.address DESC LIMIT $5`;
