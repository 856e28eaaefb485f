import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where programs are told of what happens, by what secret, and what they were told. */
export class Webhooks1700000049000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoints (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        url text NOT NULL CHECK (length(url) <= 2000),
        description text NOT NULL,
        -- Which types of events, and of which types of tasks; empty for all.
        event_types text[] NOT NULL,
        task_types text[] NOT NULL,
        with_content boolean NOT NULL,
        -- Null while it is on.
        disabled_reason text CHECK (disabled_reason IN ('turned_off', 'failing', 'gone')),
        disabled_at timestamptz,
        -- Since when nothing has arrived, and what went wrong last; null while things arrive.
        failing_since timestamptz,
        problem text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))
      );
      ${protectTable('webhook_endpoints', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE' })};

      -- Several while one takes over from another: each signs.
      CREATE TABLE webhook_secrets (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        secret bytea NOT NULL,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL,
        -- Null for the newest.
        ends_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX webhook_secrets_newest ON webhook_secrets (tenant_id, endpoint_id) WHERE ends_at IS NULL;
      CREATE INDEX webhook_secrets_endpoint ON webhook_secrets (tenant_id, endpoint_id);
      ${protectTable('webhook_secrets', { app: 'SELECT, INSERT, UPDATE (ends_at), DELETE', system: 'SELECT' })};

      -- A queue, and the log of what went through it: ids and answers, never what tasks say.
      CREATE TABLE webhook_deliveries (
        tenant_id uuid NOT NULL,
        -- What the program knows it by, however often it is sent.
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        event_id uuid NOT NULL,
        type text NOT NULL,
        -- Of one key, one after the other.
        ordering_key text NOT NULL,
        data jsonb NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'sent', 'dead')),
        -- Since it was written, or had tried again.
        attempts integer NOT NULL DEFAULT 0,
        available_at timestamptz NOT NULL,
        -- While somebody sends it.
        leased_until timestamptz,
        settled_at timestamptz,
        -- What was answered: the last few times.
        tries jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (tenant_id, id),
        -- Once for each endpoint, whatever is repeated.
        UNIQUE (tenant_id, endpoint_id, event_id),
        FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE,
        CHECK ((settled_at IS NULL) = (status = 'pending'))
      );
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (tenant_id, endpoint_id, available_at)
        WHERE status = 'pending';
      CREATE INDEX webhook_deliveries_order ON webhook_deliveries (tenant_id, endpoint_id, ordering_key, event_id)
        WHERE status = 'pending';
      CREATE INDEX webhook_deliveries_log ON webhook_deliveries (tenant_id, endpoint_id, id);
      CREATE INDEX webhook_deliveries_status ON webhook_deliveries (tenant_id, endpoint_id, status, id);
      CREATE INDEX webhook_deliveries_age ON webhook_deliveries (at);
      ${protectTable('webhook_deliveries', {
        app: `SELECT, INSERT, UPDATE (status, attempts, available_at, leased_until, settled_at, tries)`,
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_deliveries, webhook_secrets, webhook_endpoints');
  }
}
