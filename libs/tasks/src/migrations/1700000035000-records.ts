import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom something was asked, who saw it first, and what a decision can show for itself. */
export class Records1700000035000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks ADD on_behalf_of uuid, ADD FOREIGN KEY (tenant_id, on_behalf_of) REFERENCES users;

      -- A requester may not approve what they have asked for, unless the tenant lets them.
      ALTER TABLE task_candidates
        DROP CONSTRAINT task_candidates_role_check,
        ADD CHECK (role IN ('candidate', 'excluded', 'requester'));
      CREATE INDEX task_candidates_requesters ON task_candidates (tenant_id, principal_id, task_id)
        WHERE role = 'requester' AND open;
      ${REQUESTERS_OF_OPEN_TASKS};

      ALTER TABLE tool_requests ADD on_behalf_of uuid, ADD FOREIGN KEY (tenant_id, on_behalf_of) REFERENCES users;
      ALTER TABLE tool_calls
        -- Until when an allowed call may be made.
        ADD valid_until timestamptz,
        ADD self_approval boolean NOT NULL DEFAULT false,
        ADD CHECK (valid_until IS NULL OR verdict = 'allowed');
      GRANT UPDATE (valid_until, self_approval) ON tool_calls TO orkestra_app;

      ALTER TABLE task_decisions
        -- When the decider saw the task first, and the digest of what they were shown last.
        ADD seen_at timestamptz,
        ADD shown_digest bytea,
        -- What let the decider in: the id of a session or key, the address, the client's name for itself.
        ADD evidence jsonb NOT NULL DEFAULT '{}',
        ADD verdict_until timestamptz,
        ADD self_approval boolean NOT NULL DEFAULT false;

      CREATE TABLE task_views (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        user_id uuid NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        -- Of the task, as it was shown last.
        revision integer NOT NULL,
        shown_digest bytea NOT NULL,
        PRIMARY KEY (tenant_id, task_id, user_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      ${protectTable('task_views', { app: 'SELECT, INSERT, UPDATE (last_seen_at, revision, shown_digest)' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE task_views;
      ALTER TABLE task_decisions DROP seen_at, DROP shown_digest, DROP evidence, DROP verdict_until,
        DROP self_approval;
      ALTER TABLE tool_calls DROP valid_until, DROP self_approval;
      ALTER TABLE tool_requests DROP on_behalf_of;
      DROP INDEX task_candidates_requesters;
      ALTER TABLE task_candidates NO FORCE ROW LEVEL SECURITY;
      DELETE FROM task_candidates WHERE role = 'requester';
      ALTER TABLE task_candidates FORCE ROW LEVEL SECURITY,
        DROP CONSTRAINT task_candidates_role_check, ADD CHECK (role IN ('candidate', 'excluded'));
      ALTER TABLE tasks DROP on_behalf_of;
    `);
  }
}

/** People who created an open approval, or started the workflow that asks for it. */
const REQUESTERS_OF_OPEN_TASKS = `
  ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE task_candidates NO FORCE ROW LEVEL SECURITY;
  INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
  SELECT DISTINCT t.tenant_id, t.id, 'user', u.id, 'requester', t.status = 'READY', t.due_at, t.rank
  FROM tasks t JOIN users u ON u.tenant_id = t.tenant_id AND u.id::text IN (t.created_by_id, t.started_by_id)
  WHERE t.closed_at IS NULL AND (t.approval OR t.type = 'tool-approval');
  ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
  ALTER TABLE users FORCE ROW LEVEL SECURITY;
  ALTER TABLE task_candidates FORCE ROW LEVEL SECURITY`;
