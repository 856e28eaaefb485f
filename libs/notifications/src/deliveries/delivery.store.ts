import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import { type DropReason, type DueDelivery, MOST_ALONE } from './delivery';

/** Longer than a round may take; a process that dies meanwhile leaves its deliveries to the next. */
const LEASE_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 3_600_000;
/** About eight hours. */
const MOST_ATTEMPTS = 15;
/** So much later something may be due to go out with what is due now. */
const BURST_SECONDS = 60;
/** One message tells of no more. */
const MOST_TOGETHER = 500;
const KEPT_MS = 30 * 24 * 3_600_000;

type Key = Pick<DueDelivery, 'tenantId' | 'id'>;

/** The deliveries that wait, of all tenants. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Leases what is due: each goes to one process, which settles it before the lease ends. With it goes what belongs in one
   * message with it: the rest of a digest, and of a burst what is due within a minute.
   */
  async lease(most: number): Promise<DueDelivery[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    const due = await this.database.query<DueDelivery>(LEASE, [now, until, most]);
    // Ids of events tell the order where two happened at the same moment.
    const isBefore = (one: DueDelivery, other: DueDelivery) => one.eventId < other.eventId;
    return due.sort((one, other) => one.at.getTime() - other.at.getTime() || (isBefore(one, other) ? -1 : 1));
  }

  /** @param note what the log says of it */
  async sent(due: readonly Key[], note: string | null = null): Promise<void> {
    await this.settle(due, 'sent', note?.slice(0, 1_000) ?? null);
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

/**
 * How many of the same went out in the last minute, counted no further than matters. A lease outlasts the minute, so that
 * the index, which goes by its end, leads to those that were sent lately.
 */
const SENT_LAST_MINUTE = `(SELECT count(*) FROM (
  SELECT FROM notification_deliveries s
  WHERE s.tenant_id = d.tenant_id AND s.person_id = d.person_id AND s.channel = d.channel AND s.kind = d.kind
    AND s.actor_id = d.actor_id AND s.actor_kind = d.actor_kind AND NOT s.bundled AND s.available_at > $1
    AND s.status = 'sent' AND s.settled_at > $1::timestamptz - interval '${BURST_SECONDS} s'
  LIMIT ${MOST_ALONE}) sent)`;

/**
 * A burst is what one person would be told by one channel of the same kind and by the same actor, more than a few times
 * within a minute: what is due within a minute goes out together, and what comes after a few were sent waits for that to end.
 */
const LEASE = `
  WITH due AS (
    SELECT * FROM notification_deliveries d WHERE d.status = 'pending' AND d.available_at <= $1
      AND (d.bundled OR d.attempts > 0 OR ${SENT_LAST_MINUTE} < ${MOST_ALONE})
    ORDER BY d.available_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), burst AS (
    SELECT DISTINCT tenant_id, person_id, channel, kind, actor_kind, actor_id FROM due WHERE NOT bundled
  ), digest AS (
    SELECT DISTINCT tenant_id, person_id, channel FROM due WHERE bundled
  ), counted AS (
    SELECT s.tenant_id, s.id, count(*) OVER (PARTITION BY s.tenant_id, s.person_id, s.channel, s.kind, s.actor_id) AS count
    FROM burst b CROSS JOIN LATERAL (
      SELECT * FROM notification_deliveries s
      WHERE s.tenant_id = b.tenant_id AND s.person_id = b.person_id AND s.channel = b.channel AND s.kind = b.kind
        AND s.actor_id = b.actor_id AND s.actor_kind = b.actor_kind AND NOT s.bundled
        AND s.status = 'pending'
        AND s.available_at <= $1::timestamptz + CASE s.attempts WHEN 0 THEN interval '${BURST_SECONDS} s' ELSE '0' END
      ORDER BY s.available_at LIMIT ${MOST_TOGETHER}) s
  ), more AS (
    SELECT tenant_id, id FROM counted WHERE count > ${MOST_ALONE}
    UNION
    SELECT s.tenant_id, s.id FROM digest g CROSS JOIN LATERAL (
      SELECT s.tenant_id, s.id FROM notification_deliveries s
      WHERE s.tenant_id = g.tenant_id AND s.person_id = g.person_id AND s.channel = g.channel AND s.bundled
        AND s.status = 'pending' AND s.available_at <= $1 LIMIT ${MOST_TOGETHER}) s
  ), locked AS (
    SELECT s.tenant_id, s.id FROM notification_deliveries s JOIN more m ON m.tenant_id = s.tenant_id AND m.id = s.id
    WHERE s.status = 'pending' AND s.available_at < $2 FOR UPDATE OF s SKIP LOCKED
  )
  UPDATE notification_deliveries d SET available_at = $2, attempts = d.attempts + 1
  FROM (SELECT tenant_id, id FROM due UNION SELECT tenant_id, id FROM locked) due
  WHERE d.tenant_id = due.tenant_id AND d.id = due.id
  RETURNING d.tenant_id AS "tenantId", d.id, d.event_id AS "eventId", d.person_id AS "personId", d.channel, d.kind,
    d.task_id AS "taskId", d.workflow_key AS "workflowKey", d.conversation_id AS "conversationId", d.params, d.count,
    d.bundled, d.actor_kind || '/' || d.actor_id AS actor, d.at, d.attempts`;

const SETTLE = `
  UPDATE notification_deliveries SET status = $2, reason = $3, settled_at = $4
  WHERE id = ANY($1::uuid[]) AND status = 'pending'`;

const PUT_OFF = `
  UPDATE notification_deliveries SET reason = $2, available_at = $3 WHERE id = ANY($1::uuid[]) AND status = 'pending'`;

const CLEAN = `
  DELETE FROM notification_deliveries WHERE (tenant_id, id) IN (
    SELECT tenant_id, id FROM notification_deliveries WHERE settled_at < $1 ORDER BY settled_at LIMIT $2)
  RETURNING id`;
