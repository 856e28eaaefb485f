import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Triggers that keep up how many open tasks a tenant has; see `tenant_usage`. */
export class OpenTaskCounts1700000031001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION count_new_tasks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM note_usage(made.tenant_id, 'openTasks', made.open)
        FROM (SELECT tenant_id, count(*) AS open FROM added WHERE closed_at IS NULL GROUP BY tenant_id) made;
        RETURN NULL;
      END $$;
      CREATE FUNCTION count_closed_task() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM note_usage(NEW.tenant_id, 'openTasks', CASE WHEN NEW.closed_at IS NULL THEN 1 ELSE -1 END);
        RETURN NULL;
      END $$;
      CREATE TRIGGER tasks_count_new AFTER INSERT ON tasks REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION count_new_tasks();
      CREATE TRIGGER tasks_count_closed AFTER UPDATE OF closed_at ON tasks
        FOR EACH ROW WHEN ((OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL)) EXECUTE FUNCTION count_closed_task();

      ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE tenant_usage NO FORCE ROW LEVEL SECURITY;
      INSERT INTO tenant_usage (tenant_id, what, slot, used)
        SELECT tenant_id, 'openTasks', 0, count(*) FROM tasks WHERE closed_at IS NULL GROUP BY tenant_id;
      ALTER TABLE tenant_usage FORCE ROW LEVEL SECURITY;
      ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tasks_count_new ON tasks;
      DROP TRIGGER tasks_count_closed ON tasks;
      DROP FUNCTION count_new_tasks();
      DROP FUNCTION count_closed_task();
      ALTER TABLE tenant_usage NO FORCE ROW LEVEL SECURITY;
      DELETE FROM tenant_usage WHERE what = 'openTasks';
      ALTER TABLE tenant_usage FORCE ROW LEVEL SECURITY;
    `);
  }
}
