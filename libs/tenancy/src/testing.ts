import { ALL_SCOPES } from './scopes';
import { issueContext, type Principal, type TenantContext, type TenantContextFields } from './tenant-context';

export interface TestContext extends Partial<Omit<TenantContextFields, 'principal'>> {
  tenantId: string;
  principal?: Partial<Principal>;
}

/**
 * A context for specs, of a member without groups who has every scope unless the test says otherwise.
 * @throws Error outside tests
 */
export function testContext({ principal, ...fields }: TestContext): TenantContext {
  if (process.env['NODE_ENV'] !== 'test')
    throw new Error('testContext is for tests: NODE_ENV must be "test".');
  return issueContext({
    scopes: ALL_SCOPES,
    channel: 'system',
    correlationId: 'test',
    ...fields,
    principal: {
      kind: 'user',
      id: '00000000-0000-7000-8000-000000000001',
      displayName: 'Test User',
      role: 'member',
      groups: [],
      ...principal,
    },
  });
}
