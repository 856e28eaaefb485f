import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes by which people connect accounts of channels. */
export class ConnectCodes1700000058000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_connect_codes (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel ~ '^[a-z][a-z0-9_]{0,30}$'),
        -- SHA-256; null once it is used.
        code_hash bytea,
        -- The account that a code was sent to, with the salt of the hash; sealed: see SECRETS_KEY.
        account bytea,
        key_id text,
        expires_at timestamptz NOT NULL,
        -- How often a wrong code was typed in.
        misses integer NOT NULL DEFAULT 0,
        -- How many codes were made since then.
        made integer NOT NULL,
        made_since timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, person_id, channel),
        CHECK ((account IS NULL) = (key_id IS NULL)),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      CREATE INDEX notification_connect_codes_code ON notification_connect_codes (channel, code_hash);
      ${protectTable('notification_connect_codes', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, UPDATE',
      })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_connect_codes');
  }
}
