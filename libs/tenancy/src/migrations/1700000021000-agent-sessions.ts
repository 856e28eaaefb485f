import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of agents, so that any gateway goes on with one that another gateway opened. */
export class AgentSessions1700000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agent_sessions (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        principal_id uuid NOT NULL,
        client jsonb NOT NULL,
        watched text[] NOT NULL DEFAULT '{}',
        opened_at timestamptz NOT NULL,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX agent_sessions_principal ON agent_sessions (tenant_id, principal_id, used_at);
      CREATE INDEX agent_sessions_used ON agent_sessions (used_at);
      ${protectTable('agent_sessions', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agent_sessions');
  }
}
