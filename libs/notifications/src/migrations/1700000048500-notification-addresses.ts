import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where channels reach people beside their mailbox: accounts of chats, browsers, phones. */
export class NotificationAddresses1700000048500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_addresses (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel ~ '^[a-z][a-z0-9_]{0,30}$' AND channel NOT IN ('in_app', 'email')),
        -- What tells it from others of the channel, such as the account of a chat.
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 500),
        -- What people know it by.
        label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
        -- What the channel needs to reach it; sealed: see SECRETS_KEY.
        details bytea NOT NULL,
        key_id text NOT NULL,
        connected_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        -- One account is one person.
        UNIQUE (tenant_id, channel, key),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      CREATE INDEX notification_addresses_person ON notification_addresses (tenant_id, person_id, channel);
      CREATE INDEX notification_addresses_account ON notification_addresses (channel, key);
      ${protectTable('notification_addresses', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, DELETE',
      })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_addresses');
  }
}
