import { Injectable } from '@nestjs/common';
import { Clock, LiveBus, prepared, queryRows, SystemDatabase } from '@orkestra/core';
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

interface EndedSession {
  id: string;
  tenantId: string;
}

type SessionRow = SessionUser & { createdAt: Date; lastSeenAt: Date };

/**
 * Sessions of people. Postgres holds the SHA-256 of a token, never the token. A session that ends is told to every
 * process, so that it closes what the session keeps open there.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    private readonly lastSeen: LastSeen,
    private readonly live: LiveBus,
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
    const ended = await this.database.run(async (em) => {
      const hash = replaced === undefined ? null : hashSecret(replaced);
      const rows = await queryRows<EndedSession>(em, DELETE_ENDED, [hash, now]);
      await queryRows(
        em,
        `INSERT INTO sessions (token_hash, tenant_id, user_id, epoch, created_at, last_seen_at, expires_at)
         SELECT $1, $2, $3, u.session_epoch, $4, $4, $5 FROM users u WHERE u.tenant_id = $2 AND u.id = $3`,
        [hashSecret(token), tenantId, userId, now, new Date(now.getTime() + IDLE_MS)],
      );
      return rows;
    });
    this.tellEnded(ended);
    return { token, expiresAt: new Date(now.getTime() + LONGEST_MS) };
  }

  /**
   * Who holds the session, with groups, in one round trip. Undefined when it has ended.
   * @param use whether the person does something, which keeps the session alive, or only a page that they left open
   */
  async find(token: string, use: 'person' | 'page'): Promise<SessionUser | undefined> {
    if (!isSessionToken(token)) return undefined;
    const [session] = await this.database.query<SessionRow>(SESSION_WITH_USER, [
      hashSecret(token),
      this.clock.now(),
    ]);
    if (session !== undefined && use === 'person') this.keepAlive(token, session);
    return session;
  }

  async close(token: string): Promise<void> {
    this.tellEnded(await this.database.query<EndedSession>(DELETE_ONE, [hashSecret(token)]));
  }

  private tellEnded(sessions: readonly EndedSession[]): void {
    for (const { id, tenantId } of sessions)
      this.live.publish({ tenantId, topic: 'session', id, revision: 0, kind: 'ended' });
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

const ENDED = `RETURNING encode(token_hash, 'hex') AS id, tenant_id AS "tenantId"`;

const DELETE_ENDED = `
  DELETE FROM sessions WHERE token_hash IN
    (SELECT token_hash FROM sessions WHERE token_hash = $1 OR expires_at <= $2 FOR UPDATE SKIP LOCKED) ${ENDED}`;

const DELETE_ONE = `DELETE FROM sessions WHERE token_hash = $1 ${ENDED}`;

const SESSION_WITH_USER = prepared(`
  SELECT s.tenant_id AS "tenantId", s.user_id AS "userId", s.created_at AS "createdAt",
         s.last_seen_at AS "lastSeenAt", u.display_name AS "displayName", u.role,
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'role', m.role) ORDER BY g.key), '[]')
          FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
          WHERE m.tenant_id = s.tenant_id AND m.user_id = s.user_id) AS groups
  FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.active AND s.epoch = u.session_epoch`);
