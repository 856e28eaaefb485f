import { queryRows, type Reader } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** Where something is sent, and by which secrets it is signed, the newest first. */
export interface WebhookTarget {
  tenantId: string;
  endpointId: string;
  url: string;
  withContent: boolean;
  failingSince: Date | null;
  secrets: { keyId: string; bytes: Buffer }[];
}

type Row = Omit<WebhookTarget, 'secrets'> & { secret: Buffer; keyId: string };

/** By one statement, for however many endpoints. @returns by endpoint */
export async function readTargets(
  em: EntityManager | Reader,
  of: readonly { tenantId: string; endpointId: string }[],
  now: Date,
): Promise<Map<string, WebhookTarget>> {
  const targets = new Map<string, WebhookTarget>();
  const values = [of.map(({ tenantId }) => tenantId), of.map(({ endpointId }) => endpointId), now];
  for (const { secret, keyId, ...target } of await queryRows<Row>(em, TARGETS, values)) {
    const known = targets.get(target.endpointId) ?? { ...target, secrets: [] };
    known.secrets.push({ keyId, bytes: secret });
    targets.set(target.endpointId, known);
  }
  return targets;
}

/** What a secret is sealed for. */
export function webhookSecretPlace({
  tenantId,
  endpointId,
}: Pick<WebhookTarget, 'tenantId' | 'endpointId'>): string[] {
  return ['webhook-secret', tenantId, endpointId];
}

const TARGETS = `
  SELECT e.tenant_id AS "tenantId", e.id AS "endpointId", e.url, e.with_content AS "withContent",
    e.failing_since AS "failingSince", s.secret, s.key_id AS "keyId"
  FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[]) AS k (tenant_id, id)) AS k
  JOIN webhook_endpoints e ON e.tenant_id = k.tenant_id AND e.id = k.id
  JOIN webhook_secrets s ON s.tenant_id = e.tenant_id AND s.endpoint_id = e.id
  WHERE s.ends_at IS NULL OR s.ends_at > $3
  ORDER BY s.id DESC`;
