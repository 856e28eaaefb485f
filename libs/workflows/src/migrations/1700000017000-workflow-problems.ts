import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps an execution from going on, and executions that Temporal has lost. */
export class WorkflowProblems1700000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_executions
        DROP CONSTRAINT workflow_executions_status_check,
        ADD CONSTRAINT workflow_executions_status_check CHECK (status IN
          ('starting', 'running', 'completed', 'failed', 'cancelled', 'terminated', 'timed_out', 'lost')),
        ADD problem text CHECK (problem IN ('code_failing', 'long_history', 'signals_exhausted')),
        -- The cause that Temporal names, or the run that has the problem.
        ADD problem_detail text,
        ADD problem_since timestamptz;
      CREATE INDEX workflow_executions_problems ON workflow_executions (problem, tenant_id, key)
        WHERE problem IS NOT NULL AND closed_at IS NULL;
      CREATE INDEX workflow_executions_queues ON workflow_executions (task_queue) WHERE closed_at IS NULL;
      CREATE INDEX workflow_executions_lost ON workflow_executions (closed_at) WHERE status = 'lost';

      -- Of the whole installation, as the workers are. A row for each queue of open executions that nobody polls.
      CREATE TABLE workflow_queues (
        name text PRIMARY KEY,
        unpolled_since timestamptz NOT NULL
      );
      ALTER TABLE workflow_queues ENABLE ROW LEVEL SECURITY;
      ALTER TABLE workflow_queues FORCE ROW LEVEL SECURITY;
      CREATE POLICY workflow_queues_app ON workflow_queues FOR SELECT TO orkestra_app USING (true);
      CREATE POLICY workflow_queues_system ON workflow_queues TO orkestra_system USING (true) WITH CHECK (true);
      GRANT SELECT ON workflow_queues TO orkestra_app;
      GRANT SELECT, INSERT, DELETE ON workflow_queues TO orkestra_system;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE workflow_queues;
      DROP INDEX workflow_executions_lost, workflow_executions_queues, workflow_executions_problems;
      UPDATE workflow_executions SET status = 'terminated' WHERE status = 'lost';
      ALTER TABLE workflow_executions
        DROP problem_since, DROP problem_detail, DROP problem,
        DROP CONSTRAINT workflow_executions_status_check,
        ADD CONSTRAINT workflow_executions_status_check CHECK (status IN
          ('starting', 'running', 'completed', 'failed', 'cancelled', 'terminated', 'timed_out'));
    `);
  }
}
