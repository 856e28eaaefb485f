import { inflateRawSync } from 'node:zlib';
import {
  AuthService,
  type Return,
  samlAddresses,
  SamlConnections,
  type SamlSettings,
  SamlSignOn,
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
import { CrookedSaml, type Facts } from './crooked-saml';

export const DESK = 'https://desk.example.com';
export const BROWSER = 'b'.repeat(43);

export interface SamlTrip {
  url: URL;
  connectionId: string;
  relayState: string;
  /** The request, as XML. */
  request: string;
  /** What the provider would truly answer. */
  facts: Facts;
}

/** Round trips to a SAML identity provider that answers what the test wants; its connection speaks for demo.test. */
export class SamlTrips {
  private constructor(
    readonly parts: TestServices,
    readonly idp: CrookedSaml,
    readonly owner: TenantContext,
    public connection: SsoConnection,
  ) {}

  static async start(): Promise<SamlTrips> {
    const parts = await startServices([TenancyModule], {
      PUBLIC_URL: DESK,
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8',
    });
    await parts.services.get(SeedService).seedDemo();
    const { ctx } = await parts.services
      .get(AuthService)
      .signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' });
    const trips = new SamlTrips(parts, await CrookedSaml.make(), ctx, undefined as never);
    trips.connection = await trips.connect();
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

  async connect(saml: SamlSettings = {}, ctx = this.owner): Promise<SsoConnection> {
    const given = { name: 'Directory', saml: { metadataXml: this.idp.metadata(), ...saml }, mapping: {} };
    const made = await this.get(SamlConnections).create(ctx, { ...given, provisions: true });
    return this.get(SsoConnections).enable(ctx, made.id, true);
  }

  async set(saml: SamlSettings): Promise<void> {
    await this.get(SamlConnections).update(this.owner, this.connection.id, { saml });
  }

  /** As far as the provider. */
  async depart(given: Partial<Facts> = {}, connectionId = this.connection.id): Promise<SamlTrip> {
    const purpose = { kind: 'sign-in' } as const;
    const url = await this.get(SingleSignOn).depart({
      ...{ connectionId, purpose, browser: BROWSER },
      returnTo: '/inbox',
    });
    return this.tripOf(url, given, connectionId);
  }

  tripOf(url: URL, given: Partial<Facts> = {}, connectionId = this.connection.id): SamlTrip {
    const packed = Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64');
    const request = inflateRawSync(packed).toString('utf8');
    const inResponseTo = / ID="([^"]+)"/.exec(request)?.[1];
    const relayState = url.searchParams.get('RelayState') ?? '';
    return {
      url,
      connectionId,
      relayState,
      request,
      facts: this.facts({ inResponseTo, ...given }, connectionId),
    };
  }

  facts(given: Partial<Facts>, connectionId = this.connection.id): Facts {
    const { acsUrl, entityId: audience } = samlAddresses(DESK, connectionId);
    return this.idp.facts({ acsUrl, audience, inResponseTo: undefined, ...given });
  }

  /** Brings the form. */
  async post(xml: string, relayState: string, connectionId = this.connection.id): Promise<Return> {
    const response = Buffer.from(xml).toString('base64');
    return this.get(SamlSignOn).receive({ connectionId, response, relayState }, { userAgent: 'test' });
  }

  async land({ returnTo }: Return, browser = BROWSER, connectionId = this.connection.id): Promise<Return> {
    const ticket = new URL(returnTo, DESK).searchParams.get('ticket') ?? '';
    return this.get(SamlSignOn).land({ connectionId, ticket, browser }, { userAgent: 'test' });
  }

  /** From the form to the end. */
  async comeBack(xml: string, { relayState, connectionId }: SamlTrip, browser = BROWSER): Promise<Return> {
    return this.land(await this.post(xml, relayState, connectionId), browser, connectionId);
  }

  /** The whole way, with the answer that `answerTo` makes. */
  async roundTrip(
    answerTo: (facts: Facts) => string | Promise<string> = (facts) => this.idp.answer(facts),
    given: Partial<Facts> = {},
  ): Promise<Return> {
    const trip = await this.depart(given);
    return this.comeBack(await answerTo(trip.facts), trip);
  }

  /** Sessions that began by SAML. */
  async sessions(): Promise<number> {
    const rows = await this.sql(`SELECT 1 FROM sessions WHERE method = 'saml'`);
    return rows.length;
  }

  async close(): Promise<void> {
    await this.parts.close();
  }
}
