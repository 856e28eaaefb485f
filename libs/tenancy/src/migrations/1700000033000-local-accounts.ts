import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, passkeys, the steps of a sign-in, sessions that people can tell apart, and mail that waits. */
export class LocalAccounts1700000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD method text NOT NULL DEFAULT 'password',
        ADD remote_address text,
        ADD user_agent text,
        -- When the person last proved who they are.
        ADD proven_at timestamptz NOT NULL DEFAULT now();
      ALTER TABLE sessions ALTER id DROP DEFAULT;
      CREATE UNIQUE INDEX sessions_id ON sessions (tenant_id, id);
      CREATE POLICY sessions_tenant ON sessions TO orkestra_app
        USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
      -- All but the hash of the token.
      GRANT SELECT (tenant_id, id, user_id, epoch, created_at, last_seen_at, expires_at, method, remote_address,
        user_agent, proven_at), UPDATE (epoch) ON sessions TO orkestra_app;
      -- Whether there is a password may be known to the tenant; its hash may not.
      ALTER TABLE users ADD has_password boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED;
      GRANT SELECT (session_epoch, has_password) ON users TO orkestra_app;

      -- The secret is sealed: see SECRETS_KEY. Without confirmed_at it is not in use yet.
      CREATE TABLE totp_factors (
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        secret bytea NOT NULL,
        key_id text NOT NULL,
        -- The step of time of the last code that was taken: none of it or before it is taken again.
        last_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        PRIMARY KEY (tenant_id, user_id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      ${protectTable('totp_factors', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, UPDATE (last_step)',
      })};

      CREATE TABLE passkeys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        -- What the authenticator calls it, in base64url.
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        backed_up boolean NOT NULL,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential_id);
      CREATE INDEX passkeys_user ON passkeys (tenant_id, user_id);
      ${protectTable('passkeys', {
        app: 'SELECT, INSERT, UPDATE (name), DELETE',
        system: 'SELECT, UPDATE (counter, last_used_at, backed_up)',
      })};

      CREATE TABLE recovery_codes (
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (tenant_id, user_id, code_hash),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      ${protectTable('recovery_codes', {
        app: 'SELECT, INSERT, DELETE',
        system: 'SELECT, UPDATE (used_at)',
      })};

      -- What waits for the next step: a password that was right and wants a second factor, or a passkey's challenge.
      -- Without a tenant while nobody knows yet who it is.
      CREATE TABLE sign_in_steps (
        ticket_hash bytea PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('second-factor', 'passkey-sign-in', 'passkey-registration')),
        tenant_id uuid REFERENCES tenants,
        user_id uuid,
        epoch integer,
        challenge text,
        -- Hash of the address that it was given to.
        bound_to bytea,
        expires_at timestamptz NOT NULL,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      CREATE INDEX sign_in_steps_user ON sign_in_steps (tenant_id, user_id);
      CREATE INDEX sign_in_steps_expiry ON sign_in_steps (expires_at);
      ${protectTable('sign_in_steps', { system: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- Mail that waits to be sent. It may hold links that let somebody in, so it is sealed, and gone once sent.
      CREATE TABLE mails (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        content bytea,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL,
        available_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        -- Given up for good; the content is gone then.
        failed_at timestamptz,
        problem text,
        PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX mails_due ON mails (available_at) WHERE failed_at IS NULL;
      ${protectTable('mails', { app: 'INSERT', system: 'SELECT, INSERT, UPDATE, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mails, sign_in_steps, recovery_codes, passkeys, totp_factors;
      REVOKE SELECT (session_epoch) ON users FROM orkestra_app;
      ALTER TABLE users DROP has_password;
      REVOKE ALL ON sessions FROM orkestra_app;
      DROP POLICY sessions_tenant ON sessions;
      ALTER TABLE sessions DROP id, DROP method, DROP remote_address, DROP user_agent, DROP proven_at;
    `);
  }
}
