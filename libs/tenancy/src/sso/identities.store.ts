import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { FederatedIdentity } from './federated-identity';

export async function personBehind(
  em: EntityManager,
  { connection, subject }: FederatedIdentity,
): Promise<string | undefined> {
  const [found] = await queryRows<{ userId: string }>(
    em,
    'SELECT user_id AS "userId" FROM external_identities WHERE connection_id = $1 AND subject = $2',
    [connection.id, subject],
  );
  return found?.userId;
}

/** Whether an account of the same directory is the person already. */
export async function isLinked(em: EntityManager, connectionId: string, userId: string): Promise<boolean> {
  const sql = 'SELECT FROM external_identities WHERE connection_id = $1 AND user_id = $2';
  return (await queryRows(em, sql, [connectionId, userId])).length > 0;
}

/** Whether the connection speaks for addresses at the domain. */
export async function speaksFor(em: EntityManager, connectionId: string, domain: string): Promise<boolean> {
  const sql = 'SELECT FROM sso_domains WHERE domain = $1 AND connection_id = $2 AND verified_at IS NOT NULL';
  return (await queryRows(em, sql, [domain, connectionId])).length > 0;
}

export async function noteIdentity(
  em: EntityManager,
  { connection, subject }: FederatedIdentity,
  userId: string,
  claims: Buffer,
  now: Date,
): Promise<void> {
  await queryRows(em, NOTE, [connection.tenantId, connection.id, subject, userId, claims, now]);
}

const NOTE = `
  INSERT INTO external_identities (tenant_id, connection_id, subject, user_id, claims_digest, created_at, last_sign_in_at)
  VALUES ($1, $2, $3, $4, $5, $6, $6)
  ON CONFLICT (tenant_id, connection_id, subject) DO UPDATE SET claims_digest = excluded.claims_digest,
    last_sign_in_at = excluded.last_sign_in_at`;
