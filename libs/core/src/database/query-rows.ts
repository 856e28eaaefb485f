import type { EntityManager } from 'typeorm';

/** Rows of a SELECT, or of an INSERT, UPDATE or DELETE with RETURNING, in the transaction of `em`. */
export async function queryRows<Row>(
  em: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const { queryRunner } = em;
  if (queryRunner === undefined) throw new TypeError('Rows were asked for outside a transaction');
  // TypeORM's plain answer differs by the kind of statement; this form of it has the rows of every kind in one place.
  const answer = await queryRunner.query(sql, parameters, true);
  return answer.records as Row[];
}
