import { type Client, DatabaseError, type QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '../process/domain.errors';
import { refuseIfGivenUp } from '../process/given-up';
import { OutcomeUnknownError } from './database.errors';
import { outageOf } from './outage';

/** One transaction; an error rolls everything back. */
export async function inTransaction<T>(
  dataSource: DataSource,
  opening: string,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  refuseIfGivenUp();
  return withConnection(dataSource, async (runner, connection) => {
    try {
      // Pipelined: the opening and the first statement of the work go out in one write.
      const opened = connection.query(opening);
      opened.catch(() => undefined);
      const answer = await work(runner.manager);
      await opened;
      if (!ended.has(runner)) await commit(connection);
      return answer;
    } catch (error) {
      if (!ended.has(runner)) await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}

/** Transactions whose end is decided before their work is over. A runner is taken for one transaction alone. */
const ended = new WeakSet<QueryRunner>();

/**
 * The last statement of an `inTransaction`, with the COMMIT behind it in the same write: locks are held for a round trip
 * less. Only where whatever the statement answers is to stay: nothing can be asked of the transaction after it, and what is
 * thrown after it undoes nothing.
 * @returns its rows, once they are committed
 * @throws OutcomeUnknownError where the connection was lost before all was answered
 */
export async function lastRows<Row>(em: EntityManager, sql: string, parameters: unknown[]): Promise<Row[]> {
  const { queryRunner: runner } = em;
  if (runner === undefined) throw new TypeError('Rows were asked for outside a transaction');
  const connection = (await runner.connect()) as Client;
  ended.add(runner);
  const answered = connection.query<Row & object>(sql, parameters);
  try {
    return await committed(answered, connection.query('COMMIT'));
  } catch (error) {
    // Where Postgres itself refuses a statement, it commits nothing behind it.
    throw error instanceof DatabaseError ? error : outcomeOf(error);
  }
}

async function committed<Row extends object>(
  answered: Promise<QueryResult<Row>>,
  closed: Promise<QueryResult>,
): Promise<Row[]> {
  const [answer, closing] = await Promise.allSettled([answered, closed]);
  if (answer.status === 'rejected') throw answer.reason;
  if (closing.status === 'rejected') throw outcomeOf(closing.reason);
  refuseRollback(closing.value);
  return answer.value.rows;
}

/** One statement in a transaction of its own, in one round trip. */
export async function inOneStatement<Row>(
  dataSource: DataSource,
  opening: string,
  sql: string,
  parameters: unknown[],
): Promise<Row[]> {
  refuseIfGivenUp();
  return withConnection(dataSource, async (_runner, connection) => {
    const opened = connection.query(opening);
    opened.catch(() => undefined);
    const answered = connection.query<Row & object>(sql, parameters);
    return committed(answered, connection.query('COMMIT'));
  });
}

/** @throws DatabaseUnavailableError where the fault is the database's */
export async function withConnection<T>(
  dataSource: DataSource,
  use: (runner: QueryRunner, connection: Client) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  let lost: Error | undefined;
  const lose = (error: Error) => (lost ??= error);
  let connection: Client | undefined;
  try {
    connection = (await runner.connect()) as Client;
    connection.on('error', lose);
    return await use(runner, connection);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const outages = [outageOf(lost), outageOf(error)].filter((outage) => outage !== undefined);
    // Why the connection was lost says more than that it was lost.
    throw outages.find(({ outage }) => outage !== 'unreachable') ?? outages[0] ?? error;
  } finally {
    connection?.removeListener('error', lose);
    await runner.release();
  }
}

async function commit(connection: Client): Promise<void> {
  let answer: QueryResult;
  try {
    answer = await connection.query('COMMIT');
  } catch (error) {
    throw outcomeOf(error);
  }
  refuseRollback(answer);
}

/** Without an answer nobody knows what became of it; an answer that refuses is one. */
function outcomeOf(error: unknown): unknown {
  const outage = outageOf(error);
  return outage?.outage === 'unreachable' ? new OutcomeUnknownError(error) : error;
}

/** Postgres answers a COMMIT with ROLLBACK when a statement before it failed, and calls that a success. */
function refuseRollback({ command }: QueryResult): void {
  if (command === 'ROLLBACK') {
    throw new Error('A transaction was rolled back: a statement had failed, and its error was not looked at');
  }
}
