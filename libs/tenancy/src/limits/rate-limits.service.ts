import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Config, Logger, SystemDatabase } from '@orkestra/core';
import {
  type IRateLimiterPostgresOptions,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { TenantContext } from '../tenant-context';
import { TenantLimitError } from '../tenants/tenants.errors';
import { RateLimitedError } from './limits.errors';
import { networkOf } from './network-address';
import { RequestCounter } from './request-counter';

const MINUTE_S = 60;
const MOST_COUNTED = 2 ** 31 - 1;
/** Keys that are wrong, from one address in a minute. */
const MOST_WRONG_KEYS = 300;

/** What anybody may ask for who has not said yet who they are, and how often a minute from one address. */
export const DOORS = {
  'sign-in': 300,
  link: 60,
  mailed: 300,
  directory: 600,
  metadata: 300,
  chat: 6_000,
} as const;

/**
 * How many requests a minute a principal may send, and an address as long as nobody knows who is there; counted for all
 * processes together. A fault of the database locks nobody out: each process then counts for itself.
 */
@Injectable()
export class RateLimits implements BeforeApplicationShutdown {
  private readonly counter: RequestCounter;
  private readonly shared: RateLimiterPostgres;
  private readonly doors: Readonly<Record<keyof typeof DOORS, RateLimiterPostgres>>;
  private readonly logger: Logger;

  constructor(
    private readonly config: Config,
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('limits');
    // What is allowed differs from subject to subject, so it only counts.
    this.shared = this.limiter({
      keyPrefix: 'count',
      points: MOST_COUNTED,
      duration: MINUTE_S,
      clearExpiredByTimeout: true,
    });
    const door = (keyPrefix: keyof typeof DOORS) => {
      const memory = { keyPrefix, points: DOORS[keyPrefix], duration: MINUTE_S };
      const insuranceLimiter = new RateLimiterMemory(memory);
      return this.limiter({ ...memory, insuranceLimiter, inMemoryBlockOnConsumed: memory.points });
    };
    this.doors = {
      'sign-in': door('sign-in'),
      link: door('link'),
      mailed: door('mailed'),
      directory: door('directory'),
      metadata: door('metadata'),
      chat: door('chat'),
    };
    const now = () => this.clock.now().getTime();
    this.counter = new RequestCounter((subject, points) => this.count(subject, points), now);
  }

  /**
   * Counts a request of somebody who was let in. Waits for nothing.
   * @throws RateLimitedError
   */
  admit(ctx: TenantContext): void {
    const { requestLimit, principal, tenantId, credentialId } = ctx;
    const most = requestLimit?.perMinute ?? this.config.REQUESTS_PER_MINUTE;
    if (most === 0 || principal.kind === 'system') return;
    const ofCredential = requestLimit?.of === 'credential' && credentialId !== undefined;
    const subject = ofCredential ? `key:${credentialId}` : `principal:${tenantId}:${principal.id}`;
    this.check(subject, most);
    this.counter.add(subject, most);
  }

  /**
   * Counts a request for its tenant. Waits for nothing.
   * @param own the tenant's own limit; null for the configured
   * @throws TenantLimitError
   */
  admitTenant(tenantId: string, own: number | null): void {
    const most = own ?? this.config.TENANT_REQUESTS_PER_MINUTE;
    const subject = `tenant:${tenantId}`;
    const wait = this.counter.waitOf(subject, most);
    if (wait > 0) throw new TenantLimitError('requestsPerMinute', most, most + 1, inSeconds(wait));
    this.counter.add(subject, most);
  }

  /**
   * Counts what somebody asks for at an open door.
   * @throws RateLimitedError
   */
  async admitStranger(door: keyof typeof DOORS, address: string | undefined): Promise<void> {
    if (address === undefined) return;
    try {
      await this.doors[door].consume(networkOf(address));
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw new RateLimitedError(inSeconds(refused.msBeforeNext));
      throw refused;
    }
  }

  /**
   * Counts something that a principal may do less often than others, for all processes together.
   * @param action what it is called where it is counted
   * @throws RateLimitedError
   */
  async admitAction(
    { tenantId, principal }: TenantContext,
    action: string,
    perMinute: number,
  ): Promise<void> {
    const { total, endsInMs } = await this.count(`${action}:${tenantId}:${principal.id}`, 1);
    if (total > perMinute) throw new RateLimitedError(inSeconds(endsInMs));
  }

  /** @throws RateLimitedError where too many keys from the address were wrong */
  checkStranger(address: string | undefined): void {
    if (address !== undefined) this.check(`wrong-key:${networkOf(address)}`, MOST_WRONG_KEYS);
  }

  /** A key from the address was wrong. */
  noteStranger(address: string | undefined): void {
    if (address !== undefined) this.counter.add(`wrong-key:${networkOf(address)}`, MOST_WRONG_KEYS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.counter.settled();
  }

  private check(subject: string, most: number): void {
    const wait = this.counter.waitOf(subject, most);
    if (wait > 0) throw new RateLimitedError(inSeconds(wait));
  }

  private async count(subject: string, points: number): Promise<{ total: number; endsInMs: number }> {
    const { consumedPoints, msBeforeNext } = await this.shared.penalty(subject, points);
    return { total: consumedPoints, endsInMs: msBeforeNext };
  }

  private limiter(options: LimiterOptions): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: { query: (statement: Statement) => this.query(statement) },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      ...options,
    });
  }

  private async query({ text, values }: Statement): Promise<{ rows: unknown[]; rowCount: number }> {
    try {
      const rows = await this.database.query(text, values);
      return { rows, rowCount: rows.length };
    } catch (error) {
      this.logger.warn({ err: error }, 'Requests are counted here alone until the database answers again');
      throw error;
    }
  }
}

type LimiterOptions = Omit<IRateLimiterPostgresOptions, 'storeClient'>;

interface Statement {
  text: string;
  values: unknown[];
}

function inSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
