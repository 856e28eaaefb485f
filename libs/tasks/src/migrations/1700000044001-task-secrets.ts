import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What payloads hold in place of a mask, sealed. */
export class TaskSecrets1700000044001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_secrets (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('context', 'result')),
        -- Values by JSON pointer, sealed with this version of the tenant's data key.
        secret bytea NOT NULL,
        key_version integer NOT NULL,
        PRIMARY KEY (tenant_id, task_id, kind),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        FOREIGN KEY (tenant_id, key_version) REFERENCES data_keys
      );
      ${protectTable('task_secrets', { app: 'SELECT, INSERT' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_secrets');
  }
}
