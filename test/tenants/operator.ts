import { CoreModule, loadConfig } from '@orkestra/core';
import { type AuditActor, TenancyModule, TenantLifeCycle } from '@orkestra/tenancy';
import { Test, type TestingModule } from '@nestjs/testing';
import type { TestSystem } from '../harness';

/** Whoever runs the installation, in a process beside its servers. */
export class Operator {
  private constructor(
    readonly services: TestingModule,
    readonly actor: AuditActor,
  ) {}

  static async of(system: TestSystem, tenant: string): Promise<Operator> {
    const { databaseUrl, systemDatabaseUrl } = system.database;
    const config = loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
      SYSTEM_DATABASE_URL: systemDatabaseUrl,
    });
    const imports = [CoreModule.forRoot({ app: 'operator', config }), TenancyModule];
    const services = await (await Test.createTestingModule({ imports }).compile()).init();
    return new Operator(services, {
      tenantId: system.tenantId(tenant),
      kind: 'operator',
      id: 'root',
      channel: 'cli',
    });
  }

  get lifeCycle(): TenantLifeCycle {
    return this.services.get(TenantLifeCycle);
  }

  close(): Promise<void> {
    return this.services.close();
  }
}
