import type { QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { refuseIfGivenUp } from '../process/given-up';
import { DatabaseUnavailableError } from './database.errors';
import { withConnection } from './transaction';

/** Statements of one transaction; with more of them, the last would wait too long for the first. */
const MOST_AT_ONCE = 16;

interface Read {
  sql: string;
  parameters: unknown[];
  resolve: (rows: unknown[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads of one turn of the event loop, such as the look-ups for the fields of an answer, as one read-only transaction
 * on one connection: they leave in one write, and a request needs one connection in place of several. Each has its own
 * snapshot, as in any transaction at READ COMMITTED.
 */
export class GatheredReads {
  private readonly waiting = new Map<string, Read[]>();

  /** @param later when what has been gathered is sent */
  constructor(
    private readonly dataSource: DataSource,
    private readonly later: (send: () => void) => void = (send) => process.nextTick(send),
  ) {}

  /** @param opening of the transaction, which says whose rows it sees: only reads with the same one go together */
  query<Row>(opening: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      refuseIfGivenUp();
      const read: Read = { sql, parameters, resolve: (rows) => resolve(rows as Row[]), reject };
      const others = this.waiting.get(opening);
      if (others !== undefined && others.length < MOST_AT_ONCE) others.push(read);
      else this.begin(opening, [read]);
    });
  }

  private begin(opening: string, reads: Read[]): void {
    this.waiting.set(opening, reads);
    this.later(() => {
      if (this.waiting.get(opening) === reads) this.waiting.delete(opening);
      void this.send(opening, reads);
    });
  }

  /** Never fails: each read is told what became of it. */
  private async send(opening: string, reads: readonly Read[]): Promise<void> {
    try {
      const answers = await inOneWrite(this.dataSource, opening, reads);
      for (const [index, { resolve }] of reads.entries()) resolve(answers[index]?.rows ?? []);
    } catch (error) {
      // One that fails takes those behind it along; they can do without it.
      if (reads.length > 1 && !(error instanceof DatabaseUnavailableError))
        await Promise.all(reads.map((read) => this.send(opening, [read])));
      else for (const { reject } of reads) reject(error);
    }
  }
}

function inOneWrite(
  dataSource: DataSource,
  opening: string,
  reads: readonly Read[],
): Promise<QueryResult<object>[]> {
  return withConnection(dataSource, async (_runner, connection) => {
    const opened = connection.query(opening);
    const answers = reads.map(({ sql, parameters }) => connection.query<object>(sql, parameters));
    const all = [opened, ...answers, connection.query('COMMIT')];
    // The connection goes back once nothing is under way on it.
    await Promise.allSettled(all);
    await Promise.all(all);
    return Promise.all(answers);
  });
}
