import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import type { DropReason, DueDelivery } from './delivery';

/** Longer than a round may take; a process that dies meanwhile leaves its deliveries to the next. */
const LEASE_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 3_600_000;
/** About eight hours. */
const MOST_ATTEMPTS = 15;
const KEPT_MS = 30 * 24 * 3_600_000;

type Key = Pick<DueDelivery, 'tenantId' | 'id'>;

/** The deliveries that wait, of all tenants. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** Leases what is due: each goes to one process, which settles it before the lease ends. */
  async lease(most: number): Promise<DueDelivery[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    const due = await this.database.query<DueDelivery>(LEASE, [now, until, most]);
    return due.sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  async sent(due: readonly Key[]): Promise<void> {
    await this.settle(due, 'sent', null);
  }

  async drop(due: readonly Key[], reason: DropReason): Promise<void> {
    await this.settle(due, 'dropped', reason);
  }

  /** Until an admin has it tried again. */
  async bury(due: readonly Key[], problem: string): Promise<void> {
    await this.settle(due, 'dead', problem.slice(0, 1_000));
  }

  /**
   * Ever longer, and no two at the same moment; after many attempts it is dead.
   * @param afterMs at least, as the other side asks
   */
  async retry(due: readonly DueDelivery[], problem: string, afterMs = 0): Promise<void> {
    const over = due.filter(({ attempts }) => attempts >= MOST_ATTEMPTS);
    await this.bury(over, problem);
    const rest = due.filter(({ attempts }) => attempts < MOST_ATTEMPTS);
    if (rest.length === 0) return;
    const tries = Math.max(...rest.map(({ attempts }) => attempts));
    const wait = Math.max(
      afterMs,
      Math.min(LONGEST_WAIT_MS, 5_000 * 2 ** tries) * (0.75 + Math.random() / 2),
    );
    const next = new Date(this.clock.now().getTime() + wait);
    await this.database.query(PUT_OFF, [rest.map(({ id }) => id), problem.slice(0, 1_000), next]);
  }

  /** Forgets what was settled a month ago; says whether more is left. */
  async clean(most: number): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    return this.database.run(async (em) => (await queryRows(em, CLEAN, [before, most])).length === most);
  }

  private async settle(
    due: readonly Key[],
    status: 'sent' | 'dropped' | 'dead',
    reason: string | null,
  ): Promise<void> {
    if (due.length === 0) return;
    await this.database.query(SETTLE, [due.map(({ id }) => id), status, reason, this.clock.now()]);
  }
}

const LEASE = `
  UPDATE notification_deliveries d SET available_at = $2, attempts = d.attempts + 1
  FROM (SELECT tenant_id, id FROM notification_deliveries WHERE status = 'pending' AND available_at <= $1
        ORDER BY available_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
  WHERE d.tenant_id = due.tenant_id AND d.id = due.id
  RETURNING d.tenant_id AS "tenantId", d.id, d.event_id AS "eventId", d.person_id AS "personId", d.channel, d.kind,
    d.task_id AS "taskId", d.workflow_key AS "workflowKey", d.conversation_id AS "conversationId", d.params, d.count,
    d.bundled, d.at, d.attempts`;

const SETTLE = `
  UPDATE notification_deliveries SET status = $2, reason = $3, settled_at = $4
  WHERE id = ANY($1::uuid[]) AND status = 'pending'`;

const PUT_OFF = `
  UPDATE notification_deliveries SET reason = $2, available_at = $3 WHERE id = ANY($1::uuid[]) AND status = 'pending'`;

const CLEAN = `
  DELETE FROM notification_deliveries WHERE (tenant_id, id) IN (
    SELECT tenant_id, id FROM notification_deliveries WHERE settled_at < $1 ORDER BY settled_at LIMIT $2)
  RETURNING id`;
