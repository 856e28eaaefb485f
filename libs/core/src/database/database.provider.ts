import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Client } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { isUuid } from '../process/ids.provider';

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
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction of the tenant; an error rolls everything back. */
  async run<T>(scope: TenantScope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const opening = openingFor(scope);
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Client;
      // Pipelined: BEGIN, the tenant and the first statement of the work go out in one write.
      const opened = connection.query(opening);
      opened.catch(() => undefined);
      const answer = await work(runner.manager);
      await opened;
      await runner.query('COMMIT');
      return answer;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }
}

/** BEGIN and the tenant in one message. The id is checked and written in: Postgres takes no parameters for two statements at once. */
function openingFor({ tenantId }: TenantScope): string {
  if (!isUuid(tenantId)) throw new TypeError('A transaction was to be opened without the id of its tenant');
  return `START TRANSACTION; SELECT set_config('app.tenant', '${tenantId}', true)`;
}

/**
 * Postgres as the role `system`, which sees all tenants, but only the tables that have a policy for it:
 * outbox, sessions, keys and what the sweeps need.
 */
@Injectable()
export class SystemDatabase {
  constructor(@InjectDataSource(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource) {}

  async run<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return queryRows<Row>(this.dataSource.manager, sql, parameters);
  }
}

/** Rows of a SELECT, or of an INSERT, UPDATE or DELETE with RETURNING. */
export async function queryRows<Row>(
  em: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await em.query(sql, parameters);
  // TypeORM answers [rows, count] for UPDATE and DELETE, and the rows alone for the others.
  const rows = /^\s*(update|delete)\b/i.test(sql) ? (answer as [unknown])[0] : answer;
  return rows as Row[];
}

export class TooPrivilegedRoleError extends Error {
  override readonly name = 'TooPrivilegedRoleError';
}

/**
 * Refuses a connection that could step round row-level security.
 * @throws TooPrivilegedRoleError when the role is a superuser, has BYPASSRLS or owns a table.
 */
export async function assertLeastPrivilege(dataSource: DataSource, setting: string): Promise<void> {
  const [role] = await dataSource.query<
    { name: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean }[]
  >(`
    SELECT rolname AS name, rolsuper, rolbypassrls,
           EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
    FROM pg_roles r WHERE rolname = current_user`);
  if (role === undefined || role.rolsuper || role.rolbypassrls || role.owns) {
    throw new TooPrivilegedRoleError(
      `${setting} connects as "${role?.name ?? 'unknown'}", which is a superuser, has BYPASSRLS or owns tables. ` +
        'Use the role that the migrations granted its rights to (see docs/reference/configuration.md).',
    );
  }
}
