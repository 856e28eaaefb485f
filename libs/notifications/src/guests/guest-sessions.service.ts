import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, SystemDatabase } from '@orkestra/core';
import { AuditLog, type CallerOrigin } from '@orkestra/tenancy';
import type { GuestAction } from './guest-view';
import { InvalidGuestLinkError } from './guests.errors';
import { hashOf } from './guests.service';

const TOKEN = /^[\w-]{43}$/;

/** A guest whom a link or a session has made out. */
export interface KnownGuest {
  tenantId: string;
  guestId: string;
  name: string;
  taskId: string;
  actions: GuestAction[];
  expiresAt: Date;
  /** Null where that person was forgotten. */
  invitedBy: string | null;
  workspace: string;
}

/** How guests come in: by a link that works once, and from then on by a session that is good for one task. */
@Injectable()
export class GuestSessions {
  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Whom the link is for; changes nothing. @throws InvalidGuestLinkError */
  async look(token: string): Promise<KnownGuest> {
    const guest = await this.find('link_hash', token);
    if (guest === undefined) throw new InvalidGuestLinkError();
    return guest;
  }

  /** Changes the link for a session: of two at once, one. @throws InvalidGuestLinkError */
  async open(token: string, from: CallerOrigin): Promise<{ session: string; guest: KnownGuest }> {
    const guest = await this.look(token);
    const session = randomBytes(32).toString('base64url');
    await this.database.run(async (em) => {
      const used = await queryRows(em, OPEN, [hashOf(token), hashOf(session), this.clock.now()]);
      if (used.length === 0) throw new InvalidGuestLinkError();
      const { tenantId, guestId, taskId } = guest;
      const { remoteAddress } = from;
      const actor = { tenantId, kind: 'anonymous', id: guestId, channel: 'guest', remoteAddress } as const;
      await this.audit.recordOf(em, actor, {
        action: 'guest.arrived',
        target: { kind: 'task', id: taskId },
        details: { guestId },
      });
    });
    return { session, guest };
  }

  /** Undefined where the session has ended. */
  async by(session: string): Promise<KnownGuest | undefined> {
    return this.find('session_hash', session);
  }

  private async find(column: 'link_hash' | 'session_hash', token: string): Promise<KnownGuest | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const sql = `${KNOWN} WHERE g.${column} = $1 AND g.expires_at > $2`;
    const [guest] = await this.database.query<KnownGuest>(sql, [hashOf(token), this.clock.now()]);
    return guest;
  }
}

const KNOWN = `
  SELECT g.tenant_id AS "tenantId", g.id AS "guestId", g.name, g.task_id AS "taskId", g.actions,
    g.expires_at AS "expiresAt", u.display_name AS "invitedBy", t.name AS workspace
  FROM task_guests g JOIN tenants t ON t.id = g.tenant_id
    LEFT JOIN users u ON u.tenant_id = g.tenant_id AND u.id = g.invited_by`;

const OPEN = `
  UPDATE task_guests SET link_hash = NULL, session_hash = $2, arrived_at = $3
  WHERE link_hash = $1 AND expires_at > $3 RETURNING id`;
