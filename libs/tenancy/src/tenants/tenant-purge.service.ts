import { Injectable } from '@nestjs/common';
import { Clock, digest, Ids, LiveBus, Logger, queryRows, SystemDatabase } from '@orkestra/core';
import { TenantHoldings } from './tenant-holdings.service';

const ROWS_AT_ONCE = 2_000;
const TENANTS_AT_ONCE = 10;
/** One process at a time deletes a tenant; after this another goes on where one has died. Longer than any step. */
const LEASE_MS = 120_000;

export interface TenantReceipt {
  tenantId: string;
  slug: string;
  /** Who asked for it. */
  askedBy: { kind: string; id: string } | null;
  dueAt: Date;
  deletedAt: Date;
  /** Rows that were deleted, by table. */
  rows: Record<string, number>;
  /** What else was removed, such as files and workflow executions. */
  removed: Record<string, number>;
}

/** Deletes the tenants whose time has come, for good and whole. It can be broken off anywhere, and goes on from there. */
@Injectable()
export class TenantPurge {
  private readonly logger: Logger;
  private readonly process: string;

  constructor(
    private readonly database: SystemDatabase,
    private readonly holdings: TenantHoldings,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
    logger: Logger,
  ) {
    this.logger = logger.child('tenant-purge');
    this.process = ids.next();
  }

  /** Deletes those that are due; says how many. One that cannot be deleted does not keep the others. */
  async sweep(): Promise<number> {
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM tenants WHERE status = 'deleting' AND delete_at <= $1 ORDER BY random() LIMIT ${TENANTS_AT_ONCE}`,
      [this.clock.now()],
    );
    let deleted = 0;
    for (const { id } of due) {
      try {
        if ((await this.purge(id)) !== undefined) deleted += 1;
      } catch (error) {
        this.logger.failure({ err: error, tenant: id }, 'A tenant could not be deleted yet');
      }
    }
    return deleted;
  }

  /**
   * Undefined while another process is about it.
   * @throws unless its deletion has fallen due, or when something is in the way; then it is called again
   */
  async purge(tenantId: string): Promise<TenantReceipt | undefined> {
    if (!(await this.hold(tenantId))) return undefined;
    // Whoever is still connected is told that there is nothing any more.
    this.live.publish({ tenantId, topic: 'tenant', id: tenantId, revision: 0, kind: 'suspended' });
    await this.removeHoldings(tenantId);
    while (await this.deleteRows(tenantId));
    // What had begun while the first were removed.
    await this.removeHoldings(tenantId);
    const receipt = await this.finish(tenantId);
    this.logger.info({ tenant: tenantId, slug: receipt.slug }, 'A tenant was deleted');
    return receipt;
  }

  private async removeHoldings(tenantId: string): Promise<void> {
    for (const holding of this.holdings.all) {
      for (let more = true; more;) {
        await this.hold(tenantId);
        const step = await holding.remove(tenantId);
        more = step.more;
        if (step.removed > 0) await this.database.query(NOTE, [tenantId, holding.name, step.removed]);
      }
    }
  }

  private async hold(tenantId: string): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    return (await this.database.query(HOLD, [tenantId, this.process, until, now])).length > 0;
  }

  private async deleteRows(tenantId: string): Promise<boolean> {
    await this.hold(tenantId);
    const [step] = await this.database.query<{ table: string | null }>(
      `SELECT "table" FROM purge_tenant_rows($1, ${ROWS_AT_ONCE})`,
      [tenantId],
    );
    return step?.table != null;
  }

  private finish(tenantId: string): Promise<TenantReceipt> {
    return this.database.run(async (em) => {
      const [tenant] = await queryRows<Omit<TenantReceipt, 'deletedAt'>>(em, DELETED, [tenantId]);
      if (tenant === undefined) throw new Error(`The tenant ${tenantId} is gone already`);
      const receipt = { ...tenant, deletedAt: this.clock.now() };
      const json = JSON.stringify(receipt);
      await queryRows(
        em,
        `INSERT INTO tenant_receipts (id, deleted_tenant, slug, receipt, digest, deleted_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [this.ids.next(), tenantId, tenant.slug, json, digest(JSON.parse(json)), receipt.deletedAt],
      );
      await queryRows(em, 'SELECT forget_tenant($1)', [tenantId]);
      return receipt;
    });
  }
}

const NOTE = `
  UPDATE tenants SET purged = jsonb_set(purged, '{removed}', coalesce(purged -> 'removed', '{}')
    || jsonb_build_object($2::text, coalesce((purged -> 'removed' ->> $2)::bigint, 0) + $3::bigint)) WHERE id = $1`;

const HOLD = `
  UPDATE tenants SET purged = purged || jsonb_build_object('by', $2::text, 'until', $3::timestamptz)
  WHERE id = $1 AND status = 'deleting'
    AND coalesce(purged ->> 'by' = $2 OR (purged ->> 'until')::timestamptz < $4, true) RETURNING id`;

const DELETED = `
  SELECT id AS "tenantId", slug, deletion_by - 'before' AS "askedBy", delete_at AS "dueAt",
         coalesce(purged -> 'rows', '{}') AS rows, coalesce(purged -> 'removed', '{}') AS removed
  FROM tenants WHERE id = $1 FOR UPDATE`;
