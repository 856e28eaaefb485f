import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that let somebody in once: an invitation, or another password. One of a kind for each person at a time. */
export class OneTimeLinks1700000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE one_time_links (
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'password-reset', 'admin-invitation')),
        token_hash bytea NOT NULL,
        created_by text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, user_id, purpose),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX one_time_links_token ON one_time_links (token_hash);
      CREATE INDEX one_time_links_expiry ON one_time_links (tenant_id, expires_at);
      ${protectTable('one_time_links', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};

      -- Set from the invitation of a person until they accept it; they are not active meanwhile.
      ALTER TABLE users ADD invited_at timestamptz, ADD CHECK (invited_at IS NULL OR NOT active);
      GRANT SELECT (invited_at) ON users TO orkestra_app, orkestra_system;
      -- Who never came may be forgotten; who did is part of the history.
      CREATE POLICY users_forgotten ON users AS RESTRICTIVE FOR DELETE TO orkestra_app USING (invited_at IS NOT NULL);
      GRANT DELETE ON users TO orkestra_app;
      CREATE INDEX users_all_by_name ON users (tenant_id, display_name, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX users_all_by_name;
      REVOKE DELETE ON users FROM orkestra_app;
      DROP POLICY users_forgotten ON users;
      ALTER TABLE users DROP invited_at;
      DROP TABLE one_time_links;
    `);
  }
}
