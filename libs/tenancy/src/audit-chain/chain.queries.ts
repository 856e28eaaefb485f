import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import {
  AUDIT_EVENT_COLUMNS,
  type AuditEvent,
  highestIdBefore,
  lowestIdAfter,
} from '../audit/audit-events.service';
import type { DsseEnvelope } from '../evidence/dsse';

/** From `since` on, before `until`; open where one is missing. */
export interface Period {
  since?: Date | undefined;
  until?: Date | undefined;
}

export interface CheckpointRow {
  from: number;
  to: number;
  /** Hexadecimal. */
  head: string;
  digest: string;
  sealedAt: Date;
  keyId: string;
  envelope: DsseEnvelope;
}

export interface SealedEvent extends AuditEvent {
  position: number;
  /** Null once it was erased. */
  salt: Buffer | null;
  erasableDigest: string;
  entryDigest: string;
}

const CHECKPOINT_COLUMNS = `from_position::float8 AS "from", to_position::float8 AS "to",
  encode(head, 'hex') AS head, encode(digest, 'hex') AS digest, sealed_at AS "sealedAt", key_id AS "keyId", envelope`;

export async function lastCheckpoint(
  em: EntityManager,
  tenantId: string,
): Promise<CheckpointRow | undefined> {
  const [row] = await queryRows<CheckpointRow>(
    em,
    `SELECT ${CHECKPOINT_COLUMNS} FROM audit_checkpoints WHERE tenant_id = $1 ORDER BY to_position DESC LIMIT 1`,
    [tenantId],
  );
  return row;
}

/** The checkpoint that ends at or after a position, the nearest. */
export async function checkpointOver(
  em: EntityManager,
  tenantId: string,
  position: number,
): Promise<CheckpointRow | undefined> {
  const [row] = await queryRows<CheckpointRow>(
    em,
    `SELECT ${CHECKPOINT_COLUMNS} FROM audit_checkpoints
     WHERE tenant_id = $1 AND to_position >= $2 ORDER BY to_position LIMIT 1`,
    [tenantId, position],
  );
  return row;
}

export async function readSealed(
  em: EntityManager,
  tenantId: string,
  from: number,
  to: number,
): Promise<SealedEvent[]> {
  return queryRows<SealedEvent>(
    em,
    `SELECT ${AUDIT_EVENT_COLUMNS}, position::float8, salt, encode(erasable_digest, 'hex') AS "erasableDigest",
            encode(entry_digest, 'hex') AS "entryDigest"
     FROM audit_events WHERE tenant_id = $1 AND position BETWEEN $2 AND $3 ORDER BY position`,
    [tenantId, from, to],
  );
}

/** By their ids, which is nearly the order in which they were written. */
export async function readUnsealed(em: EntityManager, tenantId: string, most: number): Promise<AuditEvent[]> {
  return queryRows<AuditEvent>(
    em,
    `SELECT ${AUDIT_EVENT_COLUMNS} FROM audit_events
     WHERE tenant_id = $1 AND position IS NULL ORDER BY id LIMIT ${most}`,
    [tenantId],
  );
}

/** The first and last position of what was done in a period; nulls where nothing was. */
export async function positionsOf(
  em: EntityManager,
  tenantId: string,
  { since, until }: Period,
): Promise<{ from: number | null; to: number | null }> {
  const [row] = await queryRows<{ from: number | null; to: number | null }>(
    em,
    `SELECT min(position)::float8 AS "from", max(position)::float8 AS "to" FROM audit_events
     WHERE tenant_id = $1 AND position IS NOT NULL AND ($2::timestamptz IS NULL OR at >= $2)
       AND ($3::timestamptz IS NULL OR at < $3)
       AND ($4::uuid IS NULL OR id >= $4) AND ($5::uuid IS NULL OR id < $5)`,
    [
      ...[tenantId, since ?? null, until ?? null],
      ...[since ? lowestIdAfter(since) : null, until ? highestIdBefore(until) : null],
    ],
  );
  return row ?? { from: null, to: null };
}
