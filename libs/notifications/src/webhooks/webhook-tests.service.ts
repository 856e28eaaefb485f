import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import { TEST_TYPE } from './webhook-event-types';
import { lockEndpoint } from './webhook-endpoint.queries';
import type { WebhookTry } from './webhook-outcome';
import { settlement } from './webhook-queue.store';
import { SETTLE } from './webhook-queue.queries';
import { type WebhookMessage, WebhookSender } from './webhook-sender.service';
import { readTargets } from './webhook-target.queries';
import { WebhookEndpointNotFoundError, WebhookTestLimitError } from './webhooks.errors';

/** Of one endpoint, a minute. */
export const MOST_WEBHOOK_TESTS = 10;
const MINUTE_MS = 60_000;

/** Sends an event that means nothing, at once, so that an admin sees whether it arrives. */
@Injectable()
export class WebhookTests {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sender: WebhookSender,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Once, also to an endpoint that is off; it does not count for or against the endpoint.
   * @throws WebhookEndpointNotFoundError, WebhookTestLimitError, RoleForbidsError, PeopleOnlyError
   */
  async send(ctx: TenantContext, endpointId: string): Promise<{ deliveryId: string; tried: WebhookTry }> {
    requireScope(ctx, 'webhooks:write');
    const { tenantId, principal } = ctx;
    const at = this.clock.now();
    const id = this.ids.next();
    const data = { eventId: id, actor: { kind: principal.kind, id: principal.id }, endpointId };
    const message: WebhookMessage = { id, type: TEST_TYPE, at, data };
    const target = await this.database.run(ctx, async (em) => {
      await lockEndpoint(em, tenantId, endpointId);
      const recent = await queryRows(em, RECENT, [
        tenantId,
        endpointId,
        TEST_TYPE,
        before(at),
        MOST_WEBHOOK_TESTS,
      ]);
      if (recent.length >= MOST_WEBHOOK_TESTS) throw new WebhookTestLimitError(MINUTE_MS / 1_000);
      await queryRows(em, INSERT, [
        ...[tenantId, id, endpointId, TEST_TYPE, JSON.stringify(data), at],
        new Date(at.getTime() + MINUTE_MS),
      ]);
      const entry = { action: 'webhook.tested', target: { kind: 'webhook_endpoint', id: endpointId } };
      await this.audit.record(em, ctx, entry);
      return (await readTargets(em, [{ tenantId, endpointId }], at)).get(endpointId);
    });
    if (target === undefined) throw new WebhookEndpointNotFoundError();
    const tried = await this.sender.send(target, message);
    const outcome = { status: tried.problem === null ? 'sent' : 'dead' } as const;
    await this.database.run(ctx, (em) =>
      queryRows(em, SETTLE, settlement(tenantId, id, outcome, tried, this.clock.now())),
    );
    return { deliveryId: id, tried };
  }
}

function before(now: Date): Date {
  return new Date(now.getTime() - MINUTE_MS);
}

const RECENT = `
  SELECT id FROM webhook_deliveries
  WHERE tenant_id = $1 AND endpoint_id = $2 AND type = $3 AND at > $4 ORDER BY id DESC LIMIT $5`;

/** Leased: a gateway that dies meanwhile leaves it to the worker. */
const INSERT = `
  INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status, attempts,
    available_at, leased_until)
  VALUES ($1, $2, $3, $2, $4, $2::uuid::text, $5, $6, 'pending', 1, $6, $7)`;
