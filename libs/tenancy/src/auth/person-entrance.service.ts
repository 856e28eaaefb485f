import { Injectable } from '@nestjs/common';
import { Clock, prepared, SystemDatabase } from '@orkestra/core';
import { RateLimits } from '../limits/rate-limits.service';
import type { OutsideChannel, TenantContext } from '../tenant-context';
import { limitOf } from '../tenants/tenant-limits';
import { refuseAtTheDoor, TENANT_STATE } from '../tenants/tenant-status';
import type { CallerOrigin } from './caller-origin';
import type { SessionUser } from './session';
import { userContext } from './user-context';

/** A person whom a channel has made out: by a link that was theirs alone, or an account that is linked to them. */
export interface OutsidePerson {
  tenantId: string;
  personId: string;
  channel: OutsideChannel;
  /** The record of the click or message that proves it. */
  credentialId: string;
}

type Row = Omit<SessionUser, 'sessionId' | 'deleteAt'> & { deleteAt: string | Date | null };

/**
 * Lets people act from outside the app, for one answer. Nothing is cached: role, groups and whether they are active are
 * read each time. Whoever calls it has proof of who it is.
 */
@Injectable()
export class PersonEntrance {
  constructor(
    private readonly database: SystemDatabase,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined for somebody who is not in the workspace, or no longer active there
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError
   */
  async enter(person: OutsidePerson, from: CallerOrigin = {}): Promise<TenantContext | undefined> {
    const { tenantId, personId, channel, credentialId } = person;
    const [found] = await this.database.query<Row>(ACTIVE_PERSON, [tenantId, personId]);
    if (found === undefined) return undefined;
    const deleteAt = found.deleteAt === null ? null : new Date(found.deleteAt);
    const user = { ...found, deleteAt, sessionId: credentialId };
    refuseAtTheDoor(user, 'user', this.clock.now());
    const own = found.tenantRequestsPerMinute;
    this.limits.admitTenant(tenantId, own === null ? null : Number(own));
    return userContext(user, channel, from);
  }
}

const ACTIVE_PERSON = prepared(`
  SELECT u.tenant_id AS "tenantId", u.id AS "userId", u.display_name AS "displayName", u.role,
         ${TENANT_STATE}, ${limitOf('requestsPerMinute', 't')}::text AS "tenantRequestsPerMinute",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'key', g.key, 'role', m.role) ORDER BY g.key), '[]')
          FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
          WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id) AS groups
  FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.tenant_id = $1 AND u.id = $2 AND u.active`);
