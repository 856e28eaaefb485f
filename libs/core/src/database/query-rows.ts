import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';

/** Answers statements that only read, each for itself; see `TenantDatabase.reader`. */
export class Reader {
  constructor(readonly query: <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>) {}
}

/**
 * Rows of a SELECT, or of an INSERT, UPDATE or DELETE with RETURNING, in the transaction of `source`; of a SELECT also
 * where there is none.
 */
export async function queryRows<Row>(
  source: EntityManager | Reader,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  if (source instanceof Reader) return source.query<Row>(sql, parameters);
  const { queryRunner } = source;
  if (queryRunner === undefined) throw new TypeError('Rows were asked for outside a transaction');
  // Past TypeORM's own `query`, whose answer differs by the kind of statement, and which costs as much as the driver's.
  const connection = (await queryRunner.connect()) as Client;
  return (await connection.query<Row & object>(sql, parameters)).rows;
}
