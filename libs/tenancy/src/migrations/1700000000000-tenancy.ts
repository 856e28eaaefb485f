import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants, people, groups, service principals, keys and sessions. */
export class Tenancy1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO orkestra_app, orkestra_system;

      CREATE TABLE tenants (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{0,62}$'),
        name text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenants_tenant ON tenants TO orkestra_app
        USING (id = nullif(current_setting('app.tenant', true), '')::uuid);
      CREATE POLICY tenants_system ON tenants TO orkestra_system USING (true) WITH CHECK (true);
      GRANT SELECT ON tenants TO orkestra_app;
      GRANT SELECT, INSERT, UPDATE ON tenants TO orkestra_system;

      CREATE TABLE users (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        -- Kept in lower case: under row-level security an index on lower(email) would not be used.
        email text NOT NULL CHECK (email = lower(email)),
        display_name text NOT NULL,
        password_hash text,
        role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin')),
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, email)
      );
      -- Only the role that signs people in reads hashes, and beside them only what says who a request comes from.
      ${protectTable('users', {
        app: 'SELECT (tenant_id, id, email, display_name, role, active, created_at), INSERT, UPDATE',
        system: 'SELECT (tenant_id, id, email, display_name, role, active, password_hash)',
      })};

      CREATE TABLE groups (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, key)
      );
      ${protectTable('groups', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT (tenant_id, id, key)' })};

      CREATE TABLE group_members (
        tenant_id uuid NOT NULL,
        group_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'supervisor')),
        PRIMARY KEY (tenant_id, user_id, group_id),
        FOREIGN KEY (tenant_id, group_id) REFERENCES groups,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      CREATE INDEX group_members_group ON group_members (tenant_id, group_id);
      ${protectTable('group_members', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT' })};

      CREATE TABLE service_principals (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        name text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, name)
      );
      ${protectTable('service_principals', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })};

      CREATE TABLE api_keys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        service_principal_id uuid NOT NULL,
        prefix text NOT NULL,
        key_hash bytea NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, service_principal_id) REFERENCES service_principals
      );
      CREATE UNIQUE INDEX api_keys_prefix ON api_keys (prefix);
      CREATE INDEX api_keys_principal ON api_keys (tenant_id, service_principal_id);
      ${protectTable('api_keys', {
        app: `SELECT (tenant_id, id, service_principal_id, prefix, scopes, created_at, expires_at, last_used_at,
          revoked_at), INSERT, UPDATE (revoked_at)`,
        system: 'SELECT, UPDATE (last_used_at)',
      })};

      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY,
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      CREATE INDEX sessions_user ON sessions (tenant_id, user_id);
      CREATE INDEX sessions_expiry ON sessions (expires_at);
      ${protectTable('sessions', { system: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- Failed sign-ins by hash of (tenant slug, e-mail) or of a remote address: known before any tenant is.
      CREATE TABLE sign_in_failures (
        subject bytea PRIMARY KEY,
        failures integer NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failures_expiry ON sign_in_failures (expires_at);
      ${protectTable('sign_in_failures', { system: 'SELECT, INSERT, UPDATE, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE sign_in_failures, sessions, api_keys, service_principals, group_members, groups, users, tenants',
    );
  }
}
