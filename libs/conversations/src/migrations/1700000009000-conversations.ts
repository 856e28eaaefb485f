import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations, their messages in order, and what the messages say. */
export class Conversations1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversations (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        request_key text NOT NULL,
        spec_digest bytea NOT NULL,
        channel text NOT NULL CHECK (channel IN ('chat', 'email', 'voice', 'sms', 'web', 'other')),
        title text CHECK (char_length(title) BETWEEN 1 AND 500),
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
        participants jsonb NOT NULL,
        metadata jsonb NOT NULL,
        created_by_kind text NOT NULL CHECK (created_by_kind IN ('user', 'service', 'system')),
        created_by_id text NOT NULL,
        created_by_name text NOT NULL,
        -- Also the number of the last message: whoever appends holds the row, so that no number is left out.
        message_count integer NOT NULL DEFAULT 0,
        input_tokens bigint NOT NULL DEFAULT 0,
        output_tokens bigint NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, request_key),
        CHECK ((closed_at IS NULL) = (status = 'open'))
      );
      -- Nothing that an append changes is in an index, so that it stays cheap.
      CREATE INDEX conversations_status ON conversations (tenant_id, status, id);
      CREATE INDEX conversations_channel ON conversations (tenant_id, channel, id);
      CREATE INDEX conversations_channel_status ON conversations (tenant_id, channel, status, id);
      ${protectTable('conversations', { app: 'SELECT, INSERT, UPDATE' })};

      CREATE TABLE messages (
        tenant_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('user', 'assistant', 'system', 'tool', 'operator')),
        author text CHECK (char_length(author) BETWEEN 1 AND 200),
        recorded_by_kind text NOT NULL CHECK (recorded_by_kind IN ('user', 'service', 'system')),
        recorded_by_id text NOT NULL,
        recorded_by_name text NOT NULL,
        input_tokens integer CHECK (input_tokens >= 0),
        output_tokens integer CHECK (output_tokens >= 0),
        model text CHECK (char_length(model) BETWEEN 1 AND 200),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, conversation_id, number),
        UNIQUE (tenant_id, id),
        FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
        CHECK ((input_tokens IS NULL) = (output_tokens IS NULL))
      );
      ${protectTable('messages', { app: 'SELECT, INSERT' })};

      -- What was said lies apart, so that it can be encrypted, expire or be erased by itself.
      CREATE TABLE message_payloads (
        tenant_id uuid NOT NULL,
        message_id uuid NOT NULL,
        body jsonb NOT NULL,
        digest bytea NOT NULL,
        key_id text,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, message_id),
        FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id)
      );
      ${protectTable('message_payloads', { app: 'SELECT, INSERT' })};

      -- Which messages a repeated append made the first time.
      CREATE TABLE message_appends (
        tenant_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        principal_id text NOT NULL,
        operation_id text NOT NULL,
        request_digest bytea NOT NULL,
        first_number integer NOT NULL,
        last_number integer NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, conversation_id, principal_id, operation_id),
        FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations
      );
      ${protectTable('message_appends', { app: 'SELECT, INSERT' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_appends, message_payloads, messages, conversations');
  }
}
