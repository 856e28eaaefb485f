import { prepared, rowsAsJson } from '@orkestra/core';
import { limitOf } from '../tenants/tenant-limits';
import { TENANT_STATE } from '../tenants/tenant-status';
import { COMES_RIGHTLY } from './directory-only.queries';

/** What a tenant says of its sessions, or what counts by default; `t` is its row. */
const IDLE_MS = `coalesce((t.settings #>> '{sessions,idleMinutes}')::float8, 720) * 60000`;
const LONGEST_MS = `coalesce((t.settings #>> '{sessions,longestHours}')::float8, 168) * 3600000`;

const after = (milliseconds: string) => `${milliseconds} * interval '1 millisecond'`;

const ENDED = `RETURNING id AS "sessionId", tenant_id AS "tenantId"`;

export const DELETE_ENDED = `
  DELETE FROM sessions WHERE token_hash IN
    (SELECT token_hash FROM sessions WHERE token_hash = $1 OR expires_at <= $2 FOR UPDATE SKIP LOCKED) ${ENDED}`;

export const DELETE_ONE = `DELETE FROM sessions WHERE token_hash = $1 ${ENDED}`;

/** Of a person: the only one, all but one, or those of an epoch that is over. */
export const DELETE_OF_USER = `
  DELETE FROM sessions s WHERE tenant_id = $1 AND user_id = $2 AND ($3::uuid IS NULL OR id = $3)
    AND ($4::uuid IS NULL OR id <> $4)
    AND (NOT $5 OR epoch <> (SELECT u.session_epoch FROM users u WHERE u.tenant_id = $1 AND u.id = $2)) ${ENDED}`;

/** Of a directory: all, of one of its accounts, or those that it names. */
export const DELETE_OF_SSO = `
  DELETE FROM sessions WHERE tenant_id = $1 AND sso_connection_id = $2 AND ($3::text IS NULL OR sso_subject = $3)
    AND ($4::text[] IS NULL OR sso_session = ANY ($4)) ${ENDED}`;

/** Of people who come from no directory, where the tenant wants them to. */
export const DELETE_PAST_DIRECTORY = `
  DELETE FROM sessions s USING tenants t, users u WHERE s.tenant_id = $1 AND t.id = s.tenant_id
    AND u.tenant_id = s.tenant_id AND u.id = s.user_id AND NOT ${COMES_RIGHTLY}
  RETURNING s.id AS "sessionId", s.tenant_id AS "tenantId"`;

export const INSERT_SESSION = `
  INSERT INTO sessions (token_hash, tenant_id, user_id, epoch, created_at, last_seen_at, proven_at, expires_at, id,
    method, remote_address, user_agent, sso_connection_id, sso_subject, sso_session, sso_hint, sso_hint_key_id)
  SELECT $1, u.tenant_id, u.id, u.session_epoch, $4, $4, $9,
         $4::timestamptz + least(${after(IDLE_MS)}, ${after(LONGEST_MS)}), $5, $6, $7, $8, $10, $11, $12, $13, $14
  FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.tenant_id = $2 AND u.id = $3
    AND u.active AND u.session_epoch = $15
  RETURNING (SELECT ${LONGEST_MS} FROM tenants t WHERE t.id = sessions.tenant_id) AS "longestMs"`;

/** $1: the token's hash; $2: now, when its person did something. */
export const KEEP_ALIVE = `
  UPDATE sessions s SET last_seen_at = $2,
    expires_at = least($2::timestamptz + ${after(IDLE_MS)}, s.created_at + ${after(LONGEST_MS)})
  FROM tenants t WHERE s.token_hash = $1 AND t.id = s.tenant_id`;

export const SESSION_WITH_USER = prepared(
  rowsAsJson(`
  SELECT s.tenant_id AS "tenantId", s.id AS "sessionId", s.user_id AS "userId", s.last_seen_at AS "lastSeenAt",
         u.display_name AS "displayName", u.role,
         ${TENANT_STATE}, ${limitOf('requestsPerMinute', 't')}::text AS "tenantRequestsPerMinute",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'role', m.role) ORDER BY g.key), '[]')
          FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
          WHERE m.tenant_id = s.tenant_id AND m.user_id = s.user_id) AS groups
  FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id JOIN tenants t ON t.id = s.tenant_id
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.active AND s.epoch = u.session_epoch AND ${COMES_RIGHTLY}
    AND s.last_seen_at + ${after(IDLE_MS)} > $2 AND s.created_at + ${after(LONGEST_MS)} > $2`),
);
