import { Injectable } from '@nestjs/common';
import { Clock, Config, Ids, queryRows, TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { checkedEndpoint, type WebhookEndpointInput } from './endpoint-input.schema';
import {
  lockEndpoint,
  readEndpoint,
  readEndpoints,
  type WebhookEndpointView,
} from './webhook-endpoint.queries';
import { WebhookSecrets } from './webhook-secret.store';
import { InvalidSecretOverlapError, WebhookEndpointLimitError } from './webhooks.errors';

export const MOST_WEBHOOK_ENDPOINTS = 50;
/** A week, in hours. */
export const LONGEST_OVERLAP = 168;
const HOUR_MS = 3_600_000;

/** An endpoint with a secret that is shown this once. */
export interface WebhookEndpointWithSecret {
  endpoint: WebhookEndpointView;
  secret: string;
}

/** Where programs are told of what happens, for tenant admins. */
@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly database: TenantDatabase,
    private readonly secrets: WebhookSecrets,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The oldest first; at most `MOST_WEBHOOK_ENDPOINTS`. @throws RoleForbidsError, PeopleOnlyError */
  async list(ctx: TenantContext): Promise<WebhookEndpointView[]> {
    requireScope(ctx, 'webhooks:write');
    return this.database.run(ctx, (em) => readEndpoints(em, ctx.tenantId, this.clock.now()));
  }

  /** @throws InvalidWebhookEndpointError, WebhookEndpointLimitError, NoSecretsKeyError */
  async create(ctx: TenantContext, given: WebhookEndpointInput): Promise<WebhookEndpointWithSecret> {
    requireScope(ctx, 'webhooks:write');
    const checked = checkedEndpoint(given, this.config.isProduction);
    const id = this.ids.next();
    const now = this.clock.now();
    return this.database.run(ctx, async (em) => {
      await requireRoom(em, ctx);
      await queryRows(em, INSERT, [ctx.tenantId, id, ...valuesOf(checked), now]);
      const secret = await this.secrets.replace(em, ctx, id, now);
      await this.note(em, ctx, 'created', id, { after: checked });
      return { endpoint: await readEndpoint(em, ctx.tenantId, id, now), secret };
    });
  }

  /** What is left out stays as it is. @throws WebhookEndpointNotFoundError, InvalidWebhookEndpointError */
  async update(
    ctx: TenantContext,
    id: string,
    changes: Partial<WebhookEndpointInput>,
  ): Promise<WebhookEndpointView> {
    return this.change(ctx, id, async (em, endpoint) => {
      const before = inputOf(endpoint);
      const after = checkedEndpoint({ ...before, ...given(changes) }, this.config.isProduction);
      await queryRows(em, UPDATE, [ctx.tenantId, id, ...valuesOf(after), this.clock.now()]);
      await this.note(em, ctx, 'changed', id, { before, after });
    });
  }

  /** What it has not got yet waits while it is off, and comes when it is on again. @throws WebhookEndpointNotFoundError */
  async enable(ctx: TenantContext, id: string, enabled: boolean): Promise<WebhookEndpointView> {
    return this.change(ctx, id, async (em, { disabledAt }) => {
      if ((disabledAt === null) === enabled) return;
      const now = this.clock.now();
      await queryRows(em, enabled ? ENABLE : DISABLE, [ctx.tenantId, id, now]);
      if (enabled) await queryRows(em, GO_ON, [ctx.tenantId, id, now]);
      await this.note(em, ctx, enabled ? 'enabled' : 'disabled', id, enabled ? {} : { reason: 'turned_off' });
    });
  }

  /** With its log, and what it has not got yet. @throws WebhookEndpointNotFoundError */
  async delete(ctx: TenantContext, id: string): Promise<WebhookEndpointView> {
    requireScope(ctx, 'webhooks:write');
    return this.database.run(ctx, async (em) => {
      const endpoint = await readEndpoint(em, ctx.tenantId, id, this.clock.now());
      await queryRows(em, 'DELETE FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2', [
        ctx.tenantId,
        id,
      ]);
      await this.note(em, ctx, 'deleted', id, { before: inputOf(endpoint) });
      return endpoint;
    });
  }

  /**
   * From now on a new secret signs, and for a while the old one as well.
   * @param overlapHours 0 where the old one is in wrong hands
   * @throws WebhookEndpointNotFoundError, InvalidSecretOverlapError, WebhookSecretLimitError, NoSecretsKeyError
   */
  async rotate(ctx: TenantContext, id: string, overlapHours: number): Promise<WebhookEndpointWithSecret> {
    requireScope(ctx, 'webhooks:write');
    if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > LONGEST_OVERLAP)
      throw new InvalidSecretOverlapError(LONGEST_OVERLAP);
    let secret = '';
    const endpoint = await this.change(ctx, id, async (em) => {
      const endsAt = new Date(this.clock.now().getTime() + overlapHours * HOUR_MS);
      secret = await this.secrets.replace(em, ctx, id, endsAt);
      await this.note(em, ctx, 'secret_rotated', id, { overlapHours });
    });
    return { endpoint, secret };
  }

  private async change(
    ctx: TenantContext,
    id: string,
    work: (em: EntityManager, before: WebhookEndpointView) => Promise<void>,
  ): Promise<WebhookEndpointView> {
    requireScope(ctx, 'webhooks:write');
    const { tenantId } = ctx;
    return this.database.run(ctx, async (em) => {
      await lockEndpoint(em, tenantId, id);
      await work(em, await readEndpoint(em, tenantId, id, this.clock.now()));
      return readEndpoint(em, tenantId, id, this.clock.now());
    });
  }

  private async note(
    em: EntityManager,
    ctx: TenantContext,
    done: string,
    id: string,
    details: object,
  ): Promise<void> {
    const target = { kind: 'webhook_endpoint', id };
    await this.audit.record(em, ctx, { action: `webhook.${done}`, target, details: { ...details } });
  }
}

function inputOf({
  url,
  description,
  eventTypes,
  taskTypes,
  withContent,
}: WebhookEndpointView): WebhookEndpointInput {
  return { url, description, eventTypes, taskTypes, withContent };
}

/** Without what is left out. */
function given(changes: Partial<WebhookEndpointInput>): Partial<WebhookEndpointInput> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
}

function valuesOf({ url, description, eventTypes, taskTypes, withContent }: WebhookEndpointInput): unknown[] {
  return [url, description, eventTypes, taskTypes, withContent];
}

async function requireRoom(em: EntityManager, { tenantId }: TenantContext): Promise<void> {
  await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
  const rows = await queryRows(em, 'SELECT id FROM webhook_endpoints WHERE tenant_id = $1', [tenantId]);
  if (rows.length >= MOST_WEBHOOK_ENDPOINTS) throw new WebhookEndpointLimitError(MOST_WEBHOOK_ENDPOINTS);
}

const INSERT = `
  INSERT INTO webhook_endpoints (tenant_id, id, url, description, event_types, task_types, with_content, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`;

const UPDATE = `
  UPDATE webhook_endpoints SET url = $3, description = $4, event_types = $5, task_types = $6, with_content = $7,
    updated_at = $8
  WHERE tenant_id = $1 AND id = $2`;

const ENABLE = `
  UPDATE webhook_endpoints SET disabled_at = NULL, disabled_reason = NULL, failing_since = NULL, problem = NULL,
    updated_at = $3
  WHERE tenant_id = $1 AND id = $2`;

const DISABLE = `
  UPDATE webhook_endpoints SET disabled_at = $3, disabled_reason = 'turned_off', updated_at = $3
  WHERE tenant_id = $1 AND id = $2`;

const GO_ON = `
  UPDATE webhook_deliveries SET available_at = $3, attempts = 0
  WHERE tenant_id = $1 AND endpoint_id = $2 AND status = 'pending'`;
