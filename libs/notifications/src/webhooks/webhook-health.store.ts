import { Injectable } from '@nestjs/common';
import { Clock, Logger, queryRows, SystemDatabase } from '@orkestra/core';
import { AuditLog } from '@orkestra/tenancy';
import type { DueWebhook } from './webhook-delivery';
import { disablingReason, type WebhookTry } from './webhook-outcome';
import type { WebhookTarget } from './webhook-target.queries';

/** Whether things arrive at endpoints; one where nothing has for days is switched off, and its admins are told. */
@Injectable()
export class WebhookHealth {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('webhooks');
  }

  async note({ tenantId, endpointId }: DueWebhook, target: WebhookTarget, tried: WebhookTry): Promise<void> {
    const now = this.clock.now();
    if (tried.problem === null) {
      if (target.failingSince !== null) await this.database.query(WELL, [tenantId, endpointId]);
      return;
    }
    const values = [tenantId, endpointId, now, tried.problem];
    const [row] = await this.database.query<{ since: Date }>(FAILING, values);
    const reason = row === undefined ? null : disablingReason(tried, row.since, now);
    if (reason !== null) await this.disable(tenantId, endpointId, reason, tried.problem);
  }

  private async disable(
    tenantId: string,
    endpointId: string,
    reason: 'gone' | 'failing',
    problem: string,
  ): Promise<void> {
    await this.database.run(async (em) => {
      const told = await queryRows(em, DISABLE, [tenantId, endpointId, this.clock.now(), reason]);
      if (told.length === 0) return;
      const actor = { tenantId, kind: 'system', id: 'system', channel: 'system' } as const;
      const target = { kind: 'webhook_endpoint', id: endpointId };
      await this.audit.recordOf(em, actor, { action: 'webhook.disabled', target, details: { reason } });
    });
    this.logger.error({ endpoint: endpointId, reason, problem }, 'A webhook endpoint was switched off');
  }
}

const WELL = `
  UPDATE webhook_endpoints SET failing_since = NULL, problem = NULL
  WHERE tenant_id = $1 AND id = $2 AND failing_since IS NOT NULL RETURNING id`;

const FAILING = `
  UPDATE webhook_endpoints SET failing_since = coalesce(failing_since, $3), problem = left($4, 1000)
  WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL RETURNING failing_since AS since`;

/** With an event of its own, by which its admins and other endpoints learn of it. */
const DISABLE = `
  WITH off AS (
    UPDATE webhook_endpoints SET disabled_at = $3, disabled_reason = $4, updated_at = $3
    WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL RETURNING tenant_id, id
  )
  INSERT INTO notification_events (id, tenant_id, kind, actor_kind, actor_id, params, at)
  SELECT new_notification_id(), tenant_id, 'webhook_disabled', 'system', 'system',
    jsonb_build_object('endpointId', id, 'reason', $4::text), $3
  FROM off RETURNING id`;
