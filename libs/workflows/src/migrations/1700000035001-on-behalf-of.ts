import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom a workflow was started. */
export class OnBehalfOf1700000035001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The named person first, then the one for whom the key acts.
    await runner.query('ALTER TABLE workflow_executions ADD on_behalf_of uuid[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE workflow_executions DROP on_behalf_of');
  }
}
