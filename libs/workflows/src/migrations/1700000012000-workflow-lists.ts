import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of executions of one type or in one status, the latest first. */
export class WorkflowLists1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX workflow_executions_by_type
        ON workflow_executions (tenant_id, type, started_at DESC, key DESC);
      CREATE INDEX workflow_executions_by_status
        ON workflow_executions (tenant_id, status, started_at DESC, key DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX workflow_executions_by_status, workflow_executions_by_type');
  }
}
