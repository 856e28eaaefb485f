import { isUuid, queryRows, type SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { Sealed } from '../secrets/secret-box.service';
import type { SsoConnection } from './connection';
import { UnknownConnectionError } from './sso.errors';

export const CONNECTION_COLUMNS = `
  c.tenant_id AS "tenantId", c.id, c.kind, c.name, c.enabled, c.config, c.mapping, c.provisions,
  c.admits_owners AS "admitsOwners", c.key_id IS NOT NULL AS "hasSecret", c.status, c.problem,
  c.last_used_at AS "lastUsedAt", c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

/** A connection with its sealed secret, for who signs people in. */
export interface ConnectionWithSecret extends SsoConnection {
  sealed: Sealed | null;
}

/** Of any tenant, before anybody knows which. */
export async function findConnection(
  system: SystemDatabase,
  id: string,
): Promise<ConnectionWithSecret | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await system.query<SsoConnection & { secret: Buffer | null; keyId: string | null }>(
    `SELECT ${CONNECTION_COLUMNS}, c.secret, c.key_id AS "keyId" FROM sso_connections c WHERE c.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const { secret, keyId, ...connection } = row;
  const sealed = secret === null || keyId === null ? null : { bytes: secret, keyId };
  return { ...connection, sealed };
}

/** @throws UnknownConnectionError also for one of another tenant */
export async function readConnection(em: EntityManager, id: string, lock = ''): Promise<SsoConnection> {
  const sql = `SELECT ${CONNECTION_COLUMNS} FROM sso_connections c WHERE c.id = $1 ${lock}`;
  const [found] = isUuid(id) ? await queryRows<SsoConnection>(em, sql, [id]) : [];
  if (found === undefined) throw new UnknownConnectionError();
  return found;
}

/** What a connection's secret is sealed for. */
export function secretPlace({ tenantId, id }: Pick<SsoConnection, 'tenantId' | 'id'>): string[] {
  return ['sso-connection', tenantId, id];
}
