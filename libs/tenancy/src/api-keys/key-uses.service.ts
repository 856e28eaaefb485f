import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger, SystemDatabase } from '@orkestra/core';

const FLUSH_EVERY_MS = 60_000;
const MOST_HELD = 10_000;
const KEPT_DAYS = 90;

interface Use {
  tenantId: string;
  keyId: string;
  /** Days since 1970-01-01, UTC. */
  day: number;
  address: string;
  count: number;
  lastUsedAt: Date;
}

/**
 * Counts from where keys are used. A process holds its counts for up to a minute and writes them in one statement, so
 * that no request waits; a process that is killed loses those of its last minute.
 */
@Injectable()
export class KeyUses implements BeforeApplicationShutdown {
  private held = new Map<string, Use>();
  private forgottenOn = 0;
  private readonly timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  note({ tenantId, keyId }: { tenantId: string; keyId: string }, remoteAddress: string | undefined): void {
    const now = this.clock.now();
    const use = { tenantId, keyId, day: dayOf(now), address: remoteAddress ?? '', count: 1, lastUsedAt: now };
    this.add(use);
    if (this.held.size >= MOST_HELD) void this.flush();
  }

  /** Writes what is held; what could not be written is held on. */
  async flush(): Promise<void> {
    const uses = [...this.held.values()];
    if (uses.length === 0) return;
    this.held = new Map();
    try {
      await this.database.query(ADD, [
        ...columnsOf(uses, 'tenantId', 'keyId'),
        uses.map(({ day }) => dateOf(day)),
        ...columnsOf(uses, 'address', 'count', 'lastUsedAt'),
      ]);
      await this.forgetOld();
    } catch (error) {
      this.logger.warn({ err: error }, 'Uses of keys were not noted; it is tried again soon');
      for (const use of uses.slice(0, MOST_HELD - this.held.size)) this.add(use);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private add(use: Use): void {
    const place = `${use.keyId} ${use.day} ${use.address}`;
    const known = this.held.get(place);
    if (known === undefined) return void this.held.set(place, use);
    known.count += use.count;
    if (use.lastUsedAt > known.lastUsedAt) known.lastUsedAt = use.lastUsedAt;
  }

  private async forgetOld(): Promise<void> {
    const today = dayOf(this.clock.now());
    if (this.forgottenOn === today) return;
    await this.database.query('DELETE FROM api_key_uses WHERE day < $1', [dateOf(today - KEPT_DAYS)]);
    this.forgottenOn = today;
  }
}

const DAY_MS = 24 * 3_600_000;

function dayOf(moment: Date): number {
  return Math.floor(moment.getTime() / DAY_MS);
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function columnsOf(uses: readonly Use[], ...names: readonly (keyof Use)[]): unknown[][] {
  return names.map((name) => uses.map((use) => use[name]));
}

/** In one order, so that two processes never wait for each other. */
const ADD = `
  INSERT INTO api_key_uses AS u (tenant_id, key_id, day, address, count, last_used_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::bigint[], $6::timestamptz[])
    AS n (tenant_id, key_id, day, address, count, last_used_at)
  ORDER BY n.tenant_id, n.key_id, n.day, n.address
  ON CONFLICT (tenant_id, key_id, day, address) DO UPDATE SET
    count = u.count + excluded.count, last_used_at = greatest(u.last_used_at, excluded.last_used_at)`;
