import { Injectable } from '@nestjs/common';
import { Clock, Ids, LiveBus, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { SessionExpiredError } from './auth.errors';
import { LastSeen } from './last-seen.service';
import { hashSecret, isSessionToken, newSessionToken } from './secrets';
import type { NewSession, OpenedSession, SessionUser, SsoSessions, WhichSessions } from './session';
import {
  DELETE_ENDED,
  DELETE_ONE,
  DELETE_OF_SSO,
  DELETE_OF_USER,
  DELETE_PAST_DIRECTORY,
  INSERT_SESSION,
  KEEP_ALIVE,
  SESSION_WITH_USER,
} from './sessions.store';

interface EndedSession {
  sessionId: string;
  tenantId: string;
}

type SessionRow = Omit<SessionUser, 'deleteAt'> & { lastSeenAt: string; deleteAt: string | null };

const LONGEST_USER_AGENT = 300;

/**
 * Sessions of people. Postgres holds the SHA-256 of a token, never the token. A session that ends is told to every
 * process, so that it closes what the session keeps open there.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly lastSeen: LastSeen,
    private readonly live: LiveBus,
  ) {}

  /**
   * Opens a session that ends after the tenant's time without a request, 12 hours by default, and at the latest after
   * the tenant's longest time, 7 days by default.
   * @param beside what is to be written in the same transaction, of the role `system`
   * @throws SessionExpiredError where the person is inactive, or another epoch of theirs has begun
   */
  async open(
    { tenantId, userId, epoch, method, remoteAddress, userAgent, replaces, sso }: NewSession,
    beside: (em: EntityManager, sessionId: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<OpenedSession> {
    const token = newSessionToken();
    const id = this.ids.next();
    const now = this.clock.now();
    const { ended, expiresAt } = await this.database.run(async (em) => {
      const hash = replaces === undefined ? null : hashSecret(replaces);
      const rows = await queryRows<EndedSession>(em, DELETE_ENDED, [hash, now]);
      const [opened] = await queryRows<{ longestMs: number }>(em, INSERT_SESSION, [
        ...[hashSecret(token), tenantId, userId, now, id, method],
        ...[remoteAddress ?? null, userAgent?.slice(0, LONGEST_USER_AGENT) ?? null],
        ...originOf(sso, now),
        epoch,
      ]);
      if (opened === undefined) throw new SessionExpiredError();
      await beside(em, id);
      return { ended: rows, expiresAt: new Date(now.getTime() + opened.longestMs) };
    });
    this.tellEnded(ended);
    return { id, token, expiresAt };
  }

  /**
   * Who holds the session, with groups, in one round trip. Undefined when it has ended.
   * @param use whether the person does something, which keeps the session alive, or only a page that they left open
   */
  async find(token: string, use: 'person' | 'page'): Promise<SessionUser | undefined> {
    if (!isSessionToken(token)) return undefined;
    const hash = hashSecret(token);
    const now = this.clock.now();
    const [found] = await this.database.lookUp<{ row: SessionRow }>(SESSION_WITH_USER, [hash, now]);
    if (found === undefined) return undefined;
    const { lastSeenAt, deleteAt, ...session } = found.row;
    if (use === 'person') this.lastSeen.note(token, new Date(lastSeenAt), KEEP_ALIVE, [hash, now]);
    return { ...session, deleteAt: deleteAt === null ? null : new Date(deleteAt) };
  }

  async close(token: string): Promise<void> {
    this.tellEnded(await this.database.query<EndedSession>(DELETE_ONE, [hashSecret(token)]));
  }

  /**
   * @param beside what is to be written in the same transaction, of the role `system`
   * @returns the ids of those that have ended now
   */
  async endOf(
    tenantId: string,
    userId: string,
    which: WhichSessions = {},
    beside: (em: EntityManager, ended: string[]) => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> {
    const { only = null, except = null, stale = false } = which;
    const { ended, ids } = await this.database.run(async (em) => {
      const rows = await queryRows<EndedSession>(em, DELETE_OF_USER, [tenantId, userId, only, except, stale]);
      const sessionIds = rows.map(({ sessionId }) => sessionId);
      await beside(em, sessionIds);
      return { ended: rows, ids: sessionIds };
    });
    this.tellEnded(ended);
    return ids;
  }

  /**
   * Without subject and sessions the connection counts no more, and neither do tokens of its provider.
   * @param beside what is to be written in the same transaction, of the role `system`
   * @returns how many have ended now
   */
  async endOfSso(
    { tenantId, connectionId, subject, sessions }: SsoSessions,
    beside: (em: EntityManager, ended: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<number> {
    const ended = await this.database.run(async (em) => {
      const which = [tenantId, connectionId, subject ?? null, sessions ?? null];
      const rows = await queryRows<EndedSession>(em, DELETE_OF_SSO, which);
      await beside(em, rows.length);
      return rows;
    });
    this.tellEnded(ended);
    if (subject === undefined && sessions === undefined)
      this.tellEnded([{ sessionId: connectionId, tenantId }]);
    return ended.length;
  }

  /** Those that the tenant's directory did not open, where it lets people in by the directory only. */
  async endPastDirectory(tenantId: string): Promise<void> {
    this.tellEnded(await this.database.query<EndedSession>(DELETE_PAST_DIRECTORY, [tenantId]));
  }

  private tellEnded(sessions: readonly EndedSession[]): void {
    for (const { sessionId, tenantId } of sessions)
      this.live.publish({ tenantId, topic: 'session', id: sessionId, revision: 0, kind: 'ended' });
  }
}

/** A directory that does not say when the person proved who they are has proved nothing lately. */
function originOf(sso: NewSession['sso'], now: Date): unknown[] {
  if (sso === undefined) return [now, null, null, null, null, null];
  const { provenAt = new Date(0), connectionId, subject, session, hint } = sso;
  const proven = provenAt > now ? now : provenAt;
  return [proven, connectionId, subject, session ?? null, hint?.bytes ?? null, hint?.keyId ?? null];
}
