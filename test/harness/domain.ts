import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type Config, CoreModule, loadConfig } from '@orkestra/core';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { TemporalWorkers } from '../../apps/worker/src/temporal-workers.provider';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { eventually } from './eventually';
import { fixtureProject } from './run/fixtures';
import { createTestNamespace, type TestNamespace } from './servers/namespace';
import { createSeededDatabase, type Seeded } from './database/seed';
import type { TestDatabase } from './database/test-database';

/** A migrated and seeded database and a Temporal namespace, for services that a spec starts inside its own process. */
export class TestDomain {
  private readonly started: TestingModule[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly seeded: Seeded,
    readonly namespace: TestNamespace,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param temporalAddress of another Temporal than the run's own
   * @param settings of all its services, as the environment has them
   */
  static async start(
    temporalAddress?: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<TestDomain> {
    const [{ database, seeded }, namespace] = await Promise.all([
      createSeededDatabase(),
      createTestNamespace(temporalAddress),
    ]);
    return new TestDomain(database, seeded, namespace, settings);
  }

  /** The services as a gateway has them: they start workflows and deliver their own decisions at once. */
  async gateway(): Promise<TestingModule> {
    return this.init([CoreModule.forRoot({ app: 'gateway', config: this.config() }), WorkflowsModule]);
  }

  /** The whole worker with the fixture project; resolves when it polls. */
  async worker(): Promise<TestingModule> {
    const app = await this.init([WorkerModule.forRoot({ config: this.config() })]);
    const workers = app.get(TemporalWorkers);
    await Promise.race([eventually(() => workers.running, { timeoutMs: 40_000 }), workers.life]);
    return app;
  }

  /** A demo user, as sign-in makes them. */
  async person(app: TestingModule, tenant: string, email: string): Promise<TenantContext> {
    const users = this.seeded.find(({ slug }) => slug === tenant)?.users ?? [];
    const password = users.find((user) => user.email === email)?.password ?? '';
    return (await app.get(AuthService).signIn({ tenant, email, password })).ctx;
  }

  async close(): Promise<void> {
    for (const app of this.started.splice(0)) await app.close();
    await this.namespace.close();
    await this.database.drop();
  }

  private async init(imports: NonNullable<ModuleMetadata['imports']>): Promise<TestingModule> {
    const app = await Test.createTestingModule({ imports }).compile();
    this.started.push(app);
    return app.init();
  }

  private config(): Config {
    return loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      DATABASE_URL: this.database.databaseUrl,
      SYSTEM_DATABASE_URL: this.database.systemDatabaseUrl,
      DATABASE_POOL_SIZE: '5',
      TEMPORAL_ADDRESS: this.namespace.address,
      TEMPORAL_NAMESPACE: this.namespace.namespace,
      WORKFLOW_PROJECTS: fixtureProject,
      ...this.settings,
    });
  }
}
