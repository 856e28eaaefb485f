import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of a tenant's own, and in which language people are told. */
export class NotificationTemplates1700000055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_templates (
        tenant_id uuid NOT NULL REFERENCES tenants,
        channel text NOT NULL CHECK (channel ~ '^[a-z][a-z0-9_]{0,30}$' AND channel <> 'in_app'),
        -- Of what it tells; '*' for all that have none of their own.
        kind text NOT NULL,
        -- As BCP 47 has it, such as de or de-CH.
        language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
        subject text NOT NULL,
        body text NOT NULL,
        -- What it was before the last change, to go back to.
        before jsonb,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL,
        -- Why it could not be used last; the built-in one went out instead. Null once it is changed.
        problem text,
        problem_at timestamptz,
        PRIMARY KEY (tenant_id, channel, kind, language)
      );
      ${protectTable('notification_templates', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, UPDATE (problem, problem_at)',
      })};

      CREATE TABLE notification_languages (
        tenant_id uuid NOT NULL REFERENCES tenants,
        -- Of people who have not chosen.
        language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
        PRIMARY KEY (tenant_id)
      );
      ${protectTable('notification_languages', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT',
      })};

      -- Null for the tenant's.
      ALTER TABLE notification_settings ADD COLUMN language text CHECK (length(language) BETWEEN 2 AND 35);
      ALTER TABLE notification_settings ALTER COLUMN time_zone SET DEFAULT 'UTC';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification_settings ALTER COLUMN time_zone DROP DEFAULT;
      ALTER TABLE notification_settings DROP COLUMN language;
      DROP TABLE notification_languages, notification_templates;
    `);
  }
}
