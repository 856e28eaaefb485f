import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import { LEASE, SETTLE } from './webhook-queue.queries';
import type { DueWebhook } from './webhook-delivery';
import type { WebhookOutcome, WebhookTry } from './webhook-outcome';

/** Longer than a call may take: a process that dies meanwhile leaves its deliveries to the next. */
const LEASE_MS = 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;

/** What waits to be sent to programs, of all tenants. */
@Injectable()
export class WebhookQueue {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Leases what is due and has nothing of its key before it.
   * @param ofEach at most, for one endpoint
   * @param busy endpoints that have enough under way; those that fail get one at a time
   */
  async lease(most: number, ofEach: number, busy: { full: string[]; any: string[] }): Promise<DueWebhook[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    return this.database.query<DueWebhook>(LEASE, [now, until, most, ofEach, busy.full, busy.any]);
  }

  /** Writes down what came of it, and lets what comes after it wait or go. */
  async settle({ tenantId, id }: DueWebhook, outcome: WebhookOutcome, tried: WebhookTry): Promise<void> {
    await this.database.query(SETTLE, settlement(tenantId, id, outcome, tried, this.clock.now()));
  }

  /** Forgets what is a month old; says whether more is left. */
  async clean(most: number): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    return this.database.run(async (em) => (await queryRows(em, CLEAN, [before, most])).length === most);
  }
}

/** The parameters of `SETTLE`. */
export function settlement(
  tenantId: string,
  id: string,
  outcome: WebhookOutcome,
  { retryAfterMs: _, ...tried }: WebhookTry,
  now: Date,
): unknown[] {
  const nextAt = outcome.status === 'pending' ? outcome.nextAt : null;
  return [tenantId, id, outcome.status, nextAt, now, JSON.stringify([tried])];
}

const CLEAN = `
  DELETE FROM webhook_deliveries WHERE (tenant_id, id) IN (
    SELECT tenant_id, id FROM webhook_deliveries WHERE at < $1 ORDER BY at LIMIT $2)
  RETURNING id`;
