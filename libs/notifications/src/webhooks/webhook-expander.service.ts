import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AfterCommit, EventExpander } from '../events/event-expander';
import type { NotificationEvent } from '../events/notification-event';
import { insertWebhookDeliveries, type NewWebhookDelivery } from './new-webhook-delivery.store';
import { dataOf } from './webhook-data';
import { webhookTypeOf } from './webhook-event-types';
import { WebhookPulse } from './webhook-pulse.service';

/** Of events to the endpoints of programs that ask for them. */
@Injectable()
export class WebhookExpander extends EventExpander {
  constructor(
    private readonly clock: Clock,
    private readonly pulse: WebhookPulse,
  ) {
    super();
  }

  async expand(em: EntityManager, events: readonly NotificationEvent[]): Promise<AfterCommit | undefined> {
    const rows = events.flatMap(rowOf);
    if (rows.length === 0) return undefined;
    const written = await insertWebhookDeliveries(em, rows, this.clock.now());
    return written === 0 ? undefined : () => this.pulse.beat();
  }
}

function rowOf(event: NotificationEvent): NewWebhookDelivery[] {
  const type = webhookTypeOf(event.kind);
  if (type === undefined) return [];
  const { id, tenantId, taskId, workflowKey, conversationId, at } = event;
  const data = dataOf(event);
  const key = taskId ?? conversationId ?? workflowKey ?? id;
  return [{ event_id: id, tenant_id: tenantId, type, ordering_key: key, task_id: taskId, data, at }];
}
