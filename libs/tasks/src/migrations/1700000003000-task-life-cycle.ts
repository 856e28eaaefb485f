import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suspension, approvals with several votes, and the steps that a task takes by itself as time passes. */
export class TaskLifeCycle1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks
        ADD started_by_id text,
        ADD conversation_id text,
        ADD approval boolean NOT NULL DEFAULT false,
        ADD quorum jsonb,
        -- Counts the versions of what is to be approved.
        ADD round smallint NOT NULL DEFAULT 1,
        ADD waiting_for text CHECK (waiting_for IN ('requester')),
        -- Whether the due date was counted in working hours.
        ADD calendar_due boolean NOT NULL DEFAULT false,
        ADD paused_at timestamptz,
        ADD resumes_at timestamptz,
        ADD CHECK ((status = 'SUSPENDED') = (suspended_from IS NOT NULL)),
        ADD CHECK ((status = 'SUSPENDED') = (paused_at IS NOT NULL));
      CREATE INDEX tasks_resumption ON tasks (resumes_at) WHERE resumes_at IS NOT NULL;
      CREATE INDEX tasks_owned ON tasks (tenant_id, owner_id, due_at, rank, id)
        WHERE closed_at IS NULL AND owner_id IS NOT NULL;

      ALTER TABLE task_payloads
        DROP CONSTRAINT task_payloads_kind_check,
        ADD CHECK (kind IN ('form', 'context', 'result', 'approval') OR kind ~ '^approval-[0-9]+$');

      ALTER TABLE task_decisions
        ADD round smallint NOT NULL DEFAULT 1,
        ADD reason text,
        ADD payload_digest bytea,
        DROP CONSTRAINT task_decisions_pkey,
        ADD PRIMARY KEY (tenant_id, task_id, round, voter_id);

      -- Why somebody did it, in their own words; apart from the changes, so that it can be erased.
      ALTER TABLE task_events ADD note text;

      -- What happens to a task as time passes, in the order of 'at'.
      CREATE TABLE task_steps (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        position smallint NOT NULL,
        action text NOT NULL CHECK (action IN ('notify', 'reassign', 'escalate', 'expire', 'breach')),
        at timestamptz NOT NULL,
        calendar boolean NOT NULL,
        user_id uuid,
        group_id uuid,
        if_unclaimed boolean NOT NULL,
        message text,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done', 'skipped')),
        settled_at timestamptz,
        PRIMARY KEY (tenant_id, task_id, position),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users,
        FOREIGN KEY (tenant_id, group_id) REFERENCES groups
      );
      ${protectTable('task_steps', { app: 'SELECT, INSERT, UPDATE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE task_steps;
      ALTER TABLE task_events DROP note;
      DELETE FROM task_decisions WHERE round > 1 OR vote = 'changes_requested';
      ALTER TABLE task_decisions DROP CONSTRAINT task_decisions_pkey,
        ADD PRIMARY KEY (tenant_id, task_id, voter_id),
        DROP round, DROP reason, DROP payload_digest;
      DROP INDEX tasks_resumption, tasks_owned;
      ALTER TABLE tasks DROP started_by_id, DROP conversation_id, DROP approval, DROP quorum, DROP round,
        DROP waiting_for, DROP calendar_due, DROP paused_at, DROP resumes_at;
    `);
  }
}
