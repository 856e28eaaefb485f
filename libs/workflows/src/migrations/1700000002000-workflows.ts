import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of workflow definitions and the executions that were started. */
export class Workflows1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Workers publish what they can run. A definition without a tenant is offered to every tenant.
      CREATE TABLE workflow_definitions (
        id uuid PRIMARY KEY,
        tenant_id uuid REFERENCES tenants,
        name text NOT NULL,
        version text NOT NULL,
        description text,
        input_schema jsonb,
        output_schema jsonb,
        task_queue text NOT NULL,
        published_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (tenant_id, name)
      );
      ALTER TABLE workflow_definitions ENABLE ROW LEVEL SECURITY;
      ALTER TABLE workflow_definitions FORCE ROW LEVEL SECURITY;
      CREATE POLICY workflow_definitions_tenant ON workflow_definitions TO orkestra_app
        USING (tenant_id IS NULL OR tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
      CREATE POLICY workflow_definitions_system ON workflow_definitions TO orkestra_system
        USING (true) WITH CHECK (true);
      GRANT SELECT ON workflow_definitions TO orkestra_app;
      GRANT SELECT, INSERT, UPDATE ON workflow_definitions TO orkestra_system;

      CREATE TABLE workflow_executions (
        tenant_id uuid NOT NULL REFERENCES tenants,
        -- Temporal's workflow id is '<tenant_id>/<key>'.
        key text NOT NULL,
        run_id text,
        type text NOT NULL,
        version text,
        task_queue text NOT NULL,
        status text NOT NULL CHECK (status IN
          ('starting', 'running', 'completed', 'failed', 'cancelled', 'terminated', 'timed_out')),
        request_digest bytea NOT NULL,
        input jsonb,
        result jsonb,
        error jsonb,
        started_by_kind text NOT NULL CHECK (started_by_kind IN ('user', 'service', 'system')),
        started_by_id text NOT NULL,
        started_by_name text NOT NULL,
        correlation_id text NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        started_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (tenant_id, key)
      );
      CREATE INDEX workflow_executions_recent ON workflow_executions (tenant_id, started_at DESC, key DESC);
      CREATE INDEX workflow_executions_starting ON workflow_executions (started_at) WHERE status = 'starting';
      ${protectTable('workflow_executions', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, UPDATE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE workflow_executions, workflow_definitions');
  }
}
