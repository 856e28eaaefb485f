import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by what people read: words and numbers, whatever stands between them and however their letters are encoded. What
 * was indexed before is indexed anew by the sweep, so that no lock outlasts this migration.
 */
export class SearchWords1700000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${words('')}
      ${search(`websearch_to_tsquery('simple', query)`)}
      ${trigger('')}
      DROP FUNCTION task_query(text), task_search_text(text);
      ALTER TABLE task_search DROP words_version;
    `);
  }
}

const words = (cleaned: '' | 'task_search_text') => `
  CREATE OR REPLACE FUNCTION task_words(title text, description text, context jsonb) RETURNS tsvector
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT to_tsvector('simple'::regconfig, ${cleaned}(concat_ws(' ', left(title, 500), left(description, 10000), left((
        SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(context, 'strict $.**{0 to 10}') v
        WHERE jsonb_typeof(v) IN ('string', 'number')), 20000)))) $$;`;

/** As it was, but for how the query is read. */
const search = (wanted: string) => `
  CREATE OR REPLACE FUNCTION search_tasks(query text, want_open boolean, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1000 AS $$
    DECLARE
      tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
      wanted tsquery := ${wanted};
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
    END $$;`;

/** As it was, but that it notes by which rules the words were found. */
const trigger = (version: '' | ', words_version = 2') => `
  CREATE OR REPLACE FUNCTION index_task_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO task_search (tenant_id, task_id, open, words)
      SELECT t.tenant_id, t.id, t.closed_at IS NULL, task_words(t.title, t.description, c.body)
      FROM (SELECT DISTINCT tenant_id, task_id FROM written WHERE kind IN ('form', 'context')) w
      JOIN tasks t ON t.tenant_id = w.tenant_id AND t.id = w.task_id
      LEFT JOIN task_payloads c ON c.tenant_id = t.tenant_id AND c.task_id = t.id AND c.kind = 'context'
        AND c.key_id IS NULL
      ON CONFLICT (tenant_id, task_id) DO UPDATE SET words = EXCLUDED.words${version};
      RETURN NULL;
    END $$;`;

const UP = `
  -- Letters as they are read (NFKC), nothing that takes no room, and a space for every mark: texts and queries alike, so
  -- that a pasted address is the row of its words, and the number behind a hyphen is a number.
  CREATE FUNCTION task_search_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(
      regexp_replace(normalize(written, NFKC), '[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]', '', 'g'),
      '[!-/:-@\\[-\`{-~\\u0080-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u2010-\\u206F\\u3001-\\u3004\\u3008-\\u3020\\u3030]+',
      ' ', 'g') $$;

  -- Words, "phrases", or, and -without as websearch_to_tsquery reads them; a word with marks inside is a phrase.
  CREATE FUNCTION task_query(query text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT websearch_to_tsquery('simple'::regconfig, coalesce(string_agg(
      CASE WHEN lower(p.bare) = 'or' THEN 'or' ELSE p.sign || '"' || p.text || '"' END, ' ' ORDER BY p.nth), ''))
    FROM (
      SELECT nth, part[3] AS bare, CASE WHEN part[1] = '-' OR part[3] LIKE '-%' THEN '-' ELSE '' END AS sign,
             public.task_search_text(coalesce(part[2], part[3])) AS text
      FROM regexp_matches(normalize(query, NFKC), '(-?)"([^"]*)"?|([^\\s"]+)', 'g') WITH ORDINALITY AS r (part, nth)) p
    WHERE p.text ~ '\\S' $$;

  ${words('task_search_text')}
  ${search('public.task_query(query)')}
  ${trigger(', words_version = 2')}

  ALTER TABLE task_search ADD words_version smallint NOT NULL DEFAULT 1;
  ALTER TABLE task_search ALTER words_version SET DEFAULT 2;
  -- What the sweep has yet to do; empty once it is through.
  CREATE INDEX task_search_outdated ON task_search (tenant_id, task_id) WHERE words_version < 2;
`;
