import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadConfig } from '@orkestra/core';
import type { AddressInfo, Server } from 'node:net';
import { Client } from 'pg';
import { createGateway } from '../../apps/api-gateway/src/gateway';
import { cloneHere } from './clone-here';
import { ApiClient, asAdmin, createSeededDatabase, type Seeded } from '../harness';

/** Gateways on one database within the test's process, to look at what they do and hold. */
export class GatewaysInProcess {
  private constructor(
    readonly apps: readonly NestExpressApplication[],
    readonly tenant: Seeded[number],
    /** Another tenant in the same database. */
    readonly other: Seeded[number],
    private readonly statements: jest.SpyInstance,
    private readonly adminUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param settings more of them; the first gateway listens on `PORT`, if it is given */
  static async start(count: number, settings: Record<string, string> = {}): Promise<GatewaysInProcess> {
    const { database, seeded } = await createSeededDatabase();
    const [tenant, other] = ['demo', 'other'].map((slug) => seeded.find((one) => one.slug === slug));
    if (tenant === undefined || other === undefined) throw new Error('There are no demo tenants.');
    // Before any connection is made: each keeps the method that it finds.
    const statements = jest.spyOn(Client.prototype, 'query');
    jest.spyOn(globalThis, 'structuredClone').mockImplementation(cloneHere);
    const config = loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.databaseUrl,
      SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
      ...settings,
    });
    const apps: NestExpressApplication[] = [];
    for (let n = 0; n < count; n += 1) {
      const app = await createGateway(config);
      await app.listen(n === 0 ? Number(settings['PORT'] ?? 0) : 0, '127.0.0.1');
      apps.push(app);
    }
    return new GatewaysInProcess(apps, tenant, other, statements, database.adminUrl, () => database.drop());
  }

  get<T>(service: abstract new (...parameters: never[]) => T, index = 0): T {
    const app = this.apps[index];
    if (app === undefined) throw new Error(`There is no gateway ${index}.`);
    return app.get<T>(service, { strict: false });
  }

  url(index = 0): string {
    const server = this.apps[index]?.getHttpServer() as Server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** A demo user, signed in by password; the token is the session's. */
  async person(email: string, index = 0): Promise<ApiClient & { token: string }> {
    const ofOther = this.other.users.some((user) => user.email === email);
    const { slug, users } = ofOther ? this.other : this.tenant;
    const { password } = users.find((user) => user.email === email) ?? {};
    const signIn = { tenant: slug, email, password };
    const response = await new ApiClient(this.url(index)).post('/api/v1/auth/sign-in', signIn);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return Object.assign(new ApiClient(this.url(index), { cookie }), { token: cookie.split('=')[1] ?? '' });
  }

  /** As superuser. */
  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asAdmin(async (admin) => (await admin.query<Row>(sql, values)).rows, this.adminUrl);
  }

  /** How many statements the work sends to Postgres, beside those that open and close transactions. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    this.statements.mockClear();
    await work();
    return this.statements.mock.calls.filter(([query]) => isStatement(query)).length;
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    this.statements.mockRestore();
    await this.drop();
  }
}

/** Also what is written down and asked for now and then, whoever asks for what. */
const BESIDE =
  /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|LISTEN|SELECT pg_notify|SELECT \(extract\(epoch FROM clock_timestamp|UPDATE sessions|UPDATE api_keys SET last_used_at|(INSERT INTO|DELETE FROM) (api_key_uses|"rate_limits"))/i;

function isStatement(query: unknown): boolean {
  const text = typeof query === 'string' ? query : (query as { text?: string } | undefined)?.text;
  return !BESIDE.test(text ?? '');
}
