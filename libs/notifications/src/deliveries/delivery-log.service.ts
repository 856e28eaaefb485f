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
    { status = 'dead', ...request }: PageRequest & { status?: NotificationDeliveryStatus | undefined },
  ): Promise<Page<DeliveryView>> {
    requireScope(ctx, 'deliveries:write');
    const size = pageSize(request);
    const rows = await this.database.query<DeliveryView>(ctx, LIST, [
      ctx.tenantId,
      status,
      afterOf(request),
      size + 1,
    ]);
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
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

function afterOf({ after }: PageRequest): string | null {
  if (after == null) return null;
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new InvalidCursorError();
}

const LIST = `
  SELECT d.id, d.channel, d.kind, d.person_id AS "personId", u.display_name AS "personName", d.task_id AS "taskId",
    d.count, d.status, d.reason, d.attempts, d.at, d.available_at AS "availableAt", d.settled_at AS "settledAt"
  FROM notification_deliveries d JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.person_id
  WHERE d.tenant_id = $1 AND d.status = $2 AND ($3::uuid IS NULL OR d.id < $3)
  ORDER BY d.id DESC LIMIT $4`;

/** With an attempt behind it: it goes out by itself, and takes nothing new with it. */
const REVIVE = `
  UPDATE notification_deliveries SET status = 'pending', attempts = 1, available_at = $3, settled_at = NULL
  WHERE tenant_id = $1 AND status = 'dead' AND id = ANY($2::uuid[]) RETURNING id`;
