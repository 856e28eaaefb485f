import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isPersonHeld, OWNER_MAY_ERASE, statementsToErase } from './1700000044002-holds-and-erasure';
import { eraseTasks } from './1700000044003-retention';

/** Erasing reaches the tables that came after it, what a directory has told, and guests who are the same person. */
export class ErasureOfNotifications1700000061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who it was: the person with the same address, once they are erased.
      ALTER TABLE task_guests ADD erased_as uuid;
      CREATE INDEX task_guests_email ON task_guests (tenant_id, email);
      CREATE INDEX task_guests_erased ON task_guests (tenant_id, erased_as) WHERE erased_as IS NOT NULL;
      GRANT SELECT (erased_as), UPDATE (erased_as) ON task_guests TO orkestra_app;
      -- Whoever is erased is asked for by these.
      CREATE INDEX answer_attempts_person ON answer_attempts (tenant_id, person_id);
      CREATE INDEX chat_messages_person ON chat_messages (tenant_id, person_id);
    `);
    await runner.query(OWNER_MAY_ERASE);
    await runner.query(`${HELD}; ${STATEMENTS}; ${eraseTasks(FORGET_GUESTS)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${isPersonHeld('OR REPLACE')}; ${statementsToErase('OR REPLACE')}; ${eraseTasks('')}`,
    );
    await runner.query(`
      DROP INDEX answer_attempts_person, chat_messages_person;
      ALTER TABLE task_guests DROP erased_as;
      DROP INDEX task_guests_email;
    `);
  }
}

/** Of tasks whose days are over: where guests can be reached. Their names stay beside what they decided, as all names do. */
const FORGET_GUESTS = `
    UPDATE task_guests SET email = id || '@erased.invalid', link_hash = NULL, session_hash = NULL
      WHERE tenant_id = tenant AND task_id = ANY (ids) AND email NOT LIKE '%@erased.invalid';`;

const HELD = `
  -- Whether a hold is on all that the tenant has, or on a task that the person had to do with, also as its guest.
  CREATE OR REPLACE FUNCTION is_person_held(tenant uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
      SELECT FROM legal_holds h WHERE h.tenant_id = tenant AND h.released_at IS NULL AND (h.task_id IS NULL
        OR EXISTS (SELECT FROM task_events e
                   WHERE e.tenant_id = tenant AND e.task_id = h.task_id AND e.actor_id = person::text)
        OR EXISTS (SELECT FROM task_candidates c
                   WHERE c.tenant_id = tenant AND c.task_id = h.task_id AND c.principal_id = person)
        OR EXISTS (SELECT FROM tasks t WHERE t.tenant_id = tenant AND t.id = h.task_id
                   AND person IN (t.assignee_id, t.owner_id, t.on_behalf_of))
        OR EXISTS (SELECT FROM task_guests g JOIN users u ON u.tenant_id = g.tenant_id AND u.id = person
                   WHERE g.tenant_id = tenant AND g.task_id = h.task_id AND (g.erased_as = person OR g.email = u.email))))
  $$`;

/** The ids by which they are written down as who acted: their own, and those they had as a guest. */
const THEIR_IDS = `(SELECT $2::text UNION ALL
        SELECT g.id::text FROM task_guests g WHERE g.tenant_id = $1 AND g.erased_as = $2)`;

/** The accounts of chats that are theirs, as far as anybody knows: linked, or clicked with while they were. */
const THEIR_ACCOUNTS = `(SELECT n.channel, n.key FROM notification_addresses n WHERE n.tenant_id = $1 AND n.person_id = $2
        UNION SELECT own.channel, own.team || ''/'' || own.account FROM answer_attempts own
        WHERE own.tenant_id = $1 AND own.person_id = $2)`;

const STATEMENTS = `
  -- What erases a person: $1 the tenant, $2 the person, $3 how many rows at most. In this order: some rows are found by
  -- what a later statement erases.
  CREATE OR REPLACE FUNCTION statements_to_erase() RETURNS SETOF text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public AS $$
    WITH columns AS (
      SELECT c.oid::regclass AS "table", a.attname::text AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
    ), statements AS (
      -- What came from an account of theirs while nobody knew whose it was.
      SELECT 0 AS step, 'UPDATE answer_attempts SET account = NULL, team = NULL WHERE ctid IN (SELECT a.ctid FROM answer_attempts a
        WHERE a.tenant_id = $1 AND a.person_id IS NULL AND a.account IS NOT NULL
        AND (a.channel, a.team || ''/'' || a.account) IN ${THEIR_ACCOUNTS} LIMIT $3)' AS text
      UNION ALL
      SELECT 0, 'DELETE FROM chat_link_requests WHERE ctid IN (SELECT r.ctid FROM chat_link_requests r WHERE r.tenant_id = $1
        AND (r.channel, r.team_id || ''/'' || r.account_id) IN ${THEIR_ACCOUNTS} LIMIT $3)'
      UNION ALL
      -- What lets them in, reaches them, or is theirs alone.
      SELECT 1, format('DELETE FROM %1$s WHERE (tableoid, ctid) IN
        (SELECT tableoid, ctid FROM %1$s WHERE tenant_id = $1 AND %2$I = $2::text::%3$s LIMIT $3)', c."table", c.name, of_type)
      FROM (VALUES ('sessions', 'user_id', 'uuid'), ('one_time_links', 'user_id', 'uuid'), ('totp_factors', 'user_id', 'uuid'),
        ('passkeys', 'user_id', 'uuid'), ('recovery_codes', 'user_id', 'uuid'), ('sign_in_steps', 'user_id', 'uuid'),
        ('external_identities', 'user_id', 'uuid'), ('sso_tests', 'started_by', 'uuid'),
        ('absences', 'user_id', 'uuid'), ('user_skills', 'user_id', 'uuid'), ('group_members', 'user_id', 'uuid'),
        ('task_drafts', 'user_id', 'uuid'), ('agent_sessions', 'principal_id', 'uuid'),
        ('task_operations', 'principal_id', 'text'), ('notifications', 'person_id', 'uuid'),
        ('notification_deliveries', 'person_id', 'uuid'), ('notification_preferences', 'person_id', 'uuid'),
        ('notification_settings', 'person_id', 'uuid'), ('notification_rules', 'person_id', 'uuid'),
        ('notification_delays', 'person_id', 'uuid'), ('notification_addresses', 'person_id', 'uuid'),
        ('notification_connect_codes', 'person_id', 'uuid'),
        ('chat_messages', 'person_id', 'uuid')) AS theirs (of_table, of_column, of_type)
      JOIN columns c ON c."table"::text = of_table AND c.name = of_column
      UNION ALL
      SELECT 1, 'DELETE FROM api_key_uses WHERE ctid IN (SELECT u.ctid FROM api_key_uses u JOIN api_keys k
        ON k.tenant_id = u.tenant_id AND k.id = u.key_id WHERE u.tenant_id = $1 AND k.on_behalf_of = $2 LIMIT $3)'
      UNION ALL
      -- That somebody answered stays, from which account does not.
      SELECT 2, 'UPDATE answer_attempts SET account = NULL, team = NULL WHERE ctid IN (SELECT ctid FROM answer_attempts
        WHERE tenant_id = $1 AND person_id = ANY (ARRAY(SELECT t.id::uuid FROM ${THEIR_IDS} AS t (id))) AND num_nonnulls(account, team) > 0 LIMIT $3)'
      UNION ALL
      -- What a directory has told of them; it knows them by a name that must be there.
      SELECT 2, 'UPDATE users SET user_name = CASE WHEN user_name IS NOT NULL THEN id || ''@erased.invalid'' END, external_id = NULL,
        directory_profile = ''{}'' WHERE ctid IN (SELECT ctid FROM users WHERE tenant_id = $1 AND id = $2 AND (directory_profile <> ''{}''
        OR external_id IS NOT NULL OR user_name <> id || ''@erased.invalid'') LIMIT $3)'
      UNION ALL
      -- An invitation that is still open ends.
      SELECT 2, 'UPDATE task_guests SET email = id || ''@erased.invalid'', name = ''Erased person'', link_hash = NULL,
        session_hash = NULL, expires_at = least(expires_at, clock_timestamp()) WHERE ctid IN (SELECT ctid FROM task_guests
        WHERE tenant_id = $1 AND erased_as = $2 AND (name <> ''Erased person'' OR email <> id || ''@erased.invalid'') LIMIT $3)'
      UNION ALL
      -- Wherever a name stands beside an id.
      SELECT 2, format('UPDATE %1$s SET %2$I = ''Erased person'' WHERE (tableoid, ctid) IN (SELECT tableoid, ctid FROM %1$s
        WHERE tenant_id = $1 AND %3$I::text IN ${THEIR_IDS} AND %2$I <> ''Erased person'' LIMIT $3)', n."table", n.name, i.name)
      FROM columns n JOIN columns i ON i."table" = n."table" AND i.name = left(n.name, -5) || '_id'
      WHERE n.name LIKE '%\\_name'
      UNION ALL
      SELECT 3, 'UPDATE messages SET author = ''Erased person'' WHERE ctid IN (SELECT ctid FROM messages WHERE tenant_id = $1
        AND recorded_by_kind = ''user'' AND recorded_by_id = $2::text AND author <> ''Erased person'' LIMIT $3)'
      UNION ALL
      SELECT 3, 'UPDATE task_decisions SET evidence = evidence - ''address'' - ''userAgent'' WHERE ctid IN (SELECT ctid
        FROM task_decisions WHERE tenant_id = $1 AND voter_id IN ${THEIR_IDS} AND evidence ?| ARRAY[''address'', ''userAgent''] LIMIT $3)'
      UNION ALL
      -- The chain holds the digest; without the salt nobody finds again what it was made of.
      SELECT 4, 'UPDATE audit_events SET remote_address = NULL, details = ''{}'', salt = NULL WHERE ctid IN
        (SELECT ctid FROM audit_events WHERE tenant_id = $1 AND (salt IS NOT NULL OR remote_address IS NOT NULL OR details <> ''{}'')
         AND (actor_kind IN (''user'', ''anonymous'') AND actor_id IN ${THEIR_IDS} OR on_behalf_of = $2
           OR target_kind = ''user'' AND target_id = $2::text) LIMIT $3)'
    ) SELECT text FROM statements ORDER BY step, text
  $$`;
