import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { AuditEvent } from '../audit/audit-events.service';
import { EvidenceKeys } from '../evidence/evidence-keys.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { type CheckpointRow, lastCheckpoint, readUnsealed } from './chain.queries';
import { digestOf, entryOf, erasableOf } from './chain-entry';
import { type Checkpoint, CHECKPOINT_TYPE } from './checkpoint';

const EVENTS_AT_ONCE = 500;
const TENANTS_AT_ONCE = 100;
const MOST_COUNTED = 10_000;
const SALT_BYTES = 16;

/** How far the audit log of a tenant is sealed. */
export interface ChainState {
  /** Whether this installation has a key to sign with. */
  signs: boolean;
  /** How many entries are sealed. */
  entries: number;
  /** When the last checkpoint was signed, its digest and the key; null where there is none. */
  sealedAt: Date | null;
  checkpoint: string | null;
  keyId: string | null;
  /** How many events wait, counted up to 10,000. */
  unsealed: number;
}

/**
 * Seals the audit log: gives what was committed its place in the chain of its tenant, and signs how far that goes. It comes
 * after the fact, so that no write waits; a transaction that commits late gets a later place, and none is passed over.
 */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
    private readonly keys: EvidenceKeys,
    private readonly clock: Clock,
  ) {}

  /** Whether there is a key: without one nothing is sealed. */
  get signs(): boolean {
    return this.keys.currentId !== undefined;
  }

  /** Seals some of what waits, of each tenant; says whether more is left. Any number of processes may do so at once. */
  async sweep(): Promise<boolean> {
    if (!this.signs) return false;
    const waiting = await this.system.query<{ id: string }>(TENANTS);
    let isMore = waiting.length === TENANTS_AT_ONCE;
    for (const { id } of waiting) if ((await this.sealSome(id)) === EVENTS_AT_ONCE) isMore = true;
    return isMore;
  }

  /** Seals all that a tenant has now. */
  async seal(tenantId: string): Promise<void> {
    while (this.signs && (await this.sealSome(tenantId)) === EVENTS_AT_ONCE);
  }

  async state(ctx: TenantContext): Promise<ChainState> {
    requireScope(ctx, 'audit:read');
    return this.database.run(ctx, async (em) => {
      const last = await lastCheckpoint(em, ctx.tenantId);
      const [waiting] = await queryRows<{ count: number }>(em, UNSEALED, [ctx.tenantId]);
      return {
        signs: this.signs,
        entries: last?.to ?? 0,
        sealedAt: last?.sealedAt ?? null,
        checkpoint: last?.digest ?? null,
        keyId: last?.keyId ?? null,
        unsealed: waiting?.count ?? 0,
      };
    });
  }

  private sealSome(tenantId: string): Promise<number> {
    return this.system.run(async (em) => {
      // Whoever comes second waits, and then reads what the first has sealed.
      await queryRows(em, LOCK, [tenantId]);
      const last = await lastCheckpoint(em, tenantId);
      const events = await readUnsealed(em, tenantId, EVENTS_AT_ONCE);
      if (events.length > 0) await this.append(em, tenantId, last, events);
      return events.length;
    });
  }

  private async append(
    em: EntityManager,
    tenantId: string,
    last: CheckpointRow | undefined,
    events: readonly AuditEvent[],
  ): Promise<void> {
    const from = (last?.to ?? 0) + 1;
    let head = last?.head ?? null;
    const links = events.map((event, index) => {
      const salt = randomBytes(SALT_BYTES);
      const erasable = digestOf(erasableOf(event, salt));
      const position = from + index;
      head = digestOf(entryOf(tenantId, event, { position, previous: head }, erasable));
      return { id: event.id, position, salt: salt.toString('hex'), erasable, entry: head };
    });
    await queryRows(em, APPEND, [tenantId, JSON.stringify(links)]);
    const to = from + events.length - 1;
    await this.sign(em, {
      ...{ tenantId, from, to, count: events.length, head: head ?? '' },
      ...{ previous: last?.digest ?? null, sealedAt: this.clock.now().toISOString() },
    });
  }

  private async sign(em: EntityManager, checkpoint: Checkpoint): Promise<void> {
    const payload = Buffer.from(canonicalJson(checkpoint));
    const envelope = await this.keys.sign(CHECKPOINT_TYPE, payload);
    const { tenantId, from, to, sealedAt, head } = checkpoint;
    await queryRows(em, CHECKPOINT, [
      ...[tenantId, from, to, sealedAt, this.keys.currentId, head, digestOf(checkpoint)],
      JSON.stringify(envelope),
    ]);
  }
}

/** From one to the next by the index, however much waits. */
const TENANTS = `
  WITH RECURSIVE found AS (
    (SELECT tenant_id FROM audit_events WHERE position IS NULL ORDER BY tenant_id LIMIT 1)
    UNION ALL
    SELECT (SELECT tenant_id FROM audit_events WHERE position IS NULL AND tenant_id > found.tenant_id
            ORDER BY tenant_id LIMIT 1)
    FROM found WHERE found.tenant_id IS NOT NULL
  ) SELECT tenant_id AS id FROM found WHERE tenant_id IS NOT NULL LIMIT ${TENANTS_AT_ONCE}`;

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('audit chain ' || $1, 0))`;

const APPEND = `
  UPDATE audit_events e SET position = l.position, salt = decode(l.salt, 'hex'),
    erasable_digest = decode(l.erasable, 'hex'), entry_digest = decode(l.entry, 'hex')
  FROM json_to_recordset($2::json) AS l (id uuid, position bigint, salt text, erasable text, entry text)
  WHERE e.tenant_id = $1 AND e.id = l.id`;

const CHECKPOINT = `
  INSERT INTO audit_checkpoints (tenant_id, from_position, to_position, sealed_at, key_id, head, digest, envelope)
  VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), decode($7, 'hex'), $8)`;

const UNSEALED = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM audit_events WHERE tenant_id = $1 AND position IS NULL LIMIT ${MOST_COUNTED}) AS waiting`;
