import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Business calendars, how groups give out their tasks, skills, capacity and absences. */
export class Assignment1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_calendars (
        tenant_id uuid NOT NULL REFERENCES tenants,
        key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
        name text NOT NULL,
        zone text NOT NULL,
        hours jsonb NOT NULL,
        holidays jsonb,
        closed_dates jsonb NOT NULL,
        open_dates jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, key)
      );
      ${protectTable('business_calendars', { app: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- Null in a group or tenant: that of the tenant, and then Orkestra's own.
      ALTER TABLE tenants
        ADD calendar_key text,
        ADD FOREIGN KEY (id, calendar_key) REFERENCES business_calendars (tenant_id, key);
      GRANT UPDATE (settings, calendar_key) ON tenants TO orkestra_app;
      ALTER TABLE groups
        ADD calendar_key text,
        ADD strategy text NOT NULL DEFAULT 'manual' CHECK (strategy IN ('manual', 'round-robin', 'least-loaded')),
        ADD escalation_chain jsonb,
        ADD FOREIGN KEY (tenant_id, calendar_key) REFERENCES business_calendars (tenant_id, key);

      -- Who was given a task by their group longest ago is next. Times of a clock can be equal, turns cannot.
      CREATE SEQUENCE assignment_turns;
      GRANT USAGE ON SEQUENCE assignment_turns TO orkestra_app;
      ALTER TABLE group_members ADD last_turn bigint;

      -- How many open tasks a user may be given by groups; null for any number.
      ALTER TABLE users ADD capacity integer CHECK (capacity BETWEEN 0 AND 10000);
      GRANT SELECT (capacity) ON users TO orkestra_app;

      CREATE TABLE user_skills (
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        skill text NOT NULL CHECK (skill = lower(skill)),
        PRIMARY KEY (tenant_id, user_id, skill),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      ${protectTable('user_skills', { app: 'SELECT, INSERT, DELETE' })};

      CREATE TABLE absences (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        substitute_id uuid,
        created_by_kind text NOT NULL CHECK (created_by_kind IN ('user', 'service', 'system')),
        created_by_id text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users,
        FOREIGN KEY (tenant_id, substitute_id) REFERENCES users,
        CHECK (ends_at > starts_at),
        CHECK (substitute_id <> user_id)
      );
      CREATE INDEX absences_user ON absences (tenant_id, user_id, ends_at);
      CREATE INDEX absences_substitute ON absences (tenant_id, substitute_id, ends_at) WHERE substitute_id IS NOT NULL;
      ${protectTable('absences', { app: 'SELECT, INSERT, DELETE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE absences, user_skills;
      ALTER TABLE users DROP capacity;
      ALTER TABLE group_members DROP last_turn;
      DROP SEQUENCE assignment_turns;
      ALTER TABLE groups DROP calendar_key, DROP strategy, DROP escalation_chain;
      REVOKE UPDATE (settings) ON tenants FROM orkestra_app;
      ALTER TABLE tenants DROP calendar_key;
      DROP TABLE business_calendars;
    `);
  }
}
