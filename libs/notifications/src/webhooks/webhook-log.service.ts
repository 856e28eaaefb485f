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
import { bodyOf, type WebhookBody, type WebhookData } from './webhook-data';
import type { WebhookDeliveryStatus } from './webhook-delivery';
import { lockEndpoint, readEndpoint } from './webhook-endpoint.queries';
import type { WebhookTry } from './webhook-outcome';
import { WebhookDeliveryNotFoundError } from './webhooks.errors';

/** So many are tried again at once. */
export const MOST_WEBHOOKS_REPLAYED = 1_000;

export interface WebhookFilter {
  endpointId: string;
  status?: WebhookDeliveryStatus | undefined;
  type?: string | undefined;
}

/** What one endpoint is told, and what it answered. */
export interface WebhookDeliveryView {
  id: string;
  type: string;
  status: WebhookDeliveryStatus;
  attempts: number;
  at: Date;
  /** When it is tried; null once it is settled. */
  nextAt: Date | null;
  settledAt: Date | null;
  /** As it is sent, without the content that an endpoint may ask for. */
  request: WebhookBody;
  /** The last few, the oldest first. */
  tries: Omit<WebhookTry, 'retryAfterMs'>[];
}

type Row = Omit<WebhookDeliveryView, 'request' | 'tries'> & {
  data: WebhookData;
  tries: (Omit<WebhookTry, 'at' | 'retryAfterMs'> & { at: string })[];
};

/** What programs were told, what they answered, and what is told once more. For tenant admins. */
@Injectable()
export class WebhookLog {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws WebhookEndpointNotFoundError, RoleForbidsError, PeopleOnlyError, InvalidCursorError */
  async list(
    ctx: TenantContext,
    { endpointId, status, type, ...request }: PageRequest & WebhookFilter,
  ): Promise<Page<WebhookDeliveryView>> {
    requireScope(ctx, 'webhooks:write');
    const { tenantId } = ctx;
    const size = pageSize(request);
    const after = afterOf(request);
    const rows = await this.database.run(ctx, async (em) => {
      await readEndpoint(em, tenantId, endpointId, this.clock.now());
      return queryRows<Row>(em, LIST, [tenantId, endpointId, status ?? null, type ?? null, after, size + 1]);
    });
    return toPage(rows, size, viewOf, ({ id }) => [id]);
  }

  /** Whether it arrived or not, it is sent once more, with the same id. @throws WebhookDeliveryNotFoundError */
  async replay(ctx: TenantContext, id: string): Promise<WebhookDeliveryView> {
    requireScope(ctx, 'webhooks:write');
    return this.database.run(ctx, async (em) => {
      const sql = `${REPLAY} AND id = $3 ${SHOWN}`;
      const [row] = isUuid(id) ? await queryRows<Row>(em, sql, [ctx.tenantId, this.clock.now(), id]) : [];
      if (row === undefined) throw new WebhookDeliveryNotFoundError();
      const target = { kind: 'webhook_delivery', id };
      await this.audit.record(em, ctx, { action: 'webhook.replayed', target });
      return viewOf(row);
    });
  }

  /**
   * What was given up of an endpoint since then is sent once more, the oldest first; at most `MOST_WEBHOOKS_REPLAYED`.
   * @returns how many, and whether there are more
   * @throws WebhookEndpointNotFoundError
   */
  async replayFailed(
    ctx: TenantContext,
    endpointId: string,
    since: Date,
  ): Promise<{ count: number; more: boolean }> {
    requireScope(ctx, 'webhooks:write');
    return this.database.run(ctx, async (em) => {
      await lockEndpoint(em, ctx.tenantId, endpointId);
      const values = [ctx.tenantId, this.clock.now(), endpointId, since, MOST_WEBHOOKS_REPLAYED];
      const count = (await queryRows(em, REPLAY_FAILED, values)).length;
      const target = { kind: 'webhook_endpoint', id: endpointId };
      await this.audit.record(em, ctx, { action: 'webhook.replayed', target, details: { since, count } });
      return { count, more: count === MOST_WEBHOOKS_REPLAYED };
    });
  }
}

function viewOf({ data, tries, ...row }: Row): WebhookDeliveryView {
  return {
    ...row,
    request: bodyOf({ ...row, data }),
    tries: tries.map((tried) => ({ ...tried, at: new Date(tried.at) })),
  };
}

function afterOf({ after }: PageRequest): string | null {
  if (after == null) return null;
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new InvalidCursorError();
}

const COLUMNS = `
  id, type, status, attempts, at, CASE WHEN status = 'pending' THEN available_at END AS "nextAt",
  settled_at AS "settledAt", data, tries`;

const LIST = `
  SELECT ${COLUMNS} FROM webhook_deliveries
  WHERE tenant_id = $1 AND endpoint_id = $2 AND ($3::text IS NULL OR status = $3) AND ($4::text IS NULL OR type = $4)
    AND ($5::uuid IS NULL OR id < $5)
  ORDER BY id DESC LIMIT $6`;

const REPLAY = `
  UPDATE webhook_deliveries SET status = 'pending', attempts = 0, available_at = $2, settled_at = NULL
  WHERE tenant_id = $1 AND status <> 'pending'`;

const SHOWN = `RETURNING ${COLUMNS}`;

const REPLAY_FAILED = `${REPLAY} AND id IN (
    SELECT id FROM webhook_deliveries
    WHERE tenant_id = $1 AND endpoint_id = $3 AND status = 'dead' AND at >= $4 AND type <> 'webhook.test'
    ORDER BY id LIMIT $5)
  RETURNING id`;
