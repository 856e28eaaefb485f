import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the reconciler has come, and the indexes by which it finds what is stuck. */
export class Reconciler1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the whole installation, not of a tenant: a moment in Temporal's time for each walk.
      CREATE TABLE reconciler_state (
        name text PRIMARY KEY,
        reached_at timestamptz NOT NULL
      );
      ALTER TABLE reconciler_state ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reconciler_state FORCE ROW LEVEL SECURITY;
      CREATE POLICY reconciler_state_system ON reconciler_state TO orkestra_system USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON reconciler_state TO orkestra_system;

      -- How often the reconciler has revived a dead row.
      ALTER TABLE outbox ADD replays smallint NOT NULL DEFAULT 0;
      CREATE INDEX outbox_dead ON outbox (available_at) WHERE status = 'dead';
      CREATE INDEX outbox_delivered ON outbox (settled_at) WHERE status = 'delivered';

      -- Tasks whose end some workflow must hear of, by when they ended.
      CREATE INDEX tasks_told ON tasks (closed_at, id)
        WHERE closed_at IS NOT NULL AND coalesce(workflow_id, timer_workflow_id) IS NOT NULL;
      CREATE INDEX workflow_executions_open ON workflow_executions (tenant_id, key) WHERE closed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX workflow_executions_open, tasks_told, outbox_delivered, outbox_dead;
      ALTER TABLE outbox DROP replays;
      DROP TABLE reconciler_state;
    `);
  }
}
