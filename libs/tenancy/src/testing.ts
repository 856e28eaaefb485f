import { ALL_PERMISSIONS, permissionsOf } from './permission-table';
import { issueContext, type Principal, type TenantContext, type TenantContextFields } from './tenant-context';

export interface TestContext extends Partial<Omit<TenantContextFields, 'principal'>> {
  tenantId: string;
  principal?: Partial<Principal>;
}

/**
 * A context for specs, of an operator without groups unless the test says otherwise; programs have every scope.
 * @throws Error outside tests
 */
export function testContext({ principal, ...fields }: TestContext): TenantContext {
  if (process.env['NODE_ENV'] !== 'test')
    throw new Error('testContext is for tests: NODE_ENV must be "test".');
  const { kind = 'user', role = 'operator' } = principal ?? {};
  return issueContext({
    scopes: kind === 'user' ? permissionsOf(role) : ALL_PERMISSIONS,
    channel: 'system',
    correlationId: 'test',
    ...fields,
    principal: {
      id: '00000000-0000-7000-8000-000000000001',
      displayName: 'Test User',
      groups: [],
      ...principal,
      kind,
      role,
    },
  });
}
