import { CoreModule, loadConfig } from '@orkestra/core';
import { type ApiKeyChanges, ApiKeysService, type Scope, TenancyModule } from '@orkestra/tenancy';
import { Test } from '@nestjs/testing';
import { testContext } from '../../libs/tenancy/src/testing';
import type { TestSystem } from '../harness';

/** A key of a service principal, made as a tenant admin would make it. */
export async function issueKey(
  system: TestSystem,
  principalName: string,
  scopes: readonly Scope[],
  more: ApiKeyChanges = {},
): Promise<{ key: string; revoke(): Promise<void> }> {
  const withKeys = async <T>(work: (keys: ApiKeysService) => Promise<T>): Promise<T> => {
    const config = loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATABASE_URL: system.database.databaseUrl,
      SYSTEM_DATABASE_URL: system.database.systemDatabaseUrl,
    });
    const imports = [CoreModule.forRoot({ app: 'test-keys', config }), TenancyModule];
    const module = await Test.createTestingModule({ imports }).compile();
    return work(module.get(ApiKeysService)).finally(() => module.close());
  };
  const [ada] = await system.rows<{ id: string }>(`SELECT id FROM users WHERE email = 'ada@demo.test'`);
  const principal = { id: ada?.id ?? '', role: 'owner' as const };
  const admin = testContext({ tenantId: system.tenantId('demo'), principal });
  const { id, key } = await withKeys((keys) => keys.create(admin, { principalName, scopes, ...more }));
  return { key, revoke: () => withKeys((keys) => keys.revoke(admin, id)) };
}
