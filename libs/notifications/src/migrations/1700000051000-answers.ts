import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people answer from outside the app. */
export class Answers1700000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every click and message that came, whatever became of it: ids and keys, no texts.
      CREATE TABLE answer_attempts (
        tenant_id uuid NOT NULL REFERENCES tenants,
        -- What let the person in: decisions and the audit log name it as their credential.
        id uuid NOT NULL,
        channel text NOT NULL CHECK (channel ~ '^[a-z][a-z0-9_]{0,30}$'),
        -- What the channel calls whoever acted, and the workspace there.
        account text CHECK (length(account) <= 200),
        team text CHECK (length(team) <= 200),
        acted_at timestamptz,
        received_at timestamptz NOT NULL,
        -- Null where nobody knows who it was.
        person_id uuid,
        task_id uuid,
        action text,
        -- SHA-256 of the channel and what it calls the click.
        click bytea NOT NULL,
        proved boolean NOT NULL,
        proof text NOT NULL,
        -- Null while it is looked at; it stays so where a process died.
        outcome text CHECK (outcome IN ('done', 'already_decided', 'not_allowed', 'changed', 'invalid', 'gone', 'inactive',
          'refused', 'failed')),
        code text,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX answer_attempts_click ON answer_attempts (tenant_id, click);
      CREATE INDEX answer_attempts_task ON answer_attempts (tenant_id, task_id, id);
      CREATE INDEX answer_attempts_age ON answer_attempts (received_at);
      ${protectTable('answer_attempts', {
        app: 'SELECT, INSERT, UPDATE (outcome, code)',
        system: 'SELECT, DELETE',
      })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE answer_attempts');
  }
}
