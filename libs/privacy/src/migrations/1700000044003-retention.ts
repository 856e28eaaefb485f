import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is erased once the tenant's days are over, while it stays written who decided what and when. */
export class Retention1700000044003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tasks ADD erased_at timestamptz;
      CREATE INDEX tasks_kept ON tasks (tenant_id, closed_at) WHERE closed_at IS NOT NULL AND erased_at IS NULL;
      ALTER TABLE workflow_executions ADD erased_at timestamptz;
      CREATE INDEX workflow_executions_kept ON workflow_executions (tenant_id, closed_at)
        WHERE closed_at IS NOT NULL AND erased_at IS NULL;
      -- An append changes neither column, so that it stays cheap.
      ALTER TABLE conversations ADD erased_at timestamptz;
      CREATE INDEX conversations_kept ON conversations (tenant_id, id) WHERE erased_at IS NULL;
    `);
    await runner.query(ERASE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION erase_expired(uuid, integer);
      DROP FUNCTION erase_tasks(uuid, uuid[]);
      ALTER TABLE conversations DROP erased_at;
      ALTER TABLE workflow_executions DROP erased_at;
      ALTER TABLE tasks DROP erased_at;
    `);
  }
}

/** @param more statements about the tasks, which later migrations add */
export const eraseTasks = (more: string, replace = 'OR REPLACE') => `
  -- All that people and programs wrote. Forms stay: they are the questions, and the same for everybody.
  CREATE ${replace} FUNCTION erase_tasks(tenant uuid, ids uuid[]) RETURNS void LANGUAGE sql AS $$
    UPDATE tasks SET description = NULL, outcome_reason = NULL, erased_at = clock_timestamp()
      WHERE tenant_id = tenant AND id = ANY (ids);
    -- Forms are written as they are, so that the words of the search are found anew.
    UPDATE task_payloads SET body = CASE kind WHEN 'form' THEN body ELSE 'null' END
      WHERE tenant_id = tenant AND task_id = ANY (ids);
    DELETE FROM task_secrets WHERE tenant_id = tenant AND task_id = ANY (ids);
    UPDATE task_decisions SET reason = NULL WHERE tenant_id = tenant AND task_id = ANY (ids) AND reason IS NOT NULL;
    UPDATE task_events SET note = NULL WHERE tenant_id = tenant AND task_id = ANY (ids) AND note IS NOT NULL;
    UPDATE task_steps SET message = NULL WHERE tenant_id = tenant AND task_id = ANY (ids) AND message IS NOT NULL;
    DELETE FROM task_drafts WHERE tenant_id = tenant AND task_id = ANY (ids);
    DELETE FROM task_comment_versions WHERE tenant_id = tenant
      AND comment_id IN (SELECT id FROM task_comments WHERE tenant_id = tenant AND task_id = ANY (ids));
    UPDATE task_comments SET body = NULL, deleted_at = clock_timestamp(), deleted_by_kind = 'system',
        deleted_by_id = 'system', deleted_by_name = 'Orkestra'
      WHERE tenant_id = tenant AND task_id = ANY (ids) AND deleted_at IS NULL;
    WITH gone AS (DELETE FROM task_attachments WHERE tenant_id = tenant AND task_id = ANY (ids) RETURNING file_key)
      INSERT INTO stray_files (tenant_id, file_key, noted_at) SELECT tenant, file_key, clock_timestamp() FROM gone;
    UPDATE tool_call_payloads SET arguments = '{}', reason = NULL, message = NULL WHERE tenant_id = tenant
      AND request_id IN (SELECT id FROM tool_requests WHERE tenant_id = tenant AND task_id = ANY (ids));${more}
  $$`;

const ERASE = `
  ${eraseTasks('', '')};

  -- Erases at most so much of each kind, as the tenant's own settings say; nothing of what is under a legal hold.
  CREATE FUNCTION erase_expired(tenant uuid, most integer,
    OUT erased_tasks bigint, OUT erased_messages bigint, OUT erased_conversations bigint, OUT erased_executions bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    days jsonb;
    due uuid[];
    before timestamptz;
    held_conversations text[];
    held_workflows text[];
  BEGIN
    erased_tasks := 0; erased_messages := 0; erased_conversations := 0; erased_executions := 0;
    PERFORM set_config('app.erasing', tenant::text, true);
    SELECT settings -> 'retentionDays' INTO days FROM tenants WHERE id = tenant AND status = 'active';
    IF days IS NULL OR EXISTS (SELECT FROM legal_holds
        WHERE tenant_id = tenant AND released_at IS NULL AND task_id IS NULL) THEN
      RETURN;
    END IF;
    SELECT coalesce(array_agg(t.conversation_id) FILTER (WHERE t.conversation_id IS NOT NULL), '{}'),
           coalesce(array_agg(t.workflow_id) FILTER (WHERE t.workflow_id IS NOT NULL), '{}')
      INTO held_conversations, held_workflows
      FROM legal_holds h JOIN tasks t ON t.tenant_id = h.tenant_id AND t.id = h.task_id
      WHERE h.tenant_id = tenant AND h.released_at IS NULL;

    before := clock_timestamp() - make_interval(days => (days ->> 'tasks')::integer);
    IF before IS NOT NULL THEN
      due := ARRAY(
        SELECT t.id FROM tasks t
        WHERE t.tenant_id = tenant AND t.closed_at < before AND t.erased_at IS NULL
          AND NOT EXISTS (SELECT FROM legal_holds h
                          WHERE h.tenant_id = tenant AND h.task_id = t.id AND h.released_at IS NULL)
          -- The workflow has not been given its answer yet.
          AND NOT EXISTS (SELECT FROM outbox o
                          WHERE o.tenant_id = tenant AND o.task_id = t.id AND o.status = 'pending')
        ORDER BY t.closed_at LIMIT most FOR UPDATE OF t SKIP LOCKED);
      PERFORM erase_tasks(tenant, due);
      erased_tasks := cardinality(due);
    END IF;

    before := clock_timestamp() - make_interval(days => (days ->> 'conversations')::integer);
    IF before IS NOT NULL THEN
      due := ARRAY(
        SELECT p.message_id FROM message_payloads p
        JOIN messages m ON m.tenant_id = p.tenant_id AND m.id = p.message_id
        -- Ids tell the time, and lie in the index.
        WHERE p.tenant_id = tenant AND p.created_at < before
          AND p.message_id < (lpad(to_hex(floor(extract(epoch FROM before) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
          AND m.conversation_id::text <> ALL (held_conversations)
        ORDER BY p.message_id LIMIT most * 10);
      DELETE FROM message_payloads WHERE tenant_id = tenant AND message_id = ANY (due);
      UPDATE messages SET author = NULL WHERE tenant_id = tenant AND id = ANY (due) AND author IS NOT NULL;
      erased_messages := cardinality(due);
      UPDATE conversations SET title = NULL, participants = '[]', metadata = '{}', erased_at = clock_timestamp()
      WHERE tenant_id = tenant AND id IN (
        SELECT id FROM conversations WHERE tenant_id = tenant AND erased_at IS NULL AND updated_at < before
          AND id::text <> ALL (held_conversations) ORDER BY id LIMIT most);
      GET DIAGNOSTICS erased_conversations = ROW_COUNT;
    END IF;

    before := clock_timestamp() - make_interval(days => (days ->> 'executions')::integer);
    IF before IS NOT NULL THEN
      UPDATE workflow_executions SET input = NULL, result = NULL, error = NULL, problem_detail = NULL,
        erased_at = clock_timestamp()
      WHERE tenant_id = tenant AND key IN (
        SELECT key FROM workflow_executions
        WHERE tenant_id = tenant AND closed_at < before AND erased_at IS NULL
          AND (tenant || '/' || key) <> ALL (held_workflows)
        ORDER BY closed_at LIMIT most FOR UPDATE SKIP LOCKED);
      GET DIAGNOSTICS erased_executions = ROW_COUNT;
    END IF;
  END $$;

  REVOKE ALL ON FUNCTION erase_tasks(uuid, uuid[]), erase_expired(uuid, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_expired(uuid, integer) TO orkestra_system`;
