import { Client } from 'pg';
import { testRun } from '../harness/run/test-run';

/** Any number, but the same for all specs. */
const LOCK = 7_431_020;

/** The role that the guide has its reader make belongs to the whole server, which specs share: one of them at a time. */
export class BackupRole {
  private constructor(private readonly holder: Client) {}

  static async reserve(): Promise<BackupRole> {
    const holder = new Client({ connectionString: testRun.postgresAdminUrl });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return new BackupRole(holder);
  }

  /** Once the databases are dropped in which it was given rights. */
  async drop(): Promise<void> {
    await this.holder.query('DROP ROLE IF EXISTS orkestra_backup');
    await this.holder.end();
  }
}
