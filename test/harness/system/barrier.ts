import { Client } from 'pg';
import { eventually } from '../eventually';
import type { TestSystem } from './test-system';

/** Where transactions stop: just after a row was written, or with `commit` when they commit. */
export interface Point {
  /** As in `CREATE TRIGGER`, such as `AFTER INSERT` or `AFTER UPDATE`. */
  on: string;
  table: string;
  /** Which rows, by NEW and OLD. */
  when: string;
  commit?: true;
}

const LOCK = 4_711;
const WAITING = `SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'advisory'`;
const UNDER_WAY = `SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND usename = 'orkestra_app' AND xact_start IS NOT NULL`;

/** Holds transactions at a point in their middle, so that a test can kill the process that they belong to. */
export class Barrier {
  private constructor(
    private readonly system: TestSystem,
    private readonly holder: Client,
    private readonly tables: string[],
  ) {}

  static async raise(system: TestSystem, points: Point[]): Promise<Barrier> {
    const holder = new Client({ connectionString: system.database.adminUrl });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await holder.query(`CREATE OR REPLACE FUNCTION barrier() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM set_config(''lock_timeout'', ''0'', true); PERFORM pg_advisory_xact_lock_shared(${LOCK}); RETURN NEW; END'`);
    for (const [index, { on, table, when, commit }] of points.entries()) {
      const [kind, timing] = commit
        ? ['CONSTRAINT TRIGGER', 'DEFERRABLE INITIALLY DEFERRED']
        : ['TRIGGER', ''];
      await holder.query(
        `CREATE ${kind} barrier_${index} ${on} ON ${table} ${timing} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION barrier()`,
      );
    }
    return new Barrier(
      system,
      holder,
      points.map(({ table }) => table),
    );
  }

  /** Resolves when so many transactions stand still. */
  async holds(count: number): Promise<void> {
    await eventually(async () => (await this.system.rows(WAITING)).length >= count, {
      everyMs: 20,
      timeoutMs: 40_000,
    });
  }

  /** Lets them go on, and resolves when those of dead processes have ended. */
  async lift(): Promise<void> {
    await this.holder.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await eventually(async () => (await this.system.rows(WAITING)).length === 0);
    for (const [index, table] of this.tables.entries()) {
      await this.holder.query(`DROP TRIGGER barrier_${index} ON ${table}`);
    }
    await this.holder.end();
  }

  /** Resolves when no transaction of the programs is open: those of killed ones have been rolled back. */
  async settled(): Promise<void> {
    await eventually(async () => (await this.system.rows(UNDER_WAY)).length === 0);
  }
}
