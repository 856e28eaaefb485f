import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with names, rotation, an allow-list of addresses and a person behind them; their uses; shared rate limits. */
export class KeysAndLimits1700000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_keys
        ADD COLUMN name text NOT NULL DEFAULT '',
        ADD COLUMN created_by uuid,
        -- Empty where the key may be used from anywhere.
        ADD COLUMN allowed_networks text[] NOT NULL DEFAULT '{}',
        ADD COLUMN requests_per_minute integer CHECK (requests_per_minute > 0),
        ADD COLUMN on_behalf_of uuid,
        ADD COLUMN rotated_at timestamptz,
        ADD COLUMN replaced_by uuid,
        ADD FOREIGN KEY (tenant_id, created_by) REFERENCES users,
        ADD FOREIGN KEY (tenant_id, on_behalf_of) REFERENCES users,
        ADD FOREIGN KEY (tenant_id, replaced_by) REFERENCES api_keys;
      GRANT SELECT (name, created_by, allowed_networks, requests_per_minute, on_behalf_of, rotated_at, replaced_by),
        UPDATE (name, allowed_networks, requests_per_minute, on_behalf_of, rotated_at, replaced_by, expires_at)
        ON api_keys TO orkestra_app;

      CREATE TABLE api_key_uses (
        tenant_id uuid NOT NULL,
        key_id uuid NOT NULL,
        day date NOT NULL,
        -- Empty where it was not known.
        address text NOT NULL,
        count bigint NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, key_id, day, address),
        FOREIGN KEY (tenant_id, key_id) REFERENCES api_keys
      );
      CREATE INDEX api_key_uses_day ON api_key_uses (day);
      ${protectTable('api_key_uses', { app: 'SELECT', system: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- What the action begins with: \`key\` of \`key.created\`.
      ALTER TABLE audit_events ADD COLUMN area text NOT NULL GENERATED ALWAYS AS (split_part(action, '.', 1)) STORED;
      CREATE INDEX audit_events_area ON audit_events (tenant_id, area, id);

      -- The columns are those that the library writes. What is lost in a crash are counts of a minute.
      CREATE UNLOGGED TABLE rate_limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX rate_limits_expiry ON rate_limits (expire);
      ${protectTable('rate_limits', { system: 'SELECT, INSERT, UPDATE, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rate_limits, api_key_uses;
      ALTER TABLE audit_events DROP COLUMN area;
      REVOKE UPDATE (expires_at) ON api_keys FROM orkestra_app;
      ALTER TABLE api_keys DROP COLUMN name, DROP COLUMN created_by, DROP COLUMN allowed_networks,
        DROP COLUMN requests_per_minute, DROP COLUMN on_behalf_of, DROP COLUMN rotated_at, DROP COLUMN replaced_by;
    `);
  }
}
