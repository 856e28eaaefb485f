import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import { openBytes, sealBytes } from './aes-box';
import { KeyEncryption, type WrappedKey } from './key-encryption';
import { SecretUnreadableError } from './secrets.errors';

const KEY_BYTES = 32;
const FIRST = 1;
const MOST_REMEMBERED = 1_000;
/** How long a process goes on with a key after another was put in its place. */
const CURRENT_FOR_MS = 60_000;

/** Sealed with a tenant's data key. */
export interface SealedValue {
  version: number;
  bytes: Buffer;
}

export interface Rotation {
  /** The version that seals from now on. */
  version: number;
  /** How many earlier ones were wrapped anew. */
  rewrapped: number;
}

interface KeyRow extends WrappedKey {
  version: number;
}

/**
 * The data keys of tenants: each has its own, in versions, wrapped by the key of the installation. The newest seals, all
 * open, so that a new version takes no rewriting of what is there.
 */
@Injectable()
export class DataKeys {
  private readonly opened = new Map<string, Buffer>();
  private readonly newest = new Map<string, { version: number; readAt: number }>();

  constructor(
    private readonly encryption: KeyEncryption,
    private readonly system: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @param em of a transaction of the tenant
   * @param place what it is: what is moved to another place does not open there
   * @throws NoKeyEncryptionKeyError, DataKeyUnreadableError
   */
  async seal(
    em: EntityManager,
    tenantId: string,
    value: unknown,
    place: readonly string[],
  ): Promise<SealedValue> {
    const version = await this.current(em, tenantId);
    const key = await this.keyOf(em, tenantId, version);
    const plain = Buffer.from(JSON.stringify(value));
    return { version, bytes: sealBytes(key, plain, [tenantId, ...place]) };
  }

  /** @throws DataKeyUnreadableError, SecretUnreadableError */
  async open(
    em: EntityManager,
    tenantId: string,
    { version, bytes }: SealedValue,
    place: readonly string[],
  ): Promise<unknown> {
    const key = await this.keyOf(em, tenantId, version);
    try {
      return JSON.parse(openBytes(key, bytes, [tenantId, ...place]).toString('utf8'));
    } catch {
      throw new SecretUnreadableError();
    }
  }

  /**
   * A digest that says nothing to whoever lacks the tenant's keys, so that a short value is not found by trying. It stays
   * the same through rotations: it is made with the first version.
   * @param make whether a tenant that has no key yet gets one; else null for it
   * @throws NoKeyEncryptionKeyError, DataKeyUnreadableError
   */
  async keyed(em: EntityManager, tenantId: string, plain: Buffer, make: boolean): Promise<Buffer | null> {
    if (!make && (await newestIn(em, tenantId)) === undefined) return null;
    await this.current(em, tenantId);
    const key = await this.keyOf(em, tenantId, FIRST);
    const own = Buffer.from(hkdfSync('sha256', key, tenantId, 'digest', KEY_BYTES));
    return createHmac('sha256', own).update(plain).digest();
  }

  /**
   * Makes a new version, and wraps the earlier ones with the present key of the installation, so that an old one can be
   * taken out of KEY_ENCRYPTION_KEY. Other processes seal with the new version within a minute.
   * @throws NoKeyEncryptionKeyError, DataKeyUnreadableError
   */
  async rotate(actor: AuditActor): Promise<Rotation> {
    const { tenantId } = actor;
    return this.system.run(async (em) => {
      await queryRows(em, LOCK, [tenantId]);
      const earlier = await queryRows<KeyRow>(em, ALL, [tenantId]);
      let rewrapped = 0;
      for (const row of earlier) {
        if (row.keyId === this.encryption.currentId) continue;
        const key = await this.encryption.unwrap(row, tenantId);
        const { keyId, bytes } = await this.encryption.wrap(key, tenantId);
        await queryRows(em, REWRAP, [tenantId, row.version, bytes, keyId]);
        rewrapped += 1;
      }
      const version = (earlier.at(-1)?.version ?? 0) + 1;
      await this.insert(em, tenantId, version);
      const target = { kind: 'tenant', id: tenantId };
      await this.audit.recordOf(em, actor, {
        action: 'tenant.key_rotated',
        target,
        details: { version, rewrapped },
      });
      this.newest.delete(tenantId);
      return { version, rewrapped };
    });
  }

  private async current(em: EntityManager, tenantId: string): Promise<number> {
    const known = this.newest.get(tenantId);
    if (known !== undefined && performance.now() - known.readAt < CURRENT_FOR_MS) return known.version;
    const newest = await newestIn(em, tenantId);
    if (newest === undefined) return this.first(em, tenantId);
    remember(this.newest, tenantId, { version: newest, readAt: performance.now() });
    return newest;
  }

  /** Whoever comes second waits, and then finds the key of the first. */
  private async first(em: EntityManager, tenantId: string): Promise<number> {
    await this.insert(em, tenantId, FIRST);
    return (await newestIn(em, tenantId)) ?? FIRST;
  }

  private async insert(em: EntityManager, tenantId: string, version: number): Promise<void> {
    const { keyId, bytes } = await this.encryption.wrap(randomBytes(KEY_BYTES), tenantId);
    await queryRows(em, INSERT, [tenantId, version, bytes, keyId, this.clock.now()]);
  }

  private async keyOf(em: EntityManager, tenantId: string, version: number): Promise<Buffer> {
    const name = `${tenantId}/${version}`;
    const known = this.opened.get(name);
    if (known !== undefined) return known;
    const [row] = await queryRows<KeyRow>(em, ONE, [tenantId, version]);
    if (row === undefined) throw new SecretUnreadableError();
    const key = await this.encryption.unwrap(row, tenantId);
    // A transaction that is rolled back takes a new version with it; only what others see is remembered.
    if (await isCommitted(em, tenantId, version)) remember(this.opened, name, key);
    return key;
  }
}

async function newestIn(em: EntityManager, tenantId: string): Promise<number | undefined> {
  const [row] = await queryRows<{ version: number }>(em, NEWEST, [tenantId]);
  return row?.version;
}

async function isCommitted(em: EntityManager, tenantId: string, version: number): Promise<boolean> {
  const [row] = await queryRows<{ committed: boolean }>(em, COMMITTED, [tenantId, version]);
  return row?.committed === true;
}

function remember<Value>(map: Map<string, Value>, name: string, value: Value): void {
  const [oldest] = map.keys();
  if (map.size >= MOST_REMEMBERED && oldest !== undefined) map.delete(oldest);
  map.set(name, value);
}

const COLUMNS = 'version, secret AS bytes, key_id AS "keyId"';
const NEWEST = 'SELECT version FROM data_keys WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1';
const ONE = `SELECT ${COLUMNS} FROM data_keys WHERE tenant_id = $1 AND version = $2`;
const ALL = `SELECT ${COLUMNS} FROM data_keys WHERE tenant_id = $1 ORDER BY version`;
const COMMITTED = `
  SELECT xmin::text <> (pg_current_xact_id_if_assigned()::xid)::text OR pg_current_xact_id_if_assigned() IS NULL AS committed
  FROM data_keys WHERE tenant_id = $1 AND version = $2`;
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('data keys ' || $1, 0))`;
const INSERT = `
  INSERT INTO data_keys (tenant_id, version, secret, key_id, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, version) DO NOTHING`;
const REWRAP = 'UPDATE data_keys SET secret = $3, key_id = $4 WHERE tenant_id = $1 AND version = $2';
