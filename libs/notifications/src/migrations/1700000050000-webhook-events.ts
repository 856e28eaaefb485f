import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programs want to know more than people are told: what else becomes of tasks and workflows. It is written down only where a
 * tenant has an endpoint that is on; others pay for one look at an index.
 */
export class WebhookEvents1700000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION has_webhooks(of_tenant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT FROM webhook_endpoints WHERE tenant_id = of_tenant AND disabled_at IS NULL)
      $$;

      CREATE FUNCTION tell_programs_of_task() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF has_webhooks(NEW.tenant_id) THEN
          INSERT INTO notification_events (id, tenant_id, kind, task_id, actor_kind, actor_id, params, at)
          VALUES (NEW.id, NEW.tenant_id, NEW.kind, NEW.task_id, NEW.actor_kind, NEW.actor_id, NEW.changes, NEW.at);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER task_events_programs AFTER INSERT ON task_events FOR EACH ROW WHEN (NEW.kind IN ('started',
        'stopped', 'suspended', 'resumed', 'voted', 'priority_changed', 'due_date_changed', 'comment_deleted', 'attachment_added',
        'attachment_deleted'))
        EXECUTE FUNCTION tell_programs_of_task();

      CREATE FUNCTION tell_programs_of_execution() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF has_webhooks(NEW.tenant_id) THEN
          INSERT INTO notification_events (id, tenant_id, kind, workflow_key, actor_kind, actor_id, params, at)
          VALUES (new_notification_id(), NEW.tenant_id, 'workflow_' || NEW.status, NEW.key, 'system', 'system',
            jsonb_build_object('status', NEW.status), clock_timestamp());
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER workflow_executions_programs AFTER UPDATE OF status ON workflow_executions FOR EACH ROW
        WHEN (NEW.status IN ('completed', 'cancelled', 'terminated') AND OLD.status IS DISTINCT FROM NEW.status)
        EXECUTE FUNCTION tell_programs_of_execution();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER task_events_programs ON task_events;
      DROP TRIGGER workflow_executions_programs ON workflow_executions;
      DROP FUNCTION tell_programs_of_task(), tell_programs_of_execution(), has_webhooks(uuid);
    `);
  }
}
