import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, queryRows, TenantDatabase } from '@orkestra/core';
import { actorFrom, AuditLog } from '../audit/audit-log.service';
import { hashSecret } from '../auth/secrets';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { TenantLifeCycle, type TenantRow } from './tenant-life-cycle.service';
import { DeletionNotConfirmedError, TenantStatusError } from './tenants.errors';

const CONFIRM_WITHIN_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;

export interface DeletionRequest {
  /** Confirms the request, once, by the same person; it is shown this once. */
  code: string;
  expiresAt: Date;
  /** When the deletion would fall due, were it confirmed now. */
  deleteAt: Date;
}

/** An owner deletes their own tenant: asked twice, and after a delay in which they can take it back. */
@Injectable()
export class TenantDeletion {
  constructor(
    private readonly database: TenantDatabase,
    private readonly lifeCycle: TenantLifeCycle,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Asks for the first time; nothing happens until it is confirmed.
   * @param slug of the tenant, typed by the person
   * @throws RoleForbidsError, DeletionNotConfirmedError when the slug is another, TenantStatusError
   */
  async request(ctx: TenantContext, slug: string): Promise<DeletionRequest> {
    requireScope(ctx, 'tenant:delete');
    const now = this.clock.now().getTime();
    const code = randomBytes(12).toString('base64url');
    const expiresAt = new Date(now + CONFIRM_WITHIN_MS);
    const request = { hash: hashSecret(code).toString('hex'), by: ctx.principal.id, until: expiresAt };
    await this.database.run(ctx, async (em) => {
      const rows = await queryRows<{ slug: string; status: string }>(
        em,
        'SELECT slug, status FROM tenants FOR NO KEY UPDATE',
      );
      if (rows[0]?.slug !== slug) throw new DeletionNotConfirmedError();
      if (rows[0].status !== 'active') throw new TenantStatusError('deleted', rows[0].status);
      await queryRows(em, 'UPDATE tenants SET deletion_request = $1', [JSON.stringify(request)]);
      await this.audit.record(em, ctx, { action: 'tenant.deletion_requested', target: targetOf(ctx) });
    });
    return { code, expiresAt, deleteAt: new Date(now + this.config.TENANT_DELETION_DAYS * DAY_MS) };
  }

  /** @throws RoleForbidsError, DeletionNotConfirmedError, TenantStatusError */
  async confirm(
    ctx: TenantContext,
    { slug, code }: { slug: string; code: string },
  ): Promise<{ deleteAt: Date }> {
    requireScope(ctx, 'tenant:delete');
    return this.lifeCycle.scheduleDeletion(actorFrom(ctx), (tenant) => {
      if (tenant.slug !== slug || !this.isConfirmedBy(ctx, tenant, code))
        throw new DeletionNotConfirmedError();
    });
  }

  /** @throws RoleForbidsError, TenantStatusError when none is asked for, or it has begun */
  async cancel(ctx: TenantContext): Promise<void> {
    requireScope(ctx, 'tenant:delete');
    await this.lifeCycle.cancelDeletion(actorFrom(ctx));
  }

  private isConfirmedBy({ principal }: TenantContext, { request }: TenantRow, code: string): boolean {
    if (request === null || request.by !== principal.id || new Date(request.until) <= this.clock.now())
      return false;
    return timingSafeEqual(Buffer.from(request.hash, 'hex'), hashSecret(code));
  }
}

function targetOf({ tenantId }: TenantContext): { kind: string; id: string } {
  return { kind: 'tenant', id: tenantId };
}
