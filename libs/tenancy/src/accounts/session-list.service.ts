import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import { SessionsService } from '../auth/sessions.service';
import type { WhichSessions } from '../auth/session';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { NoSuchSessionError } from './accounts.errors';
import { findPerson, requireMayManage } from './managed-person';
import { personOf } from '../proof/step-up.service';

export interface SessionView {
  id: string;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  expiresAt: Date;
  method: string;
  remoteAddress: string | null;
  userAgent: string | null;
}

/** Where people are signed in, for themselves and for admins. */
@Injectable()
export class SessionList {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The newest first.
   * @param user e-mail address or id of somebody else
   * @throws PersonOnlyError, RoleForbidsError, UnknownUserError, InvalidCursorError
   */
  async list(ctx: TenantContext, user: string | null, page: PageRequest): Promise<Page<SessionView>> {
    const size = pageSize(page);
    const before = page.after ? readCursor(page.after) : null;
    if (user !== null) requireScope(ctx, 'people:write');
    const rows = await this.database.run(ctx, async (em) => {
      const userId = user === null ? personOf(ctx).userId : (await findPerson(em, user)).id;
      return queryRows<SessionView>(em, LIST, [userId, this.clock.now(), before, size + 1]);
    });
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /**
   * One of one's own, or with `user` one of theirs.
   * @throws NoSuchSessionError, PersonOnlyError, RoleForbidsError, UnknownUserError
   */
  async end(ctx: TenantContext, sessionId: string, user: string | null): Promise<void> {
    if (!isUuid(sessionId)) throw new NoSuchSessionError();
    const ended = await this.endThose(ctx, user, { only: sessionId });
    if (ended.length === 0) throw new NoSuchSessionError();
  }

  /**
   * All of one's own but this one, or with `user` all of theirs.
   * @returns how many
   * @throws PersonOnlyError, RoleForbidsError, UnknownUserError
   */
  async endAll(ctx: TenantContext, user: string | null): Promise<number> {
    const except = user === null ? personOf(ctx).sessionId : undefined;
    return (await this.endThose(ctx, user, { except })).length;
  }

  private async endThose(ctx: TenantContext, user: string | null, which: WhichSessions): Promise<string[]> {
    const userId = await this.whose(ctx, user);
    return this.sessions.endOf(ctx.tenantId, userId, which, async (em, ended) => {
      if (ended.length === 0) return;
      const target = { kind: 'user', id: userId };
      await this.audit.record(em, ctx, {
        action: 'sessions.ended',
        target,
        details: { sessions: ended.slice(0, 100) },
      });
    });
  }

  private async whose(ctx: TenantContext, user: string | null): Promise<string> {
    if (user === null) return personOf(ctx).userId;
    return this.database.run(ctx, async (em) => (await requireMayManage(em, ctx, user)).id);
  }
}

/** @throws InvalidCursorError */
function readCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new InvalidCursorError();
  return id;
}

const LIST = `
  SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.method,
         s.remote_address AS "remoteAddress", s.user_agent AS "userAgent"
  FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
  WHERE s.user_id = $1 AND s.expires_at > $2 AND s.epoch = u.session_epoch AND u.active
    AND ($3::uuid IS NULL OR s.id < $3)
  ORDER BY s.id DESC LIMIT $4`;
