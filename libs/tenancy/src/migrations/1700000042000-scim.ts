import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Connections by which a directory provisions people and groups, and which of them it looks after. */
export class Scim1700000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scim_connections (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        name text NOT NULL,
        enabled boolean NOT NULL DEFAULT true,
        -- Whether an owner made it, so that it may look after owners.
        manages_owners boolean NOT NULL,
        created_at timestamptz NOT NULL,
        -- No foreign key: people refer to connections, and a circle could not be deleted.
        created_by uuid,
        last_used_at timestamptz,
        ended_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      );
      ${protectTable('scim_connections', {
        app: 'SELECT, INSERT, UPDATE (name, enabled, ended_at)',
        system: 'SELECT, UPDATE (last_used_at)',
      })};

      CREATE TABLE scim_tokens (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        prefix text NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL,
        -- Null for the one that counts until it is rotated.
        expires_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES scim_connections
      );
      CREATE UNIQUE INDEX scim_tokens_prefix ON scim_tokens (prefix);
      CREATE INDEX scim_tokens_connection ON scim_tokens (tenant_id, connection_id);
      ${protectTable('scim_tokens', {
        app: `SELECT (tenant_id, id, connection_id, prefix, created_at, expires_at), INSERT, UPDATE (expires_at), DELETE`,
        system: 'SELECT',
      })};

      CREATE TABLE scim_role_mappings (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        -- As the directory calls the group, in small letters.
        group_name text NOT NULL CHECK (group_name = lower(group_name)),
        role text NOT NULL CHECK (role IN ('admin', 'operator', 'viewer', 'auditor')),
        PRIMARY KEY (tenant_id, connection_id, group_name),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES scim_connections
      );
      ${protectTable('scim_role_mappings', { app: 'SELECT, INSERT, DELETE' })};

      ALTER TABLE users
        ADD managed_by text NOT NULL DEFAULT 'local' CHECK (managed_by IN ('local', 'scim')),
        ADD scim_connection_id uuid,
        ADD external_id text,
        -- In small letters; as it was written it stands in the profile.
        ADD user_name text CHECK (user_name = lower(user_name)),
        -- What the attribute "roles" says; null where it says nothing that is a role here.
        ADD scim_role text CHECK (scim_role IN ('admin', 'operator', 'viewer', 'auditor')),
        ADD directory_profile jsonb NOT NULL DEFAULT '{}',
        ADD revision integer NOT NULL DEFAULT 1,
        ADD updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CHECK ((managed_by = 'scim') = (scim_connection_id IS NOT NULL)),
        ADD FOREIGN KEY (tenant_id, scim_connection_id) REFERENCES scim_connections;
      CREATE UNIQUE INDEX users_user_name ON users (tenant_id, scim_connection_id, user_name);
      CREATE UNIQUE INDEX users_external_id ON users (tenant_id, scim_connection_id, external_id);
      CREATE INDEX users_scim ON users (tenant_id, scim_connection_id, id);
      GRANT SELECT (managed_by, scim_connection_id, external_id, user_name, scim_role, directory_profile, revision,
        updated_at) ON users TO orkestra_app;
      GRANT SELECT (managed_by) ON users TO orkestra_system;

      ALTER TABLE groups
        ADD managed_by text NOT NULL DEFAULT 'local' CHECK (managed_by IN ('local', 'scim')),
        ADD scim_connection_id uuid,
        ADD external_id text,
        ADD revision integer NOT NULL DEFAULT 1,
        ADD updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CHECK ((managed_by = 'scim') = (scim_connection_id IS NOT NULL)),
        ADD FOREIGN KEY (tenant_id, scim_connection_id) REFERENCES scim_connections;
      CREATE UNIQUE INDEX groups_external_id ON groups (tenant_id, scim_connection_id, external_id);
      CREATE INDEX groups_scim ON groups (tenant_id, scim_connection_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE groups DROP managed_by, DROP scim_connection_id, DROP external_id, DROP revision, DROP updated_at;
      ALTER TABLE users DROP managed_by, DROP scim_connection_id, DROP external_id, DROP user_name, DROP scim_role,
        DROP directory_profile, DROP revision, DROP updated_at;
      DROP TABLE scim_role_mappings, scim_tokens, scim_connections;
    `);
  }
}
