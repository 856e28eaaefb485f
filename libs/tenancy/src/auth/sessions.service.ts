import { Injectable } from '@nestjs/common';
import { Clock, prepared, queryRows, SystemDatabase } from '@orkestra/core';
import type { GroupMembership } from '../tenant-context';
import { LastSeen } from './last-seen.service';
import { hashSecret, isSessionToken, newSessionToken } from './secrets';

const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;

export interface SessionUser {
  tenantId: string;
  userId: string;
  displayName: string;
  role: 'admin' | 'member';
  groups: GroupMembership[];
}

type SessionRow = SessionUser & { createdAt: Date; lastSeenAt: Date };

/** Sessions of people. Postgres holds the SHA-256 of a token, never the token. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    private readonly lastSeen: LastSeen,
  ) {}

  /**
   * Opens a session that ends after 12 hours without a request, and after 7 days at the latest.
   * @param replaced token of a session that ends in the same step
   */
  async open(
    { tenantId, userId }: { tenantId: string; userId: string },
    replaced?: string,
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newSessionToken();
    const now = this.clock.now();
    await this.database.run(async (em) => {
      await queryRows(em, DELETE_ENDED, [replaced === undefined ? null : hashSecret(replaced), now]);
      await queryRows(
        em,
        `INSERT INTO sessions (token_hash, tenant_id, user_id, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $4, $5)`,
        [hashSecret(token), tenantId, userId, now, new Date(now.getTime() + IDLE_MS)],
      );
    });
    return { token, expiresAt: new Date(now.getTime() + LONGEST_MS) };
  }

  /** Who holds the session, with groups, in one round trip. Undefined when it has ended. */
  async find(token: string): Promise<SessionUser | undefined> {
    if (!isSessionToken(token)) return undefined;
    const [session] = await this.database.query<SessionRow>(SESSION_WITH_USER, [
      hashSecret(token),
      this.clock.now(),
    ]);
    if (session !== undefined) this.keepAlive(token, session);
    return session;
  }

  async close(token: string): Promise<void> {
    await this.database.query('DELETE FROM sessions WHERE token_hash = $1', [hashSecret(token)]);
  }

  private keepAlive(token: string, { createdAt, lastSeenAt }: SessionRow): void {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(Math.min(now + IDLE_MS, createdAt.getTime() + LONGEST_MS));
    this.lastSeen.note(
      token,
      lastSeenAt,
      'UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE token_hash = $1',
      [hashSecret(token), new Date(now), expiresAt],
    );
  }
}

const DELETE_ENDED = `
  DELETE FROM sessions WHERE token_hash IN
    (SELECT token_hash FROM sessions WHERE token_hash = $1 OR expires_at <= $2 FOR UPDATE SKIP LOCKED)`;

const SESSION_WITH_USER = prepared(`
  SELECT s.tenant_id AS "tenantId", s.user_id AS "userId", s.created_at AS "createdAt",
         s.last_seen_at AS "lastSeenAt", u.display_name AS "displayName", u.role,
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'role', m.role) ORDER BY g.key), '[]')
          FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
          WHERE m.tenant_id = s.tenant_id AND m.user_id = s.user_id) AS groups
  FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.active`);
