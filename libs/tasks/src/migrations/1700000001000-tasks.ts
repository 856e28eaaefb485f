import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks, who may take them, what they carry, how they were decided, their history and the outbox. */
export class Tasks1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tasks (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        request_key text NOT NULL,
        spec_digest bytea NOT NULL,
        workflow_id text,
        run_id text,
        timer_workflow_id text,
        type text,
        title text NOT NULL,
        description text,
        status text NOT NULL CHECK (status IN
          ('READY', 'RESERVED', 'IN_PROGRESS', 'SUSPENDED', 'COMPLETED', 'CANCELLED', 'EXPIRED')),
        suspended_from text CHECK (suspended_from IN ('READY', 'RESERVED', 'IN_PROGRESS')),
        outcome text,
        outcome_reason text,
        priority smallint NOT NULL DEFAULT 50 CHECK (priority BETWEEN 0 AND 100),
        -- Turned round, so that (due_at, rank, id) sorts in one direction and a keyset is one row comparison.
        rank smallint NOT NULL GENERATED ALWAYS AS (100 - priority) STORED,
        -- Without a due date a task sorts behind all that have one; keysets need a value that compares.
        due_at timestamptz NOT NULL DEFAULT 'infinity',
        expires_at timestamptz NOT NULL,
        assignee_id uuid,
        owner_id uuid,
        group_id uuid,
        escalation_level smallint NOT NULL DEFAULT 0,
        decidable_by text NOT NULL DEFAULT 'people' CHECK (decidable_by IN ('people', 'anyone')),
        created_by_kind text NOT NULL CHECK (created_by_kind IN ('user', 'service', 'system')),
        created_by_id text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, request_key),
        FOREIGN KEY (tenant_id, assignee_id) REFERENCES users,
        FOREIGN KEY (tenant_id, owner_id) REFERENCES users,
        FOREIGN KEY (tenant_id, group_id) REFERENCES groups,
        CHECK ((closed_at IS NULL) = (status NOT IN ('COMPLETED', 'CANCELLED', 'EXPIRED')))
      );
      CREATE INDEX tasks_open ON tasks (tenant_id, due_at, rank, id) WHERE closed_at IS NULL;
      CREATE INDEX tasks_closed ON tasks (tenant_id, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
      CREATE INDEX tasks_mine ON tasks (tenant_id, assignee_id, due_at, rank, id) WHERE closed_at IS NULL;
      CREATE INDEX tasks_group ON tasks (tenant_id, group_id, due_at, rank, id) WHERE closed_at IS NULL;
      CREATE INDEX tasks_closed_mine ON tasks (tenant_id, assignee_id, closed_at DESC, id DESC)
        WHERE closed_at IS NOT NULL;
      CREATE INDEX tasks_closed_group ON tasks (tenant_id, group_id, closed_at DESC, id DESC)
        WHERE closed_at IS NOT NULL;
      CREATE INDEX tasks_workflow ON tasks (tenant_id, workflow_id, id) WHERE workflow_id IS NOT NULL;
      CREATE INDEX tasks_expiry ON tasks (expires_at) WHERE closed_at IS NULL;
      ${protectTable('tasks', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, UPDATE' })};

      -- A row per user or group that may claim, and per user who never may. The sort columns repeat the task's,
      -- and 'claimable' and 'open' its state, so that an inbox page is one index scan.
      CREATE TABLE task_candidates (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        principal_kind text NOT NULL CHECK (principal_kind IN ('user', 'group')),
        principal_id uuid NOT NULL,
        role text NOT NULL DEFAULT 'candidate' CHECK (role IN ('candidate', 'excluded')),
        claimable boolean NOT NULL,
        open boolean NOT NULL DEFAULT true,
        due_at timestamptz NOT NULL,
        rank smallint NOT NULL,
        PRIMARY KEY (tenant_id, task_id, role, principal_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks
      );
      CREATE INDEX task_candidates_inbox ON task_candidates (tenant_id, principal_id, due_at, rank, task_id)
        WHERE claimable AND role = 'candidate';
      CREATE INDEX task_candidates_open ON task_candidates (tenant_id, principal_id, due_at, rank, task_id)
        WHERE open AND role = 'candidate';
      CREATE INDEX task_candidates_excluded ON task_candidates (tenant_id, principal_id, task_id)
        WHERE role = 'excluded';
      ${protectTable('task_candidates', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE' })};

      -- What people and agents wrote lies apart, so that it can be encrypted, expire or be erased by itself.
      CREATE TABLE task_payloads (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('form', 'context', 'result')),
        body jsonb NOT NULL,
        digest bytea NOT NULL,
        key_id text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, task_id, kind),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks
      );
      ${protectTable('task_payloads', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })};

      CREATE TABLE task_decisions (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        voter_kind text NOT NULL CHECK (voter_kind IN ('user', 'service', 'system')),
        voter_id text NOT NULL,
        voter_name text NOT NULL,
        channel text NOT NULL,
        vote text NOT NULL,
        result_digest bytea,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, task_id, voter_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks
      );
      ${protectTable('task_decisions', { app: 'SELECT, INSERT', system: 'SELECT, INSERT' })};

      -- Append-only. The transaction id lets a reader resume after a cursor without missing late commits.
      CREATE TABLE task_events (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        revision integer NOT NULL,
        kind text NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'service', 'system')),
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        channel text NOT NULL,
        changes jsonb NOT NULL DEFAULT '{}',
        correlation_id text NOT NULL,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id, at)
      ) PARTITION BY RANGE (at);
      CREATE INDEX task_events_task ON task_events (tenant_id, task_id, id);
      CREATE INDEX task_events_since ON task_events (transaction_id, id);
      ${protectTable('task_events', { app: 'SELECT, INSERT', system: 'SELECT, INSERT' })};
      CREATE TABLE task_events_rest PARTITION OF task_events DEFAULT;
      ${protectTable('task_events_rest', {})};

      -- One transaction's answer per (principal, operationId), so that a repeated command is answered, not repeated.
      CREATE TABLE task_operations (
        tenant_id uuid NOT NULL REFERENCES tenants,
        principal_id text NOT NULL,
        operation_id text NOT NULL,
        request_digest bytea NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, principal_id, operation_id)
      );
      CREATE INDEX task_operations_age ON task_operations (created_at);
      ${protectTable('task_operations', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, DELETE' })};

      -- What must still reach Temporal. Rows are inserted leased (available_at lies ahead): the process that
      -- wrote one delivers it at once, the relay takes what is left.
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL REFERENCES tenants,
        task_id uuid NOT NULL,
        kind text NOT NULL,
        workflow_id text NOT NULL,
        correlation_id text NOT NULL,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'moot', 'dead')),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE INDEX outbox_due ON outbox (available_at, id) WHERE status = 'pending';
      CREATE INDEX outbox_task ON outbox (tenant_id, task_id, id);
      ${protectTable('outbox', { app: 'SELECT, INSERT', system: 'SELECT, UPDATE, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE outbox, task_operations, task_events, task_decisions, task_payloads, task_candidates, tasks',
    );
  }
}
