import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people put beside a task while they work on it: comments, drafts of the answer, and files. */
export class TaskCollaboration1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE task_comments (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        author_kind text NOT NULL CHECK (author_kind IN ('user', 'service', 'system')),
        author_id text NOT NULL,
        author_name text NOT NULL,
        -- Null once the comment is deleted: what is left says that there was one.
        body text CHECK (char_length(body) BETWEEN 1 AND 10000),
        mentions uuid[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        operation_id text,
        request_digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by_kind text CHECK (deleted_by_kind IN ('user', 'service', 'system')),
        deleted_by_id text,
        deleted_by_name text,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        CHECK ((body IS NULL) = (deleted_at IS NOT NULL)),
        CHECK ((deleted_at IS NULL) = (deleted_by_id IS NULL))
      );
      CREATE INDEX task_comments_task ON task_comments (tenant_id, task_id, id);
      CREATE UNIQUE INDEX task_comments_operation ON task_comments (tenant_id, author_id, operation_id)
        WHERE operation_id IS NOT NULL;
      ${protectTable('task_comments', { app: 'SELECT, INSERT, UPDATE' })};

      -- The texts that a comment had before; they go when it is deleted.
      CREATE TABLE task_comment_versions (
        tenant_id uuid NOT NULL,
        comment_id uuid NOT NULL,
        version integer NOT NULL,
        body text NOT NULL,
        mentions uuid[] NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, comment_id, version),
        FOREIGN KEY (tenant_id, comment_id) REFERENCES task_comments
      );
      ${protectTable('task_comment_versions', { app: 'SELECT, INSERT, DELETE' })};

      -- A row outlives 'discard' (without data), so that a version is never given out twice.
      CREATE TABLE task_drafts (
        tenant_id uuid NOT NULL,
        task_id uuid NOT NULL,
        user_id uuid NOT NULL,
        -- json, not jsonb: a half-written answer comes back letter by letter, whatever is in it.
        data json,
        version integer NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, task_id, user_id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      ${protectTable('task_drafts', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, DELETE' })};

      CREATE TABLE task_attachments (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 255),
        content_type text NOT NULL,
        size integer NOT NULL CHECK (size > 0),
        digest bytea NOT NULL,
        file_key text NOT NULL,
        uploaded_by_kind text NOT NULL CHECK (uploaded_by_kind IN ('user', 'service', 'system')),
        uploaded_by_id text NOT NULL,
        uploaded_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, file_key),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks
      );
      CREATE INDEX task_attachments_task ON task_attachments (tenant_id, task_id, id);
      -- Nothing of an attachment changes, but only who may update a row may also lock it.
      ${protectTable('task_attachments', { app: 'SELECT, INSERT, UPDATE (name), DELETE' })};

      -- Files that belong to no attachment: not yet, while they are uploaded, or no longer. Whatever a crash leaves
      -- in the storage stands here, so that nobody ever has to list the storage.
      CREATE TABLE stray_files (
        tenant_id uuid NOT NULL REFERENCES tenants,
        file_key text NOT NULL,
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, file_key)
      );
      CREATE INDEX stray_files_age ON stray_files (noted_at);
      ${protectTable('stray_files', { app: 'SELECT, INSERT, DELETE', system: 'SELECT, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE stray_files, task_attachments, task_drafts, task_comment_versions, task_comments',
    );
  }
}
