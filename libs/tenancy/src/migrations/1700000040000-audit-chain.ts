import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain of the audit log: sealed after commit, signed in checkpoints. */
export class AuditChain1700000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null until the event is sealed; no row changes after that.
      ALTER TABLE audit_events
        ADD COLUMN position bigint,
        -- Null again once the address, the operator's name and the details are erased.
        ADD COLUMN salt bytea,
        -- Of what may be erased, with the salt.
        ADD COLUMN erasable_digest bytea,
        ADD COLUMN entry_digest bytea,
        ADD CHECK (num_nulls(position, erasable_digest, entry_digest) IN (0, 3)),
        ADD CHECK (salt IS NULL OR position IS NOT NULL);
      CREATE UNIQUE INDEX audit_events_position ON audit_events (tenant_id, position);
      CREATE INDEX audit_events_unsealed ON audit_events (tenant_id, id) WHERE position IS NULL;
      GRANT SELECT, UPDATE (position, salt, erasable_digest, entry_digest) ON audit_events TO orkestra_system;
      CREATE POLICY audit_events_sealed_once ON audit_events AS RESTRICTIVE FOR UPDATE TO orkestra_system
        USING (position IS NULL) WITH CHECK (position IS NOT NULL);

      -- Public keys, also those that no longer sign.
      CREATE TABLE evidence_keys (
        id text PRIMARY KEY,
        public_key text NOT NULL,
        first_used_at timestamptz NOT NULL
      );
      ${protectTable('evidence_keys', { system: 'SELECT, INSERT' })};

      -- Nobody may change or delete a row.
      CREATE TABLE audit_checkpoints (
        tenant_id uuid NOT NULL REFERENCES tenants,
        from_position bigint NOT NULL,
        to_position bigint NOT NULL,
        sealed_at timestamptz NOT NULL,
        key_id text NOT NULL REFERENCES evidence_keys,
        -- Of its last entry, and of what was signed.
        head bytea NOT NULL,
        digest bytea NOT NULL,
        envelope jsonb NOT NULL,
        PRIMARY KEY (tenant_id, to_position),
        UNIQUE (tenant_id, from_position),
        CHECK (from_position BETWEEN 1 AND to_position)
      );
      ${protectTable('audit_checkpoints', { app: 'SELECT', system: 'SELECT, INSERT' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_checkpoints, evidence_keys;
      DROP POLICY audit_events_sealed_once ON audit_events;
      REVOKE SELECT ON audit_events FROM orkestra_system;
      ALTER TABLE audit_events
        DROP COLUMN position, DROP COLUMN salt, DROP COLUMN erasable_digest, DROP COLUMN entry_digest;
    `);
  }
}
