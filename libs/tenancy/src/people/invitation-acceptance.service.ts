import { Injectable } from '@nestjs/common';
import { Clock, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { InvalidLinkError } from '../links/links.errors';
import { OneTimeLinks } from '../links/one-time-links.service';
import { TenantLimitsService } from '../tenants/tenant-limits.service';
import { requireOpenTenant } from '../tenants/tenant-status';
import { checkedDisplayName } from './person-fields';

export interface Accepted {
  tenantId: string;
  userId: string;
}

export interface Acceptance {
  remoteAddress?: string | undefined;
  /** What else the same transaction writes, such as a password. */
  also?: (em: EntityManager, person: Accepted) => Promise<void>;
}

/** The end of an invitation: the person is there. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly database: TenantDatabase,
    private readonly links: OneTimeLinks,
    private readonly limits: TenantLimitsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidLinkError, InvalidPersonError
   * @throws TenantLimitError, TenantSuspendedError, TenantDeletingError: the link works on, for when there is room
   */
  async accept(
    token: string,
    displayName: string,
    { remoteAddress, also }: Acceptance = {},
  ): Promise<Accepted> {
    const name = checkedDisplayName(displayName);
    const link = await this.links.look(token);
    if (link === undefined || link.purpose === 'password-reset') throw new InvalidLinkError();
    const { tenant, purpose } = link;
    return this.database.run({ tenantId: tenant.id }, async (em) => {
      await requireOpenTenant(em, this.clock.now());
      await this.limits.requireRoomForPerson(em);
      const userId = await this.links.use(em, token, purpose);
      const sql = 'UPDATE users SET active = true, invited_at = NULL, display_name = $2 WHERE id = $1';
      await queryRows(em, sql, [userId, name]);
      const person = { tenantId: tenant.id, userId };
      await also?.(em, person);
      await this.audit.recordOf(
        em,
        { tenantId: tenant.id, kind: 'user', id: userId, channel: 'web', remoteAddress },
        { action: 'person.joined', target: { kind: 'user', id: userId }, details: { by: purpose } },
      );
      return person;
    });
  }
}
