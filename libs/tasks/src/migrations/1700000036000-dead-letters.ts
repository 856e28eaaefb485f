import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tenant's admins see their own dead deliveries and have them tried again. */
export class DeadLetters1700000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (status, attempts, available_at) ON outbox TO orkestra_app;
      CREATE INDEX outbox_dead_of_tenant ON outbox (tenant_id, id) WHERE status = 'dead';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outbox_dead_of_tenant;
      REVOKE UPDATE (status, attempts, available_at) ON outbox FROM orkestra_app;
    `);
  }
}
