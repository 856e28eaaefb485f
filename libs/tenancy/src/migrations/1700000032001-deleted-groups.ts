import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deleted group stays as the name that closed tasks and the history show. */
export class DeletedGroups1700000032001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups ADD deleted_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups DROP deleted_at');
  }
}
