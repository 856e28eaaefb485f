import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { OwnTemplate } from '../channels/notification-channel';

/** So long one that broke is not tried again: each try may take a quarter of a second. */
const RESTS_MS = 10 * 60_000;

export interface TemplatesOf {
  of(tenantId: string, channel: string): readonly OwnTemplate[];
}

/** The templates of tenants for channels, of many at once. @param em of the role `system` */
export async function readTemplates(
  em: EntityManager,
  asked: readonly { tenantId: string; channel: string }[],
  now: Date,
): Promise<TemplatesOf> {
  const keys = [...new Set(asked.map(keyOf))].map((key) => key.split('/'));
  const rows = await queryRows<OwnTemplate & { tenantId: string; channel: string }>(em, READ, [
    keys.map(([tenantId]) => tenantId),
    keys.map(([, channel]) => channel),
    new Date(now.getTime() - RESTS_MS),
  ]);
  const found = new Map<string, OwnTemplate[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return { of: (tenantId, channel) => found.get(keyOf({ tenantId, channel })) ?? [] };
}

function keyOf({ tenantId, channel }: { tenantId: string; channel: string }): string {
  return `${tenantId}/${channel}`;
}

const READ = `
  SELECT t.tenant_id AS "tenantId", t.channel, t.kind, t.language, t.subject, t.body
  FROM notification_templates t
  JOIN unnest($1::uuid[], $2::text[]) AS k (tenant_id, channel) ON t.tenant_id = k.tenant_id AND t.channel = k.channel
  WHERE t.problem_at IS NULL OR t.problem_at < $3`;
