import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { SampleFrame } from '../templates/sample-message';

/** A sample speaks to whoever asks for it, by their clock. @param em of the tenant */
export async function frameFor(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  language: string,
  parts: Pick<SampleFrame, 'id' | 'now' | 'url'>,
): Promise<SampleFrame> {
  const [row] = await queryRows<{ name: string; email: string; displayName: string; timeZone: string }>(
    em,
    ME,
    [tenantId, principal.id],
  );
  const { name = '', email = '', displayName = principal.displayName, timeZone = 'UTC' } = row ?? {};
  return {
    ...parts,
    tenant: { id: tenantId, name },
    recipient: { personId: principal.id, email, displayName, language, timeZone },
  };
}

const ME = `
  SELECT o.name, u.email, u.display_name AS "displayName", coalesce(h.time_zone, 'UTC') AS "timeZone"
  FROM users u JOIN tenants o ON o.id = u.tenant_id
  LEFT JOIN notification_settings h ON h.tenant_id = u.tenant_id AND h.person_id = u.id
  WHERE u.tenant_id = $1 AND u.id = $2`;
