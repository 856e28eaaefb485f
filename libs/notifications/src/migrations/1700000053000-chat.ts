import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slack and Teams: what a tenant has installed, which accounts want to be linked, and which messages tell of a task. */
export class Chat1700000053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat_installations (
        tenant_id uuid NOT NULL REFERENCES tenants,
        channel text NOT NULL CHECK (channel IN ('slack', 'teams')),
        -- The workspace of Slack, the organisation of Microsoft. Several tenants may have the same.
        team_id text NOT NULL,
        team_name text NOT NULL,
        -- What is no secret: the id of the bot and of the app.
        config jsonb NOT NULL,
        secrets bytea NOT NULL,
        key_id text NOT NULL,
        status text NOT NULL CHECK (status IN ('connected', 'broken')),
        problem text,
        connected_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, channel),
        CHECK ((problem IS NULL) = (status = 'connected'))
      );
      CREATE INDEX chat_installations_team ON chat_installations (channel, team_id);
      ${protectTable('chat_installations', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, UPDATE (status, problem)',
      })};

      -- An account that wants to be linked; whoever signs in with the token and confirms is its person.
      CREATE TABLE chat_link_requests (
        tenant_id uuid NOT NULL,
        channel text NOT NULL,
        team_id text NOT NULL,
        account_id text NOT NULL,
        account_name text NOT NULL,
        -- What the bot needs to reach it beside its id.
        reach jsonb NOT NULL DEFAULT '{}',
        token_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, channel, team_id, account_id),
        UNIQUE (tenant_id, token_hash),
        FOREIGN KEY (tenant_id, channel) REFERENCES chat_installations ON DELETE CASCADE
      );
      CREATE INDEX chat_link_requests_age ON chat_link_requests (expires_at);
      ${protectTable('chat_link_requests', {
        app: 'SELECT, DELETE',
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};

      -- A message that tells one person of one task, to be changed when the task does. Its id is the delivery's.
      CREATE TABLE chat_messages (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        channel text NOT NULL,
        person_id uuid NOT NULL,
        task_id uuid NOT NULL,
        -- What it tells of, to be put into words again.
        item jsonb NOT NULL,
        -- Where it is; null until it was sent.
        conversation_id text,
        message_id text,
        created_at timestamptz NOT NULL,
        -- When it is to be changed; null while it shows how things are.
        stale_at timestamptz,
        -- Counts what made it stale: what happens while it is changed is not lost.
        revision integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        -- Nothing about it changes any more.
        done boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, channel) REFERENCES chat_installations ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      CREATE INDEX chat_messages_task ON chat_messages (tenant_id, task_id) WHERE NOT done;
      CREATE INDEX chat_messages_stale ON chat_messages (stale_at)
        WHERE stale_at IS NOT NULL AND message_id IS NOT NULL AND NOT done;
      CREATE INDEX chat_messages_age ON chat_messages (created_at);
      ${protectTable('chat_messages', { system: 'SELECT, INSERT, UPDATE, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chat_messages, chat_link_requests, chat_installations');
  }
}
