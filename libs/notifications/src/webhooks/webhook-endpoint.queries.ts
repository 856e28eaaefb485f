import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { WebhookEndpointNotFoundError } from './webhooks.errors';

/** Why an endpoint is off: an admin did it, nothing arrived for days, or it said that it wants no more. */
export type WebhookDisabledReason = 'turned_off' | 'failing' | 'gone';

export interface WebhookSecretView {
  id: string;
  createdAt: Date;
  /** Null for the newest. */
  endsAt: Date | null;
}

/** An endpoint as its admins see it; secrets without what they say. */
export interface WebhookEndpointView {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  taskTypes: string[];
  withContent: boolean;
  /** Null while it is on. */
  disabledReason: WebhookDisabledReason | null;
  disabledAt: Date | null;
  /** Since when nothing arrives. */
  failingSince: Date | null;
  /** What went wrong last. */
  problem: string | null;
  createdAt: Date;
  updatedAt: Date;
  secrets: WebhookSecretView[];
}

type Row = Omit<WebhookEndpointView, 'secrets'> & {
  secrets: { id: string; createdAt: string; endsAt: string | null }[];
};

/** The oldest first. @param id null for all */
export async function readEndpoints(
  em: EntityManager,
  tenantId: string,
  now: Date,
  id: string | null = null,
): Promise<WebhookEndpointView[]> {
  const rows = await queryRows<Row>(em, ENDPOINTS, [tenantId, now, id]);
  return rows.map(({ secrets, ...row }) => ({
    ...row,
    secrets: secrets.map(({ id: secretId, createdAt, endsAt }) => ({
      id: secretId,
      createdAt: new Date(createdAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })),
  }));
}

/** @throws WebhookEndpointNotFoundError */
export async function readEndpoint(
  em: EntityManager,
  tenantId: string,
  id: string,
  now: Date,
): Promise<WebhookEndpointView> {
  const [found] = isUuid(id) ? await readEndpoints(em, tenantId, now, id) : [];
  if (found === undefined) throw new WebhookEndpointNotFoundError();
  return found;
}

/** Nobody else changes it until the transaction ends. @throws WebhookEndpointNotFoundError */
export async function lockEndpoint(em: EntityManager, tenantId: string, id: string): Promise<void> {
  const sql = 'SELECT id FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2 FOR UPDATE';
  const rows = isUuid(id) ? await queryRows(em, sql, [tenantId, id]) : [];
  if (rows.length === 0) throw new WebhookEndpointNotFoundError();
}

const ENDPOINTS = `
  SELECT e.id, e.url, e.description, e.event_types AS "eventTypes", e.task_types AS "taskTypes",
    e.with_content AS "withContent", e.disabled_reason AS "disabledReason", e.disabled_at AS "disabledAt",
    e.failing_since AS "failingSince", e.problem, e.created_at AS "createdAt", e.updated_at AS "updatedAt",
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'createdAt', s.created_at, 'endsAt', s.ends_at) ORDER BY s.id DESC)
      FROM webhook_secrets s WHERE s.tenant_id = e.tenant_id AND s.endpoint_id = e.id
        AND (s.ends_at IS NULL OR s.ends_at > $2)), '[]') AS secrets
  FROM webhook_endpoints e WHERE e.tenant_id = $1 AND ($3::uuid IS NULL OR e.id = $3) ORDER BY e.id`;
