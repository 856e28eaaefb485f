import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { OPENING_FOR_LOOK_UPS, OPENING_FOR_SYSTEM, openingForReads, openingForTenant } from './openings';
import { isPrepared } from './prepared';
import { Reader } from './query-rows';
import { GatheredReads } from './gathered-reads';
import { inOneStatement, inTransaction } from './transaction';

/** Whatever names a tenant; in practice a `TenantContext` of `@orkestra/tenancy`. */
export interface TenantScope {
  readonly tenantId: string;
}

export const SYSTEM_DATA_SOURCE = 'system';

/**
 * Postgres as the role `app`. Row-level security shows a transaction only the rows of the tenant
 * that it was opened for; there is no other way to the tables.
 */
@Injectable()
export class TenantDatabase {
  private readonly reads: GatheredReads;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    this.reads = new GatheredReads(dataSource);
  }

  /**
   * Runs `work` in one transaction of the tenant; an error rolls everything back.
   * @throws DatabaseUnavailableError when nothing was changed, OutcomeUnknownError when nobody knows
   */
  async run<T>({ tenantId }: TenantScope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, openingForTenant(tenantId), work);
  }

  /**
   * Rows of one statement that only reads, where no transaction is open. What one turn of the event loop asks of a
   * tenant shares a transaction.
   * @throws DatabaseUnavailableError
   */
  async query<Row>({ tenantId }: TenantScope, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.reads.query<Row>(openingForReads(tenantId, isPrepared(sql)), sql, parameters);
  }

  /**
   * Rows of one statement that writes, in a transaction of its own and in one round trip.
   * @throws DatabaseUnavailableError when nothing was changed, OutcomeUnknownError when nobody knows
   */
  async write<Row>({ tenantId }: TenantScope, sql: string, parameters: unknown[]): Promise<Row[]> {
    return inOneStatement<Row>(this.dataSource, openingForTenant(tenantId), sql, parameters);
  }

  /** The same as `query`, for what takes the place of a transaction. */
  reader(scope: TenantScope): Reader {
    return new Reader((sql, parameters) => this.query(scope, sql, parameters));
  }

  /** @throws DatabaseUnavailableError */
  async ping(): Promise<void> {
    await inOneStatement(this.dataSource, 'START TRANSACTION', 'SELECT 1', []);
  }
}

/**
 * Postgres as the role `system`, which sees all tenants, but only the tables that have a policy for it:
 * outbox, sessions, keys and what the sweeps need.
 */
@Injectable()
export class SystemDatabase {
  private readonly lookUps: GatheredReads;

  constructor(@InjectDataSource(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource) {
    // Once all that has arrived on the sockets has been taken up: requests that come together ask together.
    this.lookUps = new GatheredReads(dataSource, setImmediate);
  }

  /** @throws DatabaseUnavailableError when nothing was changed, OutcomeUnknownError when nobody knows */
  async run<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, OPENING_FOR_SYSTEM, work);
  }

  /** One statement, in a transaction of its own. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return inOneStatement<Row>(this.dataSource, OPENING_FOR_SYSTEM, sql, parameters);
  }

  /**
   * Rows of a short statement that only reads, such as who holds a key. Those of requests that arrive together share a
   * transaction, each with a snapshot of its own.
   * @throws DatabaseUnavailableError
   */
  async lookUp<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.lookUps.query<Row>(OPENING_FOR_LOOK_UPS, sql, parameters);
  }
}
