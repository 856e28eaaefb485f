import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people and groups in the order of their names, and what signs the cursors of lists kept elsewhere. */
export class Lists1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX users_by_name ON users (tenant_id, display_name, id) WHERE active;
      CREATE INDEX groups_by_name ON groups (tenant_id, name, id);
      ALTER TABLE tenants ADD cursor_secret bytea NOT NULL
        DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenants DROP cursor_secret;
      DROP INDEX groups_by_name, users_by_name;
    `);
  }
}
