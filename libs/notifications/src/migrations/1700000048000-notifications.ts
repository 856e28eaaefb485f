import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: what happened, whom to tell by which channel, and how they want it. */
export class Notifications1700000048000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A queue: a row lives until the worker has found out whom to tell. Keys and ids, never a text.
      CREATE TABLE notification_events (
        -- The id of the task event, message or outbox row that it is about; else a new one.
        id uuid PRIMARY KEY,
        -- Without a foreign key, as events of tasks: it would be asked for at every change of a task.
        tenant_id uuid NOT NULL,
        kind text NOT NULL,
        task_id uuid,
        workflow_key text,
        conversation_id uuid,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL,
        -- Null until it has failed once.
        available_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        problem text
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
      ${protectTable('notification_events', { app: 'INSERT', system: 'SELECT, INSERT, UPDATE, DELETE' })};

      -- What a person sees in the app; the event is the id, and tells the time.
      CREATE TABLE notifications (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        event_id uuid NOT NULL,
        kind text NOT NULL,
        task_id uuid,
        workflow_key text,
        conversation_id uuid,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        -- How many events it stands for.
        count integer NOT NULL DEFAULT 1,
        at timestamptz NOT NULL,
        read_at timestamptz,
        PRIMARY KEY (tenant_id, person_id, event_id),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      CREATE INDEX notifications_unread ON notifications (tenant_id, person_id, event_id) WHERE read_at IS NULL;
      -- What is not read yet of the same kind for the same task is told together.
      CREATE UNIQUE INDEX notifications_subject ON notifications (tenant_id, person_id, kind, task_id) WHERE read_at IS NULL;
      CREATE INDEX notifications_age ON notifications (at);
      ${protectTable('notifications', {
        app: 'SELECT, UPDATE (read_at)',
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};

      CREATE TABLE notification_deliveries (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        event_id uuid NOT NULL,
        person_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel ~ '^[a-z][a-z0-9_]{0,30}$' AND channel <> 'in_app'),
        kind text NOT NULL,
        task_id uuid,
        workflow_key text,
        conversation_id uuid,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        count integer NOT NULL DEFAULT 1,
        -- Whether it goes out together with others of the person that are due.
        bundled boolean NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'dropped', 'dead')),
        -- Why it was dropped, or what went wrong last.
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        available_at timestamptz NOT NULL,
        settled_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        -- Once for each person and channel, whatever is repeated.
        UNIQUE (tenant_id, event_id, person_id, channel),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users,
        CHECK ((settled_at IS NULL) = (status = 'pending'))
      );
      -- A worker settles those of all tenants, by what it leased.
      CREATE UNIQUE INDEX notification_deliveries_id ON notification_deliveries (id);
      CREATE INDEX notification_deliveries_due ON notification_deliveries (available_at) WHERE status = 'pending';
      -- What nobody has tried to send yet goes out together.
      CREATE UNIQUE INDEX notification_deliveries_subject
        ON notification_deliveries (tenant_id, person_id, channel, kind, task_id) WHERE status = 'pending' AND attempts = 0;
      CREATE INDEX notification_deliveries_log ON notification_deliveries (tenant_id, status, id DESC);
      CREATE INDEX notification_deliveries_age ON notification_deliveries (settled_at) WHERE settled_at IS NOT NULL;
      ${protectTable('notification_deliveries', {
        app: 'SELECT, UPDATE (status, attempts, available_at, settled_at)',
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};

      CREATE TABLE notification_preferences (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        channel text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('off', 'on', 'hourly', 'daily')),
        -- Null for the default of the channel.
        delay_seconds integer CHECK (delay_seconds BETWEEN 0 AND 604800),
        PRIMARY KEY (tenant_id, person_id, kind, channel),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users
      );
      ${protectTable('notification_preferences', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT, INSERT, UPDATE, DELETE',
      })};

      CREATE TABLE notification_settings (
        tenant_id uuid NOT NULL,
        person_id uuid NOT NULL,
        time_zone text NOT NULL,
        -- Minutes after midnight; both null without quiet hours. From after until: over midnight.
        quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439),
        quiet_until smallint CHECK (quiet_until BETWEEN 0 AND 1439),
        quiet_weekends boolean NOT NULL DEFAULT false,
        digest_at smallint NOT NULL DEFAULT 480 CHECK (digest_at BETWEEN 0 AND 1439),
        PRIMARY KEY (tenant_id, person_id),
        FOREIGN KEY (tenant_id, person_id) REFERENCES users,
        CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
      );
      ${protectTable('notification_settings', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT',
      })};

      CREATE TABLE notification_defaults (
        tenant_id uuid NOT NULL REFERENCES tenants,
        kind text NOT NULL,
        channel text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('off', 'on', 'hourly', 'daily')),
        delay_seconds integer CHECK (delay_seconds BETWEEN 0 AND 604800),
        locked boolean NOT NULL,
        PRIMARY KEY (tenant_id, kind, channel)
      );
      ${protectTable('notification_defaults', {
        app: 'SELECT, INSERT, UPDATE, DELETE',
        system: 'SELECT',
      })};
    `);
    await runner.query(TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER task_events_notify ON task_events;
      DROP TRIGGER messages_notify ON messages;
      DROP TRIGGER workflow_executions_notify ON workflow_executions;
      DROP TRIGGER outbox_notify ON outbox;
      DROP FUNCTION notify_of_task(), notify_of_message(), notify_of_execution(), notify_of_dead_letter(),
        new_notification_id();
      DROP TABLE notification_defaults, notification_settings, notification_preferences, notification_deliveries,
        notifications, notification_events;
    `);
  }
}

/** In the statement that writes what happened, whoever writes it: no round trip more, and nothing can be forgotten. */
const TRIGGERS = `
  -- A UUIDv7, as ids of the programs are: lists go by them.
  CREATE FUNCTION new_notification_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
  $$;

  CREATE FUNCTION notify_of_task() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO notification_events (id, tenant_id, kind, task_id, actor_kind, actor_id, params, at)
    VALUES (NEW.id, NEW.tenant_id, NEW.kind, NEW.task_id, NEW.actor_kind, NEW.actor_id,
      CASE WHEN NEW.kind IN ('claimed', 'completed', 'approved', 'rejected', 'cancelled', 'expired') THEN '{}'
           ELSE NEW.changes END, NEW.at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER task_events_notify AFTER INSERT ON task_events FOR EACH ROW WHEN (NEW.kind IN ('created', 'claimed',
    'released', 'assigned', 'forwarded', 'reassigned', 'nominated', 'delegated', 'resolved', 'escalated', 'notified',
    'sla_breached', 'completed', 'approved', 'rejected', 'cancelled', 'expired', 'comment_added', 'comment_edited',
    'changes_requested', 'changes_answered'))
    EXECUTE FUNCTION notify_of_task();

  CREATE FUNCTION notify_of_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO notification_events (id, tenant_id, kind, conversation_id, actor_kind, actor_id, at)
    VALUES (NEW.id, NEW.tenant_id, 'message', NEW.conversation_id, NEW.recorded_by_kind, NEW.recorded_by_id,
      NEW.created_at);
    RETURN NULL;
  END $$;
  CREATE TRIGGER messages_notify AFTER INSERT ON messages FOR EACH ROW WHEN (NEW.role IN ('user', 'operator'))
    EXECUTE FUNCTION notify_of_message();

  CREATE FUNCTION notify_of_execution() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO notification_events (id, tenant_id, kind, workflow_key, actor_kind, actor_id, params, at)
    VALUES (new_notification_id(), NEW.tenant_id, 'workflow_failed', NEW.key, 'system', 'system',
      jsonb_build_object('status', NEW.status), clock_timestamp());
    RETURN NULL;
  END $$;
  CREATE TRIGGER workflow_executions_notify AFTER UPDATE OF status ON workflow_executions FOR EACH ROW
    WHEN (NEW.status IN ('failed', 'timed_out', 'lost') AND OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION notify_of_execution();

  CREATE FUNCTION notify_of_dead_letter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO notification_events (id, tenant_id, kind, task_id, actor_kind, actor_id, at)
    VALUES (new_notification_id(), NEW.tenant_id, 'delivery_failing', NEW.task_id, 'system', 'system', clock_timestamp());
    RETURN NULL;
  END $$;
  CREATE TRIGGER outbox_notify AFTER UPDATE OF status ON outbox FOR EACH ROW
    WHEN (NEW.status = 'dead' AND OLD.status <> 'dead') EXECUTE FUNCTION notify_of_dead_letter()`;
