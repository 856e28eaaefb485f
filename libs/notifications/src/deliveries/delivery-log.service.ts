import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { NotificationKind } from '../events/notification-kind';
import { DeliveryNotFoundError, InvalidDeliveryReplayError } from './delivery-log.errors';

/** How many are tried again at once. */
export const MOST_DELIVERIES_REPLAYED = 100;

const CHANNEL_NAME = /^[a-z][a-z0-9_]{0,30}$/;

export const DELIVERY_STATUSES = ['pending', 'sent', 'dropped', 'dead'] as const;
export type NotificationDeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What one person is, was, or was not told by another channel than the app. */
export interface DeliveryView {
  id: string;
  channel: string;
  kind: NotificationKind;
  personId: string;
  personName: string;
  taskId: string | null;
  /** As it is now; null once the task is gone. */
  taskTitle: string | null;
  count: number;
  status: NotificationDeliveryStatus;
  /** Why it was dropped, or what went wrong last. */
  reason: string | null;
  attempts: number;
  at: Date;
  /** When it is sent, or tried again. */
  availableAt: Date;
  settledAt: Date | null;
}

export interface DeliveryFilter {
  /** What was given up, unless it says otherwise. */
  status?: NotificationDeliveryStatus | undefined;
  /** By its name; of every channel without it. */
  channel?: string | undefined;
}

/** What was told by which channel, and what failed and why. For tenant admins. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws RoleForbidsError, PeopleOnlyError */
  async list(
    ctx: TenantContext,
    { status = 'dead', channel, ...request }: PageRequest & DeliveryFilter,
  ): Promise<Page<DeliveryView>> {
    requireScope(ctx, 'deliveries:write');
    const size = pageSize(request);
    if (channel !== undefined && !CHANNEL_NAME.test(channel)) return toPage([], size, same, keyOf);
    const rows = await this.database.query<DeliveryView>(ctx, LIST, [
      ctx.tenantId,
      status,
      channel ?? null,
      afterOf(request),
      size + 1,
    ]);
    return toPage(rows, size, same, keyOf);
  }

  /**
   * Has what was given up tried again at once, all of them or none.
   * @throws DeliveryNotFoundError, InvalidDeliveryReplayError, RoleForbidsError, PeopleOnlyError
   */
  async replay(ctx: TenantContext, ids: readonly string[]): Promise<string[]> {
    requireScope(ctx, 'deliveries:write');
    const asked = [...new Set(ids.map((id) => id.toLowerCase()))];
    if (asked.length === 0 || asked.length > MOST_DELIVERIES_REPLAYED)
      throw new InvalidDeliveryReplayError(MOST_DELIVERIES_REPLAYED);
    return this.database.run(ctx, async (em) => {
      const rows = await queryRows<{ id: string }>(em, REVIVE, [
        ctx.tenantId,
        asked.filter(isUuid),
        this.clock.now(),
      ]);
      const revived = new Set(rows.map(({ id }) => id));
      const unknown = asked.find((id) => !revived.has(id));
      if (unknown !== undefined) throw new DeliveryNotFoundError(unknown);
      await this.audit.record(em, ctx, { action: 'notifications.replayed', details: { ids: asked } });
      return asked;
    });
  }
}

const same = (row: DeliveryView): DeliveryView => row;
const keyOf = ({ id }: DeliveryView): [string] => [id];

function afterOf({ after }: PageRequest): string | null {
  if (after == null) return null;
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new InvalidCursorError();
}

/** Titles and names are looked up for the page alone. Administrators see every task. */
const LIST = `
  SELECT d.id, d.channel, d.kind, d.person_id AS "personId", u.display_name AS "personName", d.task_id AS "taskId",
    t.title AS "taskTitle", d.count, d.status, d.reason, d.attempts, d.at, d.available_at AS "availableAt",
    d.settled_at AS "settledAt"
  FROM (
    SELECT * FROM notification_deliveries
    WHERE tenant_id = $1 AND status = $2 AND ($3::text IS NULL OR channel = $3) AND ($4::uuid IS NULL OR id < $4)
    ORDER BY id DESC LIMIT $5) d
  JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.person_id
  LEFT JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = d.task_id
  ORDER BY d.id DESC`;

/** With an attempt behind it: it goes out by itself, and takes nothing new with it. */
const REVIVE = `
  UPDATE notification_deliveries SET status = 'pending', attempts = 1, available_at = $3, settled_at = NULL
  WHERE tenant_id = $1 AND status = 'dead' AND id = ANY($2::uuid[]) RETURNING id`;
