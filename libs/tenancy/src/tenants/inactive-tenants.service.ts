import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { TenantWaitsError } from './tenants.errors';

const KNOWN_FOR_MS = 2_000;

/**
 * The few tenants for which no work comes by itself. Each process reads them at most every two seconds, so that an
 * activity costs no query of its own; whoever creates a task looks for certain, in the statement that does it.
 */
@Injectable()
export class InactiveTenants {
  private readAt = -Infinity;
  private reading: Promise<ReadonlySet<string>> | undefined;

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws TenantWaitsError while the tenant is suspended or being deleted */
  async refuse(tenantId: string): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.reading === undefined || Math.abs(now - this.readAt) > KNOWN_FOR_MS) {
      this.readAt = now;
      this.reading = this.read();
      this.reading.catch(() => (this.reading = undefined));
    }
    if ((await this.reading).has(tenantId)) throw new TenantWaitsError();
  }

  private async read(): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(`SELECT id FROM tenants WHERE status <> 'active'`);
    return new Set(rows.map(({ id }) => id));
  }
}
