import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** What a tenant says of people who decide what they have asked for, or what was asked for them. */
export const SELF_APPROVAL_POLICIES = ['forbid', 'warn', 'allow'] as const;

export type SelfApprovalPolicy = (typeof SELF_APPROVAL_POLICIES)[number];

/** The tenant's policy, in a tenant transaction that the caller has open. */
export async function readSelfApproval(em: EntityManager, tenantId: string): Promise<SelfApprovalPolicy> {
  const [row] = await queryRows<{ policy: SelfApprovalPolicy }>(
    em,
    `SELECT coalesce(settings ->> 'selfApproval', 'forbid') AS policy FROM tenants WHERE id = $1`,
    [tenantId],
  );
  return row?.policy ?? 'forbid';
}
