import { Injectable } from '@nestjs/common';
import { Clock, Config, isUuid, LiveBus, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AuditActor, AuditLog } from '../audit/audit-log.service';
import type { TenantStatus } from './tenant-status';
import { TenantStatusError, UnknownTenantError } from './tenants.errors';

const DAY_MS = 24 * 3_600_000;

export interface TenantRow {
  id: string;
  slug: string;
  status: TenantStatus;
  deleteAt: Date | null;
  /** Of a deletion that was asked for once and waits to be confirmed. */
  request: { hash: string; by: string; until: string } | null;
  before: TenantStatus | null;
}

interface Change {
  action: string;
  to: TenantStatus;
  from: readonly TenantStatus[];
  details?: Readonly<Record<string, unknown>>;
  /** Further columns, whose parameters begin at $4. */
  set?: string;
  values?: unknown[];
}

/** Suspends, resumes and deletes tenants, for whoever runs the installation; `actor.tenantId` says which. */
@Injectable()
export class TenantLifeCycle {
  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * From now on everything is refused, and live connections are closed. What workflows ask for waits.
   * @throws UnknownTenantError, TenantStatusError
   */
  async suspend(actor: AuditActor, reason: string): Promise<void> {
    await this.change(actor, (em) =>
      this.write(em, actor, {
        action: 'suspended',
        to: 'suspended',
        from: ['active'],
        details: { reason },
        set: ', status_reason = $4',
        values: [reason],
      }),
    );
  }

  /** @throws UnknownTenantError, TenantStatusError */
  async resume(actor: AuditActor): Promise<void> {
    await this.change(actor, (em) =>
      this.write(em, actor, {
        action: 'resumed',
        to: 'active',
        from: ['suspended'],
        set: ', status_reason = NULL, resumed_at = $3',
      }),
    );
  }

  /**
   * From now on no new work is taken, and after the delay everything is deleted.
   * @param check looks at the tenant, whose row is locked, and throws where it should not be deleted
   * @param delayMs the configured days unless it says otherwise
   * @throws UnknownTenantError, TenantStatusError
   */
  async scheduleDeletion(
    actor: AuditActor,
    check: (tenant: TenantRow) => void,
    delayMs = this.config.TENANT_DELETION_DAYS * DAY_MS,
  ): Promise<{ deleteAt: Date }> {
    const deleteAt = new Date(this.clock.now().getTime() + delayMs);
    await this.change(actor, async (em, tenant) => {
      check(tenant);
      await this.write(em, actor, {
        action: 'deletion_scheduled',
        to: 'deleting',
        from: ['active', 'suspended'],
        details: { deleteAt },
        set: ', delete_at = $4, deletion_by = $5, deletion_request = NULL',
        values: [deleteAt, JSON.stringify({ kind: actor.kind, id: actor.id, before: tenant.status })],
      });
    });
    return { deleteAt };
  }

  /**
   * Takes a deletion back that has not begun.
   * @throws UnknownTenantError, TenantStatusError
   */
  async cancelDeletion(actor: AuditActor): Promise<void> {
    await this.change(actor, async (em, { status, deleteAt, before }) => {
      if (deleteAt !== null && deleteAt <= this.clock.now())
        throw new TenantStatusError('kept', 'being deleted');
      const to = before ?? 'active';
      if (status !== 'deleting') throw new TenantStatusError('kept', status);
      await this.write(em, actor, {
        action: 'deletion_cancelled',
        to,
        from: ['deleting'],
        set: ', delete_at = NULL, deletion_by = NULL',
      });
    });
  }

  private async change(
    actor: AuditActor,
    work: (em: EntityManager, tenant: TenantRow) => Promise<void>,
  ): Promise<void> {
    const { tenantId } = actor;
    if (!isUuid(tenantId)) throw new UnknownTenantError();
    const status = await this.database.run(async (em) => {
      const [tenant] = await queryRows<TenantRow>(em, LOCKED, [tenantId]);
      if (tenant === undefined) throw new UnknownTenantError();
      await work(em, tenant);
      const [after] = await queryRows<{ status: TenantStatus }>(em, STATUS, [tenantId]);
      return after?.status;
    });
    this.live.publish({ tenantId, topic: 'tenant', id: tenantId, revision: 0, kind: status ?? 'deleting' });
  }

  private async write(
    em: EntityManager,
    actor: AuditActor,
    { action, to, from, details, set = '', values = [] }: Change,
  ): Promise<void> {
    const { tenantId } = actor;
    const rows = await queryRows(
      em,
      `UPDATE tenants SET status = $2, status_changed_at = $3 ${set}
       WHERE id = $1 AND status = ANY ('{${from.join(',')}}'::text[]) RETURNING id`,
      [tenantId, to, this.clock.now(), ...values],
    );
    if (rows.length === 0) {
      const [{ status }] = (await queryRows<{ status: string }>(em, STATUS, [tenantId])) as [
        { status: string },
      ];
      throw new TenantStatusError(action.replace('_', ' '), status);
    }
    const target = { kind: 'tenant', id: tenantId };
    await this.audit.recordOf(em, actor, { action: `tenant.${action}`, target, ...(details && { details }) });
  }
}

const LOCKED = `
  SELECT id, slug, status, delete_at AS "deleteAt", deletion_request AS request,
         deletion_by ->> 'before' AS before FROM tenants WHERE id = $1 FOR NO KEY UPDATE`;

const STATUS = 'SELECT status FROM tenants WHERE id = $1';
