import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an account, each invited to one task. */
export class Guests1700000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_guests (
        tenant_id uuid NOT NULL,
        -- Whom decisions, comments and the history name as their actor.
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        email text NOT NULL CHECK (email = lower(email) AND length(email) <= 320),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        actions text[] NOT NULL CHECK (actions <@ '{approve,reject,complete,comment}' AND cardinality(actions) > 0),
        invited_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- SHA-256 of the link, until it is used, and of the session that it was changed for.
        link_hash bytea,
        session_hash bytea,
        arrived_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid,
        PRIMARY KEY (tenant_id, id),
        -- They go with their task.
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks ON DELETE CASCADE,
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
        CHECK (revoked_at IS NULL OR (link_hash IS NULL AND session_hash IS NULL))
      );
      CREATE INDEX task_guests_task ON task_guests (tenant_id, task_id, id);
      CREATE UNIQUE INDEX task_guests_link ON task_guests (link_hash) WHERE link_hash IS NOT NULL;
      CREATE UNIQUE INDEX task_guests_session ON task_guests (session_hash) WHERE session_hash IS NOT NULL;
      ${protectTable('task_guests', {
        app: 'SELECT (tenant_id, id, task_id, email, name, actions, invited_by, created_at, expires_at, arrived_at, revoked_at), INSERT, UPDATE (link_hash, session_hash, revoked_at, revoked_by)',
        system: 'SELECT, UPDATE (link_hash, session_hash, arrived_at)',
      })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE task_guests');
  }
}
