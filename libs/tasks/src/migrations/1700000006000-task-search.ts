import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every list in every order by an index scan, full text over tasks, and counts that read only indexes. */
export class TaskSearch1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDERS);
    await runner.query(FULL_TEXT);
    await runner.query(CLOSING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tasks_closing ON tasks;
      DROP FUNCTION follow_closing();
      DROP TRIGGER task_payloads_added ON task_payloads;
      DROP TRIGGER task_payloads_changed ON task_payloads;
      DROP FUNCTION index_task_words(), search_tasks(text, boolean, integer);
      DROP TABLE task_search;
      DROP SEQUENCE task_search_place;
      DROP FUNCTION task_search_bucket(uuid, boolean, bigint), task_words(text, text, jsonb);
      DROP INDEX tasks_open_priority, tasks_open_created, tasks_mine_priority, tasks_mine_created,
        tasks_group_priority, tasks_group_created, tasks_group_ready, tasks_type, tasks_type_priority,
        tasks_type_created, tasks_type_closed, tasks_owned_priority, tasks_owned_created, tasks_owned_closed,
        tasks_creator, tasks_creator_priority, tasks_creator_created, tasks_creator_closed, tasks_workflow_created;
      CREATE INDEX tasks_workflow ON tasks (tenant_id, workflow_id, id) WHERE workflow_id IS NOT NULL;
      DROP TRIGGER task_candidates_place ON task_candidates;
      DROP FUNCTION place_task_candidate();
      DROP INDEX task_candidates_inbox, task_candidates_inbox_priority, task_candidates_inbox_created,
        task_candidates_open_priority, task_candidates_open_created, task_candidates_closed, task_candidates_excluded;
      ALTER TABLE task_candidates DROP created_at, DROP closed_at, DROP voting;
      CREATE INDEX task_candidates_inbox ON task_candidates (tenant_id, principal_id, due_at, rank, task_id)
        WHERE claimable AND role = 'candidate';
      CREATE INDEX task_candidates_excluded ON task_candidates (tenant_id, principal_id, task_id)
        WHERE role = 'excluded';
    `);
  }
}

/** The owner, too, is subject to row-level security: what stands in the tables is out of its sight until this. */
const asOwner = (tables: readonly string[], work: string): string => `
  ${tables.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;`).join('\n')}
  ${work}
  ${tables.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join('\n')}`;

const ORDERS = `
  -- The rest of what lists sort by is repeated beside the candidates as well, and whether they vote.
  ALTER TABLE task_candidates ADD created_at timestamptz, ADD closed_at timestamptz, ADD voting boolean;
  ${asOwner(
    ['tasks', 'task_candidates'],
    `UPDATE task_candidates c SET created_at = t.created_at, closed_at = t.closed_at, voting = t.quorum IS NOT NULL
     FROM tasks t WHERE t.tenant_id = c.tenant_id AND t.id = c.task_id;`,
  )}
  ALTER TABLE task_candidates ALTER created_at SET NOT NULL, ALTER voting SET NOT NULL;
  CREATE FUNCTION place_task_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT t.created_at, t.closed_at, t.quorum IS NOT NULL INTO NEW.created_at, NEW.closed_at, NEW.voting
      FROM tasks t WHERE t.tenant_id = NEW.tenant_id AND t.id = NEW.task_id;
      RETURN NEW;
    END $$;
  CREATE TRIGGER task_candidates_place BEFORE INSERT ON task_candidates
    FOR EACH ROW WHEN (NEW.created_at IS NULL) EXECUTE FUNCTION place_task_candidate();

  DROP INDEX task_candidates_inbox;
  CREATE INDEX task_candidates_inbox ON task_candidates (tenant_id, principal_id, due_at, rank, task_id)
    INCLUDE (voting) WHERE claimable AND role = 'candidate';
  CREATE INDEX task_candidates_inbox_priority ON task_candidates (tenant_id, principal_id, rank, due_at, task_id)
    INCLUDE (voting) WHERE claimable AND role = 'candidate';
  CREATE INDEX task_candidates_inbox_created ON task_candidates (tenant_id, principal_id, created_at, task_id)
    INCLUDE (voting) WHERE claimable AND role = 'candidate';
  CREATE INDEX task_candidates_open_priority ON task_candidates (tenant_id, principal_id, rank, due_at, task_id)
    WHERE open AND role = 'candidate';
  CREATE INDEX task_candidates_open_created ON task_candidates (tenant_id, principal_id, created_at, task_id)
    WHERE open AND role = 'candidate';
  -- Most people are excluded from no open task at all, and then no list looks at any of theirs.
  DROP INDEX task_candidates_excluded;
  CREATE INDEX task_candidates_excluded ON task_candidates (tenant_id, principal_id, task_id)
    WHERE role = 'excluded' AND open;
  CREATE INDEX task_candidates_closed ON task_candidates (tenant_id, principal_id, closed_at, task_id)
    WHERE NOT open AND role = 'candidate';

  CREATE INDEX tasks_open_priority ON tasks (tenant_id, rank, due_at, id) WHERE closed_at IS NULL;
  CREATE INDEX tasks_open_created ON tasks (tenant_id, created_at, id) WHERE closed_at IS NULL;
  -- What nobody holds is most of the open tasks, and needs no index of its own.
  CREATE INDEX tasks_mine_priority ON tasks (tenant_id, assignee_id, rank, due_at, id)
    WHERE closed_at IS NULL AND assignee_id IS NOT NULL;
  CREATE INDEX tasks_mine_created ON tasks (tenant_id, assignee_id, created_at, id)
    WHERE closed_at IS NULL AND assignee_id IS NOT NULL;
  CREATE INDEX tasks_group_priority ON tasks (tenant_id, group_id, rank, due_at, id) WHERE closed_at IS NULL;
  CREATE INDEX tasks_group_created ON tasks (tenant_id, group_id, created_at, id) WHERE closed_at IS NULL;
  -- For counts alone.
  CREATE INDEX tasks_group_ready ON tasks (tenant_id, group_id) WHERE status = 'READY';

  CREATE INDEX tasks_type ON tasks (tenant_id, type, due_at, rank, id) WHERE closed_at IS NULL AND type IS NOT NULL;
  CREATE INDEX tasks_type_priority ON tasks (tenant_id, type, rank, due_at, id)
    WHERE closed_at IS NULL AND type IS NOT NULL;
  CREATE INDEX tasks_type_created ON tasks (tenant_id, type, created_at, id)
    WHERE closed_at IS NULL AND type IS NOT NULL;
  CREATE INDEX tasks_type_closed ON tasks (tenant_id, type, closed_at, id)
    WHERE closed_at IS NOT NULL AND type IS NOT NULL;

  -- Few tasks are delegated or made by a person; the others are not in these.
  CREATE INDEX tasks_owned_priority ON tasks (tenant_id, owner_id, rank, due_at, id)
    WHERE closed_at IS NULL AND owner_id IS NOT NULL;
  CREATE INDEX tasks_owned_created ON tasks (tenant_id, owner_id, created_at, id)
    WHERE closed_at IS NULL AND owner_id IS NOT NULL;
  CREATE INDEX tasks_owned_closed ON tasks (tenant_id, owner_id, closed_at, id)
    WHERE closed_at IS NOT NULL AND owner_id IS NOT NULL;
  CREATE INDEX tasks_creator ON tasks (tenant_id, created_by_id, due_at, rank, id)
    WHERE closed_at IS NULL AND created_by_kind = 'user';
  CREATE INDEX tasks_creator_priority ON tasks (tenant_id, created_by_id, rank, due_at, id)
    WHERE closed_at IS NULL AND created_by_kind = 'user';
  CREATE INDEX tasks_creator_created ON tasks (tenant_id, created_by_id, created_at, id)
    WHERE closed_at IS NULL AND created_by_kind = 'user';
  CREATE INDEX tasks_creator_closed ON tasks (tenant_id, created_by_id, closed_at, id)
    WHERE closed_at IS NOT NULL AND created_by_kind = 'user';

  CREATE INDEX tasks_workflow_created ON tasks (tenant_id, workflow_id, created_at, id) WHERE workflow_id IS NOT NULL;
  DROP INDEX tasks_workflow;
`;

const FULL_TEXT = `
  -- What people search in: title, description and the texts and numbers in the context, each up to a length.
  CREATE FUNCTION task_words(title text, description text, context jsonb) RETURNS tsvector
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT to_tsvector('simple'::regconfig, concat_ws(' ', left(title, 500), left(description, 10000), left((
        SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(context, 'strict $.**{0 to 10}') v
        WHERE jsonb_typeof(v) IN ('string', 'number')), 20000))) $$;

  -- 16,384 tasks that follow each other, of one tenant, open or closed. A search goes through them bucket by bucket,
  -- the newest first: so it can stop when it has enough, and never meets another tenant's.
  CREATE FUNCTION task_search_bucket(tenant_id uuid, open boolean, place bigint) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT ARRAY[tenant_id::text || CASE WHEN open THEN '/open/' ELSE '/closed/' END || (place >> 14)::text] $$;

  CREATE SEQUENCE task_search_place;
  GRANT USAGE ON SEQUENCE task_search_place TO orkestra_app, orkestra_system;
  CREATE TABLE task_search (
    tenant_id uuid NOT NULL,
    task_id uuid NOT NULL,
    open boolean NOT NULL,
    -- Open tasks in the order in which they were made, closed ones in which they ended.
    place bigint NOT NULL DEFAULT nextval('task_search_place'),
    words tsvector NOT NULL,
    PRIMARY KEY (tenant_id, task_id),
    FOREIGN KEY (tenant_id, task_id) REFERENCES tasks ON DELETE CASCADE
  );
  ${asOwner(
    ['tasks', 'task_payloads'],
    `INSERT INTO task_search (tenant_id, task_id, open, words)
     SELECT t.tenant_id, t.id, t.closed_at IS NULL, task_words(t.title, t.description, c.body)
     FROM tasks t LEFT JOIN task_payloads c ON c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.kind = 'context'
     ORDER BY coalesce(t.closed_at, t.created_at);`,
  )}
  CREATE INDEX task_search_places ON task_search (tenant_id, open, place);
  -- Without the list of pending entries, which each step of a search would read.
  CREATE INDEX task_search_words ON task_search USING gin (words, task_search_bucket(tenant_id, open, place))
    WITH (fastupdate = off);
  ${protectTable('task_search', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, UPDATE' })};
  -- For the function below alone: under a tenant's policy no full text operator reaches an index.
  CREATE POLICY task_search_owner ON task_search FOR SELECT TO CURRENT_USER USING (true);

  -- The tasks of the transaction's tenant that fulfil a query, the newest first. Of a query with phrases or
  -- words to leave out, at most 10,000 tasks are looked at that have the other words.
  CREATE FUNCTION search_tasks(query text, want_open boolean, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1000 AS $$
    DECLARE
      tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
      wanted tsquery := websearch_to_tsquery('simple', query);
      -- What the index can tell: neither where words stand, nor which are missing. 'T' is every task.
      indexed text := regexp_replace(querytree(wanted), '<(-|[0-9]+)>', '&', 'g');
      look_closer boolean := indexed <> wanted::text;
      ceiling bigint := 9223372036854775807;
      newest bigint;
      ids uuid[];
      looked_at integer;
      left_to_see integer := CASE WHEN look_closer THEN 10000 ELSE most END;
    BEGIN
      IF tenant IS NULL OR indexed IN ('', 'T') THEN RETURN; END IF;
      WHILE most > 0 AND left_to_see > 0 LOOP
        SELECT s.place INTO newest FROM public.task_search s
          WHERE s.tenant_id = tenant AND s.open = want_open AND s.place < ceiling ORDER BY s.place DESC LIMIT 1;
        EXIT WHEN NOT FOUND;
        SELECT array_agg(c.task_id) FILTER (WHERE c.fits), count(*) INTO ids, looked_at
          FROM (SELECT s.task_id, NOT look_closer OR s.words @@ wanted AS fits FROM public.task_search s
                WHERE s.words @@ indexed::tsquery
                  AND public.task_search_bucket(s.tenant_id, s.open, s.place)
                      @> public.task_search_bucket(tenant, want_open, newest)
                ORDER BY s.place DESC LIMIT left_to_see) c;
        RETURN QUERY SELECT unnest(ids[:most]);
        most := most - coalesce(cardinality(ids), 0);
        left_to_see := left_to_see - looked_at;
        ceiling := (newest >> 14) << 14;
      END LOOP;
    END $$;
  REVOKE ALL ON FUNCTION search_tasks(text, boolean, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION search_tasks(text, boolean, integer) TO orkestra_app;

  -- Whoever writes a context, the words follow. Every task has a form, so every new task comes by here.
  CREATE FUNCTION index_task_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO task_search (tenant_id, task_id, open, words)
      SELECT t.tenant_id, t.id, t.closed_at IS NULL, task_words(t.title, t.description, c.body)
      FROM (SELECT DISTINCT tenant_id, task_id FROM written WHERE kind IN ('form', 'context')) w
      JOIN tasks t ON t.tenant_id = w.tenant_id AND t.id = w.task_id
      LEFT JOIN task_payloads c ON c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.kind = 'context'
        AND c.key_id IS NULL
      ON CONFLICT (tenant_id, task_id) DO UPDATE SET words = EXCLUDED.words;
      RETURN NULL;
    END $$;
  CREATE TRIGGER task_payloads_added AFTER INSERT ON task_payloads REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION index_task_words();
  CREATE TRIGGER task_payloads_changed AFTER UPDATE ON task_payloads REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION index_task_words();
`;

const CLOSING = `
  -- A task that ends leaves the searches and lists of the open ones, whoever ended it.
  CREATE FUNCTION follow_closing() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE task_candidates SET closed_at = NEW.closed_at
        WHERE tenant_id = NEW.tenant_id AND task_id = NEW.id AND closed_at IS DISTINCT FROM NEW.closed_at;
      UPDATE task_search SET open = (NEW.closed_at IS NULL), place = nextval('task_search_place')
        WHERE tenant_id = NEW.tenant_id AND task_id = NEW.id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER tasks_closing AFTER UPDATE OF closed_at ON tasks
    FOR EACH ROW WHEN (OLD.closed_at IS DISTINCT FROM NEW.closed_at) EXECUTE FUNCTION follow_closing();
`;
