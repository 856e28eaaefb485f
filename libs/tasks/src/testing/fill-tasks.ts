import type { Client } from 'pg';

export interface Filling {
  tenantId: string;
  /** Holds every 1,000th task. */
  userId: string;
  /** The queues that the tasks are spread over. */
  groupIds: readonly string[];
  open: number;
  closed: number;
  /** How many such tasks there are already. */
  after?: number;
}

/**
 * Inserts many tasks as superuser, past the triggers, and builds the indexes anew after that. The n-th has the title
 * `Refund for order <n>`, one of twenty types, every 1,999th the type `rare`, and every 5,000th is suspended.
 */
export async function fillTasks(
  client: Client,
  { tenantId, userId, groupIds, open, closed, after = 0 }: Filling,
) {
  const queues = `('{${groupIds.join()}}'::uuid[])[1 + n % ${groupIds.length}]`;
  const status = `CASE WHEN n > ${after + open} THEN 'COMPLETED' WHEN n % 5000 = 11 THEN 'SUSPENDED'
    WHEN n % 1000 = 0 THEN 'RESERVED' ELSE 'READY' END`;
  await client.query(`
    BEGIN;
    SET LOCAL session_replication_role = replica;
    CREATE TEMP TABLE indexes ON COMMIT DROP AS
      SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid IN ('tasks'::regclass, 'task_candidates'::regclass, 'task_search'::regclass) AND NOT indisunique;
    DO $$ DECLARE i record; BEGIN
      FOR i IN SELECT * FROM indexes LOOP EXECUTE 'DROP INDEX ' || i.name; END LOOP; END $$;
    CREATE TEMP TABLE filling ON COMMIT DROP AS
      SELECT uuidv7() AS id, n, ${status} AS status, ${queues} AS group_id, now() - (n || ' s')::interval AS created_at,
             CASE WHEN n > ${after + open} THEN now() - (n || ' ms')::interval END AS closed_at,
             CASE WHEN n % 10 = 3 THEN 'infinity' ELSE now() + (n || ' s')::interval END AS due_at, n % 101 AS priority
      FROM generate_series(${after + 1}, ${after + open + closed}) n;
    INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, type, status, suspended_from, paused_at, due_at,
                       expires_at, priority, assignee_id, group_id, created_by_kind, created_by_id, created_at,
                       updated_at, closed_at, workflow_id)
      SELECT '${tenantId}', id, id, '', 'Refund for order ' || n, CASE n % 1999 WHEN 7 THEN 'rare' ELSE 'type-' || n % 20 END,
             status, CASE WHEN status = 'SUSPENDED' THEN 'READY' END, CASE WHEN status = 'SUSPENDED' THEN now() END,
             due_at, now() + interval '30 d', priority, CASE WHEN n % 1000 = 0 THEN '${userId}'::uuid END, group_id,
             'system', 'system', created_at, created_at, closed_at, 'filling-' || n
      FROM filling;
    INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, claimable, open, due_at, rank,
                                 created_at, closed_at, voting)
      SELECT '${tenantId}', id, 'group', group_id, status = 'READY', closed_at IS NULL, due_at, 100 - priority,
             created_at, closed_at, false
      FROM filling;
    INSERT INTO task_search (tenant_id, task_id, open, words)
      SELECT '${tenantId}', id, closed_at IS NULL, task_words('Refund for order ' || n, NULL, NULL::jsonb) FROM filling;
    DO $$ DECLARE i record; BEGIN
      FOR i IN SELECT * FROM indexes LOOP EXECUTE i.definition; END LOOP; END $$;
    COMMIT;
    ANALYZE tasks, task_candidates, task_search;`);
}
