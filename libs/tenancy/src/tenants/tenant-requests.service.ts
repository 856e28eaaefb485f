import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@orkestra/core';
import { TenantLimitError } from './tenants.errors';

const MINUTE_MS = 60_000;

/** Counts the requests of each tenant to this process, in whole minutes; every process counts its own. */
@Injectable()
export class TenantRequests {
  private minute = 0;
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @param own the tenant's own limit; null for the configured
   * @throws TenantLimitError
   */
  note(tenantId: string, own: number | null): void {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute) this.counts.clear();
    this.minute = minute;
    const count = (this.counts.get(tenantId) ?? 0) + 1;
    this.counts.set(tenantId, count);
    const most = own ?? this.config.TENANT_REQUESTS_PER_MINUTE;
    if (count <= most) return;
    const retryAfter = Math.ceil(((minute + 1) * MINUTE_MS - now) / 1_000);
    throw new TenantLimitError('requestsPerMinute', most, count, retryAfter);
  }
}
