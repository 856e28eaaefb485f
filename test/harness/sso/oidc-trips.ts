import {
  AuthService,
  type Return,
  SeedService,
  SingleSignOn,
  type SsoConnection,
  SsoConnections,
  SsoDomains,
  TenancyModule,
  type TenantContext,
} from '@orkestra/tenancy';
import { asAdmin } from '../database/test-database';
import { startServices, type TestServices } from '../services';
import { freePort } from '../servers/ports';
import { CrookedProvider } from './crooked-provider';

export const BROWSER = 'b'.repeat(43);
export const CLIENT = 'orkestra';

export interface Trip {
  url: URL;
  connectionId: string;
  /** What the provider would truly answer. */
  claims: Record<string, unknown>;
}

/** Round trips to a provider that answers what the test wants; its connection speaks for demo.test. */
export class OidcTrips {
  private constructor(
    readonly parts: TestServices,
    readonly idp: Awaited<ReturnType<typeof CrookedProvider.start>>,
    readonly owner: TenantContext,
    public connection: SsoConnection,
  ) {}

  static async start(): Promise<OidcTrips> {
    const idp = await CrookedProvider.start(await freePort());
    const parts = await startServices([TenancyModule], {
      PUBLIC_URL: 'https://desk.example.com',
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8',
    });
    await parts.services.get(SeedService).seedDemo();
    const { ctx } = await parts.services
      .get(AuthService)
      .signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' });
    const trips = new OidcTrips(parts, idp, ctx, undefined as never);
    trips.connection = await trips.connect(idp.issuer);
    await trips.get(SsoDomains).vouch(ctx, 'demo.test');
    await trips.get(SsoDomains).bind(ctx, 'demo.test', trips.connection.id);
    return trips;
  }

  get<T>(service: abstract new (...all: never[]) => T): T {
    return this.parts.services.get<T>(service);
  }

  async sql<Row = Record<string, unknown>>(text: string): Promise<Row[]> {
    return asAdmin(async (admin) => (await admin.query(text)).rows as Row[], this.parts.database.adminUrl);
  }

  async connect(issuer: string, config: object = {}, ctx = this.owner): Promise<SsoConnection> {
    const given = { kind: 'oidc', name: 'Directory', mapping: {}, provisions: true, secret: 's' } as const;
    const connections = this.get(SsoConnections);
    const made = await connections.create(ctx, { ...given, config: { issuer, clientId: CLIENT, ...config } });
    return connections.enable(ctx, made.id, true);
  }

  /** As far as the provider. */
  async depart(
    connectionId = this.connection.id,
    subject = 'sub-of-sam',
    returnTo = '/inbox',
  ): Promise<Trip> {
    const purpose = { kind: 'sign-in' } as const;
    const url = await this.get(SingleSignOn).depart({ connectionId, purpose, returnTo, browser: BROWSER });
    return { url, connectionId, claims: this.claimsFor(url, subject) };
  }

  claimsFor(url: URL, subject = 'sub-of-sam'): Record<string, unknown> {
    return {
      ...{ iss: this.idp.issuer, aud: CLIENT, sub: subject, iat: now(), exp: now() + 300, auth_time: now() },
      ...{ nonce: url.searchParams.get('nonce'), email: 'sam@demo.test', name: 'Sam', groups: [] },
      sid: 'session-1',
    };
  }

  async comeBack(
    { url, connectionId }: Trip,
    more: Record<string, string> = {},
    browser = BROWSER,
  ): Promise<Return> {
    const state = more['state'] ?? url.searchParams.get('state') ?? '';
    const query = `?${new URLSearchParams({ code: 'c', ...more, state }).toString()}`;
    const answer = { connectionId, query, state, browser };
    return this.get(SingleSignOn).returnByOidc(answer, { userAgent: 'test' });
  }

  /** The whole way, with the answer that `answerTo` makes. */
  async roundTrip(answerTo: (trip: Trip) => Promise<string>, connectionId?: string): Promise<Return> {
    const trip = await this.depart(connectionId);
    this.idp.idToken = await answerTo(trip);
    return this.comeBack(trip);
  }

  async close(): Promise<void> {
    await this.parts.close();
    await this.idp.close();
  }
}

/** In seconds, as tokens have it. */
export function now(): number {
  return Math.floor(Date.now() / 1_000);
}

export function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
