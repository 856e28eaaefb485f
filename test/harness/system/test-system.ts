import type { Client } from '@temporalio/client';
import { ApiClient, type Json } from './api-client';
import { asAdmin, type TestDatabase } from '../database/test-database';
import type { TestNamespace } from '../servers/namespace';
import type { OwnTemporal } from '../servers/own-temporal';
import { runningSystems } from './running-systems';
import type { Seeded } from '../database/seed';
import type { AppName, ServerProcess } from './server-process';

export interface SystemParts {
  database: TestDatabase;
  namespace: TestNamespace;
  seeded: Seeded;
  servers: ReadonlyMap<AppName, ServerProcess>;
  ownTemporal?: OwnTemporal;
}

/** The whole product: real programs with their own database and Temporal namespace, seeded with the demo tenants. */
export class TestSystem {
  private readonly clients: ApiClient[] = [];

  constructor(private readonly parts: SystemParts) {
    runningSystems.add(this);
  }

  url(app: AppName): string {
    return this.server(app).url;
  }

  /** Somebody without cookie or key. */
  anonymous(): ApiClient {
    return this.client({});
  }

  /** A demo user, signed in by password. */
  async person(email: string): Promise<ApiClient> {
    const user = this.user(email);
    const response = await this.anonymous().post('/api/v1/auth/sign-in', user);
    if (!response.ok)
      throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return this.client({ cookie: cookies.join('; '), origin: this.url('gateway') });
  }

  /** The service principal of a tenant (`demo`, `other`), by its API key. */
  agent(tenant: string): ApiClient {
    return this.client({ authorization: `Bearer ${this.apiKey(tenant)}` });
  }

  /** What a demo user types to sign in. */
  user(email: string): { tenant: string; email: string; password: string } {
    for (const { slug, users } of this.parts.seeded) {
      const user = users.find((one) => one.email === email);
      if (user !== undefined) return { tenant: slug, email, password: user.password };
    }
    throw new Error(`There is no demo user ${email}.`);
  }

  apiKey(tenant: string): string {
    return this.tenant(tenant).apiKey;
  }

  tenantId(tenant: string): string {
    return this.tenant(tenant).id;
  }

  /** Temporal's own client in this system's namespace, to look behind the scenes. */
  get temporal(): Client {
    return this.parts.namespace.client;
  }

  /** For workers of a test's own. */
  get namespace(): TestNamespace {
    return this.parts.namespace;
  }

  /** Who there is, for a system that goes on with what this one leaves. */
  get seeded(): Seeded {
    return this.parts.seeded;
  }

  get database(): TestDatabase {
    return this.parts.database;
  }

  /** Rows as superuser sees them, past row-level security. */
  async rows<Row extends object = Json>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asAdmin(async (admin) => (await admin.query<Row>(sql, values)).rows, this.parts.database.adminUrl);
  }

  /** All that the programs have written, over their restarts. */
  logs(app?: AppName): string {
    if (app !== undefined) return this.server(app).logs();
    return [...this.parts.servers.values()].map((server) => server.logs()).join('');
  }

  /** Ends a program at once, as a crash would (SIGKILL) or as an operator does (SIGTERM). */
  async kill(app: AppName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.server(app).kill(signal);
  }

  /** Stops a program where it stands, lets it go on, or sends what it does not listen to. */
  signal(app: AppName, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void {
    process.kill(this.pid(app), signal);
  }

  pid(app: AppName): number {
    return this.server(app).pid;
  }

  /** Starts a program that was killed, on its old port; resolves when it is ready. */
  async restart(app: AppName): Promise<void> {
    await this.server(app).start();
  }

  async stopTemporal(): Promise<void> {
    await this.temporalOfItsOwn().stop();
  }

  /** With SIGKILL, in the middle of whatever it does. */
  async killTemporal(): Promise<void> {
    await this.temporalOfItsOwn().kill();
  }

  /** The database of this system's own Temporal. */
  get temporalFile(): string {
    return this.temporalOfItsOwn().file;
  }

  async startTemporal(): Promise<void> {
    await this.temporalOfItsOwn().start();
  }

  async stop(): Promise<void> {
    if (!runningSystems.delete(this)) return;
    await Promise.all(this.clients.map((client) => client.close()));
    await Promise.all([...this.parts.servers.values()].map((server) => server.stop()));
    await this.parts.namespace.close();
    await this.parts.ownTemporal?.stop();
    await this.parts.database.drop();
  }

  private client(headers: Record<string, string>): ApiClient {
    const client = new ApiClient(this.url('gateway'), headers);
    this.clients.push(client);
    return client;
  }

  private server(app: AppName): ServerProcess {
    const server = this.parts.servers.get(app);
    if (server === undefined) throw new Error(`This system runs without ${app}: add it to \`processes\`.`);
    return server;
  }

  private tenant(slug: string): Seeded[number] {
    const tenant = this.parts.seeded.find((one) => one.slug === slug);
    if (tenant === undefined) throw new Error(`There is no demo tenant ${slug}.`);
    return tenant;
  }

  private temporalOfItsOwn(): OwnTemporal {
    if (this.parts.ownTemporal === undefined) throw new Error('Start the system with `ownTemporal: true`.');
    return this.parts.ownTemporal;
  }
}
