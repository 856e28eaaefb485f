import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beside the zone, which it has already. */
const OF_CALENDARS = 'tenant_id, key, hours, holidays, closed_dates, open_dates';

/** What a person wants otherwise for one group, agent or workflow; how long a channel waits; hours of a calendar. */
export class NotificationRules1700000056000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_rules (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        subject_kind text NOT NULL CHECK (subject_kind IN ('agent', 'task_type', 'workflow', 'group')),
        -- The id of the agent or group, or the type of the task or workflow.
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
        -- '*' for all.
        kind text NOT NULL,
        channel text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('off', 'on', 'hourly', 'daily')),
        PRIMARY KEY (tenant_id, person_id, subject_kind, subject, kind, channel),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      ${protectTable('notification_rules', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, DELETE',
      })};

      CREATE TABLE notification_delays (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        channel text NOT NULL,
        delay_seconds integer NOT NULL CHECK (delay_seconds BETWEEN 0 AND 604800),
        PRIMARY KEY (tenant_id, person_id, channel),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      ${protectTable('notification_delays', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT',
      })};

      -- The key of the calendar outside whose hours it is quiet. Without a foreign key: a calendar may go, and then counts no more.
      ALTER TABLE notification_settings ADD COLUMN quiet_calendar text CHECK (length(quiet_calendar) BETWEEN 1 AND 100);
      GRANT SELECT (${OF_CALENDARS}) ON business_calendars TO orkestra_system;

      -- What one person is told of the same kind by the same actor: seventy in a minute are one message.
      CREATE INDEX notification_deliveries_burst
        ON notification_deliveries (tenant_id, person_id, channel, kind, actor_id, available_at)
        WHERE NOT bundled;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX notification_deliveries_burst;
      REVOKE SELECT (${OF_CALENDARS}) ON business_calendars FROM orkestra_system;
      ALTER TABLE notification_settings DROP COLUMN quiet_calendar;
      DROP TABLE notification_delays, notification_rules;
    `);
  }
}
