import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody reads events in the order of their transactions: a column and an index that every event paid for. */
export class EventWaste1700000018001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX task_events_since; ALTER TABLE task_events DROP transaction_id;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task_events ADD transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id();
      CREATE INDEX task_events_since ON task_events (transaction_id, id);
    `);
  }
}
