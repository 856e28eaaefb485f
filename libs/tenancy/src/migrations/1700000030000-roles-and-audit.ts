import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Five roles in place of two; whoever was the first admin of a tenant is its owner. And the audit log. */
export class RolesAndAudit1700000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE users DROP CONSTRAINT users_role_check, ALTER role SET DEFAULT 'operator';
      UPDATE users SET role = 'operator' WHERE role = 'member';
      UPDATE users SET role = 'owner' FROM (
        SELECT DISTINCT ON (tenant_id) tenant_id, id FROM users WHERE role = 'admin' AND active
        ORDER BY tenant_id, created_at, id
      ) AS first WHERE users.tenant_id = first.tenant_id AND users.id = first.id;
      ALTER TABLE users ADD CONSTRAINT users_role_check
        CHECK (role IN ('owner', 'admin', 'operator', 'viewer', 'auditor'));
      ALTER TABLE users FORCE ROW LEVEL SECURITY;

      -- Nobody may change or delete a row.
      CREATE TABLE audit_events (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        action text NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'service', 'system', 'operator', 'anonymous')),
        actor_id text NOT NULL,
        on_behalf_of uuid,
        -- The id of the session or key that let the actor in.
        credential_id text,
        channel text NOT NULL,
        remote_address text,
        correlation_id text NOT NULL,
        target_kind text,
        target_id text,
        details jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX audit_events_target ON audit_events (tenant_id, target_kind, target_id, id);
      CREATE INDEX audit_events_actor ON audit_events (tenant_id, actor_id, id);
      CREATE INDEX audit_events_action ON audit_events (tenant_id, action, id);
      ${protectTable('audit_events', { app: 'SELECT, INSERT', system: 'INSERT' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_events;
      ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE users DROP CONSTRAINT users_role_check, ALTER role SET DEFAULT 'member';
      UPDATE users SET role = CASE WHEN role IN ('owner', 'admin') THEN 'admin' ELSE 'member' END;
      ALTER TABLE users ADD CONSTRAINT users_role_check CHECK (role IN ('member', 'admin'));
      ALTER TABLE users FORCE ROW LEVEL SECURITY;
    `);
  }
}
