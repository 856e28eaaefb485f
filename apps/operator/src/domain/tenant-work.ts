import type { INestApplicationContext } from '@nestjs/common';
import { type AuditActor, operatorActor, type RegisteredTenant, TenantRegistry } from '@orkestra/tenancy';
import type { Environment } from '../command-line/environment';
import { withDomain } from './domain';
import { operatorOf } from './operator-name';

export interface TenantWork {
  domain: INestApplicationContext;
  tenant: RegisteredTenant;
  /** The operator, as the audit log of the tenant names them. */
  actor: AuditActor;
}

/** @param slug or id @throws UnknownTenantError */
export async function withTenant<T>(
  env: Environment,
  slug: string,
  work: (parts: TenantWork) => Promise<T>,
): Promise<T> {
  return withDomain(env, async (domain) => {
    const tenant = await domain.get(TenantRegistry).find(slug);
    return work({ domain, tenant, actor: operatorActor(operatorOf(env), tenant.id) });
  });
}
