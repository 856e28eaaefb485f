import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds executions by the beginning of their id, whatever collation the database has. */
export class WorkflowKeyPrefix1700000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX workflow_executions_prefix ON workflow_executions (tenant_id, key COLLATE "C")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX workflow_executions_prefix');
  }
}
