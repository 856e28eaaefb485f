import { Injectable } from '@nestjs/common';
import { Clock, Config, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { hashSecret, isSessionToken, newSessionToken } from '../auth/secrets';
import type { TenantRole } from '../roles';
import { ISSUER_MAY } from './link-issuer.queries';
import { InvalidLinkError } from './links.errors';

export type LinkPurpose = 'invitation' | 'password-reset' | 'admin-invitation';

export interface NewLink {
  tenantId: string;
  userId: string;
  purpose: LinkPurpose;
  /** How long it works, in milliseconds. */
  ttl: number;
  /** Id of who asked for it; left out where nobody was signed in. */
  createdBy?: string;
}

/** Whom a link is for. */
export interface LinkView {
  tenant: { id: string; slug: string; name: string };
  user: { id: string; email: string; displayName: string; role: TenantRole };
  purpose: LinkPurpose;
  expiresAt: Date;
}

/**
 * Links that let a person in once. Postgres holds the SHA-256 of a token. Invitations are for who has not come yet,
 * the others for active people; whatever else becomes of the person, the link no longer works. Nor does it once whoever
 * made it could not make it any more.
 */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * In place of the link that the person has for the same purpose.
   * @param em of a transaction of the tenant, or of the role `system`
   */
  async issue(em: EntityManager, link: NewLink): Promise<{ token: string; expiresAt: Date }> {
    const token = newSessionToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + link.ttl);
    await queryRows(em, FORGET_EXPIRED, [link.tenantId, now]);
    await queryRows(em, ISSUE, [
      ...[link.tenantId, link.userId, link.purpose, hashSecret(token)],
      ...[link.createdBy ?? null, now, expiresAt],
    ]);
    return { token, expiresAt };
  }

  /** Where a person opens the link. What follows the `#` reaches no server and no log. */
  urlOf(token: string): string {
    return `${this.config.PUBLIC_URL}/link#token=${token}`;
  }

  /** Changes nothing, so that whoever only looks, such as a scanner of mails, uses up no link. */
  async look(token: string): Promise<LinkView | undefined> {
    if (!isSessionToken(token)) return undefined;
    const [link] = await this.system.query<LinkView>(LOOK, [hashSecret(token), this.clock.now()]);
    return link;
  }

  /**
   * Uses the link up, with the transaction that does what it is for: of two at once, one.
   * @param em of a transaction of the tenant, or of the role `system`
   * @returns the id of the person
   * @throws InvalidLinkError
   */
  async use(em: EntityManager, token: string, purpose: LinkPurpose): Promise<string> {
    if (!isSessionToken(token)) throw new InvalidLinkError();
    const [used] = await queryRows<{ userId: string }>(em, USE, [
      hashSecret(token),
      purpose,
      this.clock.now(),
    ]);
    if (used === undefined) throw new InvalidLinkError();
    return used.userId;
  }

  /** @param purpose all, where it is left out */
  async revokeFor(em: EntityManager, userId: string, purpose?: LinkPurpose): Promise<void> {
    await queryRows(em, REVOKE, [userId, purpose ?? null]);
  }
}

const FITS = `CASE WHEN l.purpose = 'password-reset' THEN u.active ELSE u.invited_at IS NOT NULL END
  AND ${ISSUER_MAY}`;

const FORGET_EXPIRED = 'DELETE FROM one_time_links WHERE tenant_id = $1 AND expires_at <= $2';

const ISSUE = `
  INSERT INTO one_time_links (tenant_id, user_id, purpose, token_hash, created_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (tenant_id, user_id, purpose) DO UPDATE SET token_hash = excluded.token_hash,
    created_by = excluded.created_by, created_at = excluded.created_at, expires_at = excluded.expires_at`;

const LOOK = `
  SELECT json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) AS tenant,
         json_build_object('id', u.id, 'email', u.email, 'displayName', u.display_name, 'role', u.role) AS "user",
         l.purpose, l.expires_at AS "expiresAt"
  FROM one_time_links l JOIN users u ON u.tenant_id = l.tenant_id AND u.id = l.user_id
    JOIN tenants t ON t.id = l.tenant_id
  WHERE l.token_hash = $1 AND l.expires_at > $2 AND ${FITS}`;

const USE = `
  DELETE FROM one_time_links l USING users u
  WHERE l.token_hash = $1 AND l.purpose = $2 AND l.expires_at > $3
    AND u.tenant_id = l.tenant_id AND u.id = l.user_id AND ${FITS}
  RETURNING l.user_id AS "userId"`;

const REVOKE = 'DELETE FROM one_time_links WHERE user_id = $1 AND ($2::text IS NULL OR purpose = $2)';
