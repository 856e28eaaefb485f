import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Connections to the directories of tenants, the domains that they speak for, and who has come through them. */
export class SingleSignOn1700000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sso_connections (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('oidc', 'saml')),
        name text NOT NULL,
        enabled boolean NOT NULL DEFAULT false,
        config jsonb NOT NULL,
        mapping jsonb NOT NULL,
        -- Whether who is not in the tenant yet comes in.
        provisions boolean NOT NULL,
        -- Whether it was an owner who last had a hand in it: else an admin could become one by a directory of their own.
        admits_owners boolean NOT NULL,
        -- Sealed: see SECRETS_KEY.
        secret bytea,
        key_id text,
        status text NOT NULL DEFAULT 'untested' CHECK (status IN ('untested', 'working', 'failing')),
        problem text,
        last_used_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX sso_connections_id ON sso_connections (id);
      ${protectTable('sso_connections', {
        app: `SELECT (tenant_id, id, kind, name, enabled, config, mapping, provisions, admits_owners, key_id, status, problem,
          last_used_at, created_at, updated_at), INSERT, UPDATE, DELETE`,
        system: 'SELECT, UPDATE (status, problem, last_used_at)',
      })};

      CREATE TABLE sso_domains (
        tenant_id uuid NOT NULL REFERENCES tenants,
        domain text NOT NULL CHECK (domain = lower(domain)),
        connection_id uuid,
        -- What its owner publishes; public by nature.
        proof text NOT NULL,
        verified_at timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, domain),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES sso_connections ON DELETE SET NULL (connection_id)
      );
      -- Whoever runs into it has proved that the domain is theirs.
      CREATE UNIQUE INDEX sso_domains_verified ON sso_domains (domain) WHERE verified_at IS NOT NULL;
      CREATE INDEX sso_domains_connection ON sso_domains (tenant_id, connection_id);
      ${protectTable('sso_domains', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT' })};

      CREATE TABLE external_identities (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL,
        claims_digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        last_sign_in_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, connection_id, subject),
        -- One account of a directory is one person: who gets the address of somebody who has left is not them.
        UNIQUE (tenant_id, user_id, connection_id),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES sso_connections ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
      );
      ${protectTable('external_identities', { app: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- Ids of messages that count once, until they are too old to count at all.
      CREATE TABLE sso_spent_messages (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        message_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, connection_id, message_hash),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES sso_connections ON DELETE CASCADE
      );
      CREATE INDEX sso_spent_messages_expiry ON sso_spent_messages (expires_at);
      ${protectTable('sso_spent_messages', { system: 'SELECT, INSERT, DELETE' })};

      -- Round trips that sign nobody in.
      CREATE TABLE sso_tests (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id uuid NOT NULL,
        started_by uuid NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        result jsonb,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES sso_connections ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, started_by) REFERENCES users ON DELETE CASCADE
      );
      CREATE INDEX sso_tests_connection ON sso_tests (tenant_id, connection_id);
      CREATE INDEX sso_tests_person ON sso_tests (tenant_id, started_by);
      ${protectTable('sso_tests', { app: 'SELECT, INSERT, UPDATE (finished_at, result), DELETE' })};

      ALTER TABLE sessions
        ADD sso_connection_id uuid,
        ADD sso_subject text,
        -- What the directory calls the session.
        ADD sso_session text,
        -- What the directory wants to see at sign-out; sealed.
        ADD sso_hint bytea,
        ADD sso_hint_key_id text;
      CREATE INDEX sessions_sso ON sessions (tenant_id, sso_connection_id) WHERE sso_connection_id IS NOT NULL;

      ALTER TABLE sign_in_steps
        ADD data jsonb,
        DROP CONSTRAINT sign_in_steps_purpose_check,
        ADD CONSTRAINT sign_in_steps_purpose_check
          CHECK (purpose IN ('second-factor', 'passkey-sign-in', 'passkey-registration', 'sso'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM sign_in_steps WHERE purpose = 'sso';
      ALTER TABLE sign_in_steps
        DROP data,
        DROP CONSTRAINT sign_in_steps_purpose_check,
        ADD CONSTRAINT sign_in_steps_purpose_check
          CHECK (purpose IN ('second-factor', 'passkey-sign-in', 'passkey-registration'));
      DROP INDEX sessions_sso;
      ALTER TABLE sessions DROP sso_connection_id, DROP sso_subject, DROP sso_session, DROP sso_hint, DROP sso_hint_key_id;
      DROP TABLE sso_tests, sso_spent_messages, external_identities, sso_domains, sso_connections;
    `);
  }
}
