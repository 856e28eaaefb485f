import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tool calls that agents ask people about, and what people have allowed for longer than one call. */
export class ToolApprovals1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tool_requests (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        request_key text NOT NULL,
        request_digest bytea NOT NULL,
        agent_kind text NOT NULL CHECK (agent_kind IN ('user', 'service', 'system')),
        agent_id text NOT NULL,
        agent_name text NOT NULL,
        -- Null where standing rules cover every call.
        task_id uuid,
        -- Of what people are asked; a decision names it.
        digest bytea,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, agent_kind, agent_id, request_key),
        UNIQUE (tenant_id, task_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        CHECK ((task_id IS NULL) = (digest IS NULL))
      );
      ${protectTable('tool_requests', { app: 'SELECT, INSERT, UPDATE (task_id, digest)' })};

      CREATE TABLE tool_calls (
        tenant_id uuid NOT NULL,
        request_id uuid NOT NULL,
        position smallint NOT NULL,
        call_id text NOT NULL CHECK (char_length(call_id) BETWEEN 1 AND 100),
        tool text NOT NULL CHECK (char_length(tool) BETWEEN 1 AND 200),
        digest bytea NOT NULL,
        risk text NOT NULL CHECK (risk IN ('low', 'medium', 'high', 'critical')),
        similar_by text[] NOT NULL DEFAULT '{}',
        verdict text NOT NULL DEFAULT 'pending' CHECK (verdict IN ('pending', 'allowed', 'denied')),
        decided_by_kind text CHECK (decided_by_kind = 'user'),
        decided_by_id text,
        decided_by_name text,
        decided_at timestamptz,
        -- The standing rule that allowed it, where one did.
        rule_id uuid,
        PRIMARY KEY (tenant_id, request_id, call_id),
        FOREIGN KEY (tenant_id, request_id) REFERENCES tool_requests,
        CHECK ((verdict = 'pending') = (decided_at IS NULL)),
        CHECK ((verdict = 'pending') = (decided_by_id IS NULL)),
        CHECK (rule_id IS NULL OR verdict = 'allowed')
      );
      CREATE INDEX tool_calls_rule ON tool_calls (tenant_id, rule_id, request_id, position)
        WHERE rule_id IS NOT NULL;
      ${protectTable('tool_calls', {
        app: `SELECT, INSERT, UPDATE (verdict, decided_by_kind, decided_by_id, decided_by_name, decided_at)`,
      })};

      -- What agents and people wrote lies apart, as the payloads of tasks do.
      CREATE TABLE tool_call_payloads (
        tenant_id uuid NOT NULL,
        request_id uuid NOT NULL,
        call_id text NOT NULL,
        arguments jsonb NOT NULL,
        reason text,
        message text,
        key_id text,
        PRIMARY KEY (tenant_id, request_id, call_id),
        FOREIGN KEY (tenant_id, request_id, call_id) REFERENCES tool_calls
      );
      ${protectTable('tool_call_payloads', { app: 'SELECT, INSERT, UPDATE (message)' })};

      CREATE TABLE standing_rules (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        agent_id text NOT NULL,
        agent_name text NOT NULL,
        tool text NOT NULL,
        -- The arguments that must stay the same; none: all of them, exactly.
        argument_names text[] NOT NULL,
        arguments_digest bytea NOT NULL,
        -- The highest that it covers; critical never is.
        risk text NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
        -- The call that it was granted with, which holds the values.
        task_id uuid NOT NULL,
        request_id uuid NOT NULL,
        call_id text NOT NULL,
        -- Whose supervisors see it, and may revoke it.
        group_ids uuid[] NOT NULL,
        granted_by_id uuid NOT NULL,
        granted_by_name text NOT NULL,
        granted_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_by_id uuid,
        revoked_by_name text,
        revoked_at timestamptz,
        use_count integer NOT NULL DEFAULT 0,
        last_used_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, request_id, call_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        FOREIGN KEY (tenant_id, request_id, call_id) REFERENCES tool_calls,
        FOREIGN KEY (tenant_id, granted_by_id) REFERENCES users,
        FOREIGN KEY (tenant_id, revoked_by_id) REFERENCES users,
        CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '2160 hours'),
        CHECK ((revoked_at IS NULL) = (revoked_by_id IS NULL))
      );
      CREATE INDEX standing_rules_agent ON standing_rules (tenant_id, agent_id, tool, expires_at)
        WHERE revoked_at IS NULL;
      CREATE INDEX standing_rules_expiry ON standing_rules (tenant_id, expires_at, id);
      ${protectTable('standing_rules', {
        app: `SELECT, INSERT, UPDATE (revoked_by_id, revoked_by_name, revoked_at, use_count, last_used_at)`,
      })};
      ALTER TABLE tool_calls ADD FOREIGN KEY (tenant_id, rule_id) REFERENCES standing_rules;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tool_calls DROP CONSTRAINT tool_calls_tenant_id_rule_id_fkey;
      DROP TABLE standing_rules, tool_call_payloads, tool_calls, tool_requests;
    `);
  }
}
