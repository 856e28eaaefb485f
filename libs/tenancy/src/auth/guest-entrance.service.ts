import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId, SystemDatabase } from '@orkestra/core';
import { RateLimits } from '../limits/rate-limits.service';
import { type GuestPass, issueContext, type TenantContext } from '../tenant-context';
import { limitOf } from '../tenants/tenant-limits';
import { refuseAtTheDoor, TENANT_STATE, type TenantState } from '../tenants/tenant-status';
import type { CallerOrigin } from './caller-origin';

/** A person without an account, whom their session has made out. */
export interface OutsideGuest extends GuestPass {
  tenantId: string;
  guestId: string;
  name: string;
  /** The record of what they are about to do, or the invitation itself. */
  credentialId: string;
}

type Row = TenantState & { tenantRequestsPerMinute: string | null; guests: boolean };

/** Lets guests in, each to one task. Nothing is cached: what the workspace allows is read each time. */
@Injectable()
export class GuestEntrance {
  constructor(
    private readonly database: SystemDatabase,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * @param use whether they do something, which counts for the limit of the workspace
   * @returns undefined where the workspace allows no guests, or is gone
   * @throws TenantSuspendedError, TenantDeletingError, TenantLimitError
   */
  async enter(
    guest: OutsideGuest,
    from: CallerOrigin = {},
    use: 'answer' | 'look' = 'answer',
  ): Promise<TenantContext | undefined> {
    const { tenantId, guestId, name, taskId, actions, credentialId } = guest;
    const [tenant] = await this.database.query<Row>(TENANT, [tenantId]);
    if (tenant === undefined || !tenant.guests) return undefined;
    const deleteAt = tenant.deleteAt === null ? null : new Date(tenant.deleteAt);
    refuseAtTheDoor({ ...tenant, deleteAt }, 'user', this.clock.now());
    const own = tenant.tenantRequestsPerMinute;
    if (use === 'answer') this.limits.admitTenant(tenantId, own === null ? null : Number(own));
    return issueContext({
      tenantId,
      // A working role, since they work on the task; what the pass does not name the rules of tasks refuse.
      principal: { kind: 'user', id: guestId, displayName: `${name} (guest)`, role: 'operator', groups: [] },
      scopes: [
        'tasks:read',
        'tasks:complete',
        ...(actions.includes('comment') ? (['tasks:write'] as const) : []),
      ],
      channel: 'guest',
      correlationId: currentCorrelationId(),
      credentialId,
      remoteAddress: from.remoteAddress,
      userAgent: from.userAgent,
      guest: { taskId, actions },
    });
  }
}

const TENANT = `
  SELECT ${TENANT_STATE}, ${limitOf('requestsPerMinute', 't')}::text AS "tenantRequestsPerMinute",
         coalesce((t.settings #>> '{answers,guests}')::boolean, false) AS guests
  FROM tenants t WHERE t.id = $1`;
