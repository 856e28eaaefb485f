import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal holds, and people who are erased. */
export class HoldsAndErasure1700000044002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users ADD erased_at timestamptz, ADD CHECK (erased_at IS NULL OR NOT active);
      GRANT SELECT (erased_at) ON users TO orkestra_app, orkestra_system;

      CREATE TABLE legal_holds (
        tenant_id uuid NOT NULL REFERENCES tenants,
        id uuid NOT NULL,
        -- Null for all that the tenant has.
        task_id uuid,
        reason text NOT NULL,
        placed_by_id text NOT NULL,
        placed_by_name text NOT NULL,
        placed_at timestamptz NOT NULL,
        released_by_id text,
        released_by_name text,
        released_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, task_id) REFERENCES tasks,
        CHECK (num_nulls(released_by_id, released_by_name, released_at) IN (0, 3))
      );
      CREATE INDEX legal_holds_in_force ON legal_holds (tenant_id, task_id) WHERE released_at IS NULL;
      ${protectTable('legal_holds', {
        app: 'SELECT, INSERT, UPDATE (released_by_id, released_by_name, released_at)',
        system: 'SELECT',
      })};

      CREATE TABLE person_erasures (
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        asked_by uuid NOT NULL,
        code_hash bytea NOT NULL,
        confirm_until timestamptz NOT NULL,
        confirmed_at timestamptz,
        finished_at timestamptz,
        PRIMARY KEY (tenant_id, user_id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES users
      );
      CREATE INDEX person_erasures_due ON person_erasures (confirmed_at)
        WHERE confirmed_at IS NOT NULL AND finished_at IS NULL;
      ${protectTable('person_erasures', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })};
    `);
    await runner.query(OWNER_MAY_ERASE);
    await runner.query(ERASE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION erase_person_rows(uuid, uuid, integer);
      DROP FUNCTION statements_to_erase();
      DROP FUNCTION is_person_held(uuid, uuid);
      DROP TABLE person_erasures, legal_holds;
      ALTER TABLE users DROP erased_at;
      DO $$ DECLARE policy record; BEGIN
        FOR policy IN SELECT tablename, policyname FROM pg_policies
          WHERE schemaname = 'public' AND policyname = tablename || '_erasure' LOOP
          EXECUTE format('DROP POLICY %I ON %I', policy.policyname, policy.tablename);
        END LOOP;
      END $$;
    `);
  }
}

/**
 * The owner of the tables, by the functions that erase, sees and changes the rows of one tenant. For tables that are there and
 * have no such policy: later ones need it run again.
 */
export const OWNER_MAY_ERASE = `
  DO $$ DECLARE spot record; BEGIN
    FOR spot IN
      SELECT c.relname AS name, a.attname AS tenant FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
        AND (a.attname = 'tenant_id' OR c.relname = 'tenants' AND a.attname = 'id')
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_erasure')
    LOOP
      EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_ROLE
        USING (%I = nullif(current_setting(''app.erasing'', true), '''')::uuid)
        WITH CHECK (%3$I = nullif(current_setting(''app.erasing'', true), '''')::uuid)',
        spot.name || '_erasure', spot.name, spot.tenant);
    END LOOP;
  END $$`;

/** As it was until a later migration put another in its place. */
export const isPersonHeld = (replace = '') => `
  -- Whether a hold is on all that the tenant has, or on a task that the person had to do with.
  CREATE ${replace} FUNCTION is_person_held(tenant uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
      SELECT FROM legal_holds h WHERE h.tenant_id = tenant AND h.released_at IS NULL AND (h.task_id IS NULL
        OR EXISTS (SELECT FROM task_events e
                   WHERE e.tenant_id = tenant AND e.task_id = h.task_id AND e.actor_id = person::text)
        OR EXISTS (SELECT FROM task_candidates c
                   WHERE c.tenant_id = tenant AND c.task_id = h.task_id AND c.principal_id = person)
        OR EXISTS (SELECT FROM tasks t WHERE t.tenant_id = tenant AND t.id = h.task_id
                   AND person IN (t.assignee_id, t.owner_id, t.on_behalf_of))))
  $$`;

/** As it was until a later migration put another in its place. */
export const statementsToErase = (replace = '') => `
  -- What erases a person: $1 the tenant, $2 the person, $3 how many rows at most.
  CREATE ${replace} FUNCTION statements_to_erase() RETURNS SETOF text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public AS $$
    WITH columns AS (
      SELECT c.oid::regclass AS "table", a.attname::text AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
    ), statements AS (
      -- What lets them in, or is theirs alone.
      SELECT 1 AS step, format('DELETE FROM %1$s WHERE (tableoid, ctid) IN
        (SELECT tableoid, ctid FROM %1$s WHERE tenant_id = $1 AND %2$I = $2::text::%3$s LIMIT $3)', c."table", c.name, of_type) AS text
      FROM (VALUES ('sessions', 'user_id', 'uuid'), ('one_time_links', 'user_id', 'uuid'), ('totp_factors', 'user_id', 'uuid'),
        ('passkeys', 'user_id', 'uuid'), ('recovery_codes', 'user_id', 'uuid'), ('sign_in_steps', 'user_id', 'uuid'),
        ('absences', 'user_id', 'uuid'), ('user_skills', 'user_id', 'uuid'), ('group_members', 'user_id', 'uuid'),
        ('task_drafts', 'user_id', 'uuid'), ('agent_sessions', 'principal_id', 'uuid'),
        ('task_operations', 'principal_id', 'text')) AS theirs (of_table, of_column, of_type)
      JOIN columns c ON c."table"::text = of_table AND c.name = of_column
      UNION ALL
      SELECT 1, 'DELETE FROM api_key_uses WHERE ctid IN (SELECT u.ctid FROM api_key_uses u JOIN api_keys k
        ON k.tenant_id = u.tenant_id AND k.id = u.key_id WHERE u.tenant_id = $1 AND k.on_behalf_of = $2 LIMIT $3)'
      UNION ALL
      -- Wherever a name stands beside an id.
      SELECT 2, format('UPDATE %1$s SET %2$I = ''Erased person'' WHERE (tableoid, ctid) IN (SELECT tableoid, ctid FROM %1$s
        WHERE tenant_id = $1 AND %3$I::text = $2::text AND %2$I <> ''Erased person'' LIMIT $3)', n."table", n.name, i.name)
      FROM columns n JOIN columns i ON i."table" = n."table" AND i.name = left(n.name, -5) || '_id'
      WHERE n.name LIKE '%\\_name'
      UNION ALL
      SELECT 3, 'UPDATE messages SET author = ''Erased person'' WHERE ctid IN (SELECT ctid FROM messages WHERE tenant_id = $1
        AND recorded_by_kind = ''user'' AND recorded_by_id = $2::text AND author <> ''Erased person'' LIMIT $3)'
      UNION ALL
      SELECT 3, 'UPDATE task_decisions SET evidence = evidence - ''address'' - ''userAgent'' WHERE ctid IN (SELECT ctid
        FROM task_decisions WHERE tenant_id = $1 AND voter_id = $2::text AND evidence ?| ARRAY[''address'', ''userAgent''] LIMIT $3)'
      UNION ALL
      -- The chain holds the digest; without the salt nobody finds again what it was made of.
      SELECT 4, 'UPDATE audit_events SET remote_address = NULL, details = ''{}'', salt = NULL WHERE ctid IN
        (SELECT ctid FROM audit_events WHERE tenant_id = $1 AND (salt IS NOT NULL OR remote_address IS NOT NULL OR details <> ''{}'')
         AND (actor_kind = ''user'' AND actor_id = $2::text OR on_behalf_of = $2 OR target_kind = ''user'' AND target_id = $2::text)
         LIMIT $3)'
    ) SELECT text FROM statements ORDER BY step, text
  $$`;

const ERASE = `
  ${isPersonHeld()};

  ${statementsToErase()};

  -- Erases at most so many rows; answers with their number, with 0 when none are left, with null under a legal hold.
  CREATE FUNCTION erase_person_rows(tenant uuid, person uuid, most integer) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    statement text;
    done bigint;
  BEGIN
    PERFORM set_config('app.erasing', tenant::text, true);
    PERFORM FROM person_erasures e JOIN users u ON u.tenant_id = e.tenant_id AND u.id = e.user_id
    WHERE e.tenant_id = tenant AND e.user_id = person AND e.confirmed_at IS NOT NULL AND u.erased_at IS NOT NULL FOR UPDATE OF e;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Nobody has confirmed that this person is erased';
    END IF;
    IF is_person_held(tenant, person) THEN
      RETURN NULL;
    END IF;
    -- As whoever seals: a digest is not made of what is erased meanwhile.
    PERFORM pg_advisory_xact_lock(hashtextextended('audit chain ' || tenant, 0));
    FOR statement IN SELECT statements_to_erase() LOOP
      EXECUTE statement USING tenant, person, most;
      GET DIAGNOSTICS done = ROW_COUNT;
      IF done > 0 THEN
        RETURN done;
      END IF;
    END LOOP;
    UPDATE person_erasures SET finished_at = clock_timestamp() WHERE tenant_id = tenant AND user_id = person;
    RETURN 0;
  END $$;

  REVOKE ALL ON FUNCTION statements_to_erase(), erase_person_rows(uuid, uuid, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_person_rows(uuid, uuid, integer) TO orkestra_system`;
