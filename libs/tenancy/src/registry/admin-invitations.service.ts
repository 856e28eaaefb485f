import { Injectable } from '@nestjs/common';
import { Clock, Ids, oneLine, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { type LinkPurpose, OneTimeLinks } from '../links/one-time-links.service';
import { requireScope } from '../permissions';
import type { TenantRole } from '../roles';
import type { TenantContext } from '../tenant-context';
import { DeactivatedPersonError, InvalidInvitationError } from './tenant-registry.errors';

export interface AdminInvitation {
  email: string;
  /** Left out: what stands before the @, until they say themselves. */
  displayName?: string | undefined;
  role: 'owner' | 'admin';
  /** How long the link works, in milliseconds. */
  ttl: number;
}

export interface InvitedAdmin {
  userId: string;
  email: string;
  role: TenantRole;
  /** Whether they were in the tenant before, and the link is for another password. */
  known: boolean;
  /** Works once. */
  url: string;
  expiresAt: Date;
}

interface Person {
  id: string;
  role: TenantRole;
  active: boolean;
  invited: boolean;
}

/** Lets the first admin into a tenant, or one of those who locked themselves out. */
@Injectable()
export class AdminInvitations {
  constructor(
    private readonly database: TenantDatabase,
    private readonly links: OneTimeLinks,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the person an owner or admin, and a link by which they set their password. Whoever is active already gets a
   * link for another one.
   * @throws InvalidInvitationError, DeactivatedPersonError
   */
  async invite(ctx: TenantContext, invitation: AdminInvitation): Promise<InvitedAdmin> {
    requireScope(ctx, 'owners:write');
    const email = invitation.email.trim().toLowerCase();
    const displayName = (invitation.displayName ?? email.split('@')[0] ?? '').trim();
    checkPerson(email, displayName);
    return this.database.run(ctx, async (em) => {
      const before = await personOf(em, ctx, email);
      if (before && !before.active && !before.invited) throw new DeactivatedPersonError(email);
      const userId = before?.id ?? this.ids.next();
      // An owner stays one: they may be the last.
      const role = before?.role === 'owner' ? 'owner' : invitation.role;
      const values = [ctx.tenantId, userId, role];
      if (before) await queryRows(em, 'UPDATE users SET role = $3 WHERE tenant_id = $1 AND id = $2', values);
      else await queryRows(em, INVITE, [...values, email, displayName, this.clock.now()]);
      return this.issue(em, ctx, { userId, email, role, before, ttl: invitation.ttl });
    });
  }

  private async issue(
    em: EntityManager,
    ctx: TenantContext,
    person: { userId: string; email: string; role: TenantRole; before: Person | undefined; ttl: number },
  ): Promise<InvitedAdmin> {
    const { userId, email, role, before, ttl } = person;
    const purpose: LinkPurpose = before?.active ? 'password-reset' : 'admin-invitation';
    const { tenantId } = ctx;
    const link = await this.links.issue(em, { tenantId, userId, purpose, ttl, createdBy: ctx.principal.id });
    await this.audit.record(em, ctx, {
      action: 'person.admin_invited',
      target: { kind: 'user', id: userId },
      details: { purpose, role, roleBefore: before?.role ?? null, expiresAt: link.expiresAt.toISOString() },
    });
    const url = this.links.urlOf(link.token);
    return { userId, email, role, known: before?.active ?? false, url, expiresAt: link.expiresAt };
  }
}

function checkPerson(email: string, displayName: string): void {
  if (email.length > 200 || !/^[^\s@\0]+@[^\s@\0]+$/.test(email)) {
    throw new InvalidInvitationError('That is no e-mail address. Give one such as ada@example.com.');
  }
  if (displayName === '' || displayName.length > 100 || oneLine(displayName) !== displayName) {
    throw new InvalidInvitationError('The name of a person is one line of 1 to 100 characters.');
  }
}

async function personOf(em: EntityManager, ctx: TenantContext, email: string): Promise<Person | undefined> {
  const [person] = await queryRows<Person>(
    em,
    `SELECT id, role, active, invited_at IS NOT NULL AS invited FROM users
     WHERE tenant_id = $1 AND email = $2 FOR NO KEY UPDATE`,
    [ctx.tenantId, email],
  );
  return person;
}

const INVITE = `
  INSERT INTO users (tenant_id, id, role, email, display_name, active, created_at, invited_at)
  VALUES ($1, $2, $3, $4, $5, false, $6, $6)`;
