import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Examples of inputs in the catalogue; and what a worker no longer offers leaves it. */
export class Catalogue1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow_definitions ADD examples jsonb NOT NULL DEFAULT '[]';
      GRANT DELETE ON workflow_definitions TO orkestra_system;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE DELETE ON workflow_definitions FROM orkestra_system;
      ALTER TABLE workflow_definitions DROP examples;
    `);
  }
}
