import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { type GroupPlace, replaceGroupsOf } from '../groups/group-membership.store';
import { type LinkPurpose, OneTimeLinks } from '../links/one-time-links.service';
import type { TenantRole } from '../roles';
import type { TenantContext } from '../tenant-context';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import { lockPeople, requireMayChange } from './admins.store';
import { InvitationMailer } from './invitation-mailer.service';
import { PersonExistsError, PersonStateError } from './people.errors';
import { readPerson } from './people.queries';
import { checkedDisplayName, checkedEmail, checkedRole } from './person-fields';
import type { PersonView } from './person-view';

export interface Invite {
  email: string;
  /** What others see until the person says themselves how they are called; the address when left out. */
  displayName?: string | undefined;
  role: TenantRole;
  groups?: readonly GroupPlace[] | undefined;
  /** Whether the link is mailed, where mail is set up, or only answered. */
  by?: 'mail' | 'link' | undefined;
  purpose?: Exclude<LinkPurpose, 'password-reset'> | undefined;
}

export interface Invitation {
  person: PersonView;
  /** To be handed on; null where it was mailed. */
  link: string | null;
  expiresAt: Date;
}

const LASTS_MS = 7 * 24 * 3_600_000;

/** How people come into the tenant. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly links: OneTimeLinks,
    private readonly mailer: InvitationMailer,
    private readonly limits: TenantLimitsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Invites somebody for seven days. Inviting who has not come yet renews the link: an earlier one ends, and role and
   * groups are those of the new invitation.
   * @throws PersonExistsError, InvalidPersonError, InvalidGroupError, RoleForbidsError when it makes an owner
   * @throws TenantLimitError when nobody else may come
   */
  async invite(ctx: TenantContext, invite: Invite): Promise<Invitation> {
    const email = checkedEmail(invite.email);
    const role = checkedRole(invite.role);
    const displayName = checkedDisplayName(invite.displayName?.trim() || email.slice(0, 100));
    requireMayChange(ctx, role);
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      await this.limits.requireRoomForPerson(em);
      const id = await this.write(em, ctx, { email, role, displayName });
      await replaceGroupsOf(em, ctx.tenantId, id, invite.groups ?? []);
      const { purpose = 'invitation' } = invite;
      await this.links.revokeFor(em, id);
      const { token, expiresAt } = await this.links.issue(em, {
        tenantId: ctx.tenantId,
        userId: id,
        purpose,
        ttl: LASTS_MS,
        createdBy: ctx.principal.id,
      });
      const person = await readPerson(em, ctx.tenantId, id);
      const link = this.links.urlOf(token);
      const mailed = invite.by !== 'link' && this.mailer.works;
      if (mailed) {
        const invitedBy = ctx.principal.displayName;
        await this.mailer.send(em, ctx, { to: email, displayName, invitedBy, link, expiresAt });
      }
      await this.audit.record(em, ctx, {
        action: 'person.invited',
        target: { kind: 'user', id },
        details: { email, role, groups: person.groups.map(({ key }) => key), by: mailed ? 'mail' : 'link' },
      });
      return { person, link: mailed ? null : link, expiresAt };
    });
  }

  /** The link ends at once, and the person is forgotten. @throws PersonNotFoundError, PersonStateError */
  async revoke(ctx: TenantContext, personId: string): Promise<PersonView> {
    requireMayChange(ctx);
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const person = await readPerson(em, ctx.tenantId, personId);
      requireMayChange(ctx, person.role);
      if (person.status !== 'invited') throw new PersonStateError(person.status, 'invited');
      await em.query('DELETE FROM group_members WHERE user_id = $1', [personId]);
      // Their links go with them.
      await em.query('DELETE FROM users WHERE id = $1', [personId]);
      await this.audit.record(em, ctx, {
        action: 'person.invitation_revoked',
        target: { kind: 'user', id: personId },
        details: { email: person.email },
      });
      return person;
    });
  }

  private async write(
    em: EntityManager,
    ctx: TenantContext,
    { email, role, displayName }: { email: string; role: TenantRole; displayName: string },
  ): Promise<string> {
    const [known] = await queryRows<{ id: string }>(em, 'SELECT id FROM users WHERE email = $1', [email]);
    const id = known?.id ?? this.ids.next();
    if (known !== undefined) {
      const { status, role: before } = await readPerson(em, ctx.tenantId, id);
      if (status !== 'invited')
        throw new PersonExistsError(email, status === 'active' ? 'active' : 'deactivated');
      requireMayChange(ctx, before);
    }
    await queryRows(em, PUT, [ctx.tenantId, id, email, displayName, role, this.clock.now()]);
    return id;
  }
}

const PUT = `
  INSERT INTO users (tenant_id, id, email, display_name, role, active, invited_at)
  VALUES ($1, $2, $3, $4, $5, false, $6)
  ON CONFLICT (tenant_id, id) DO UPDATE SET display_name = $4, role = $5, invited_at = $6`;
