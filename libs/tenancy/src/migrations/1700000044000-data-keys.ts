import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The wrapped keys that seal the sensitive values of tenants. */
export class DataKeys1700000044000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_keys (
        tenant_id uuid NOT NULL REFERENCES tenants,
        version integer NOT NULL CHECK (version > 0),
        -- Wrapped by the key that key_id names, which is not in the database.
        secret bytea NOT NULL,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, version)
      );
      ${protectTable('data_keys', { app: 'SELECT, INSERT', system: 'SELECT, INSERT, UPDATE (secret, key_id)' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_keys');
  }
}
