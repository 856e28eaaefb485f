import type { Config } from '@orkestra/core';

/** What the operator of an installation limits for each tenant. */
export interface TenantLimits {
  openTasks: number;
  people: number;
  /** Of everybody in the tenant together. */
  requestsPerMinute: number;
  /** In what one task or workflow is given: context, form and payload, or input. */
  payloadBytes: number;
}

export type TenantLimit = keyof TenantLimits;

export const TENANT_LIMITS = [
  'openTasks',
  'people',
  'requestsPerMinute',
  'payloadBytes',
] as const satisfies TenantLimit[];

/** The limits of a tenant that has none of its own. */
export function defaultLimits(config: Config): TenantLimits {
  return {
    openTasks: config.TENANT_OPEN_TASKS,
    people: config.TENANT_PEOPLE,
    requestsPerMinute: config.TENANT_REQUESTS_PER_MINUTE,
    payloadBytes: config.TENANT_PAYLOAD_BYTES,
  };
}

/** A limit of the tenant's own, out of the row of `tenants` that is called so; null where it has none. */
export function limitOf(name: TenantLimit, tenant = 'tenants'): string {
  return `(${tenant}.limits ->> '${name}')::bigint`;
}
