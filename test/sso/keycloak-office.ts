import { AuthService, SsoDomains, type TenantContext } from '@orkestra/tenancy';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { ApiClient, type Json } from '../harness';
import { freePort } from '../harness/servers/ports';
import type { DirectoryVisitor } from '../harness/sso/directory-visitor';
import type { KeycloakRealm } from '../harness/sso/keycloak-realm';
import { KeycloakServer } from '../harness/sso/keycloak-server';

/** A connection as its owner sees it. */
export interface Connected {
  id: string;
  oidc: { redirectUri: string; postLogoutRedirectUri: string; backchannelLogoutUri: string };
  saml: { spEntityId: string; acsUrl: string; spSloUrl: string; entityId: string; signsRequests: boolean };
}

/** Somebody after a sign-in, whether they came in or not. */
export interface Arrived {
  /** Where they are sent on. */
  location: string;
  /** With the session, if there is one. */
  client: ApiClient;
  visitor: DirectoryVisitor;
}

export const VIEWER = '{ viewer { displayName role groups { key role } } }';
const FIELDS = `id oidc { redirectUri postLogoutRedirectUri backchannelLogoutUri }
  saml { spEntityId acsUrl spSloUrl entityId signsRequests }`;

/** A gateway whose demo tenant signs in by a realm of a real Keycloak. */
export class KeycloakOffice {
  private constructor(
    readonly keycloak: KeycloakServer,
    readonly realm: KeycloakRealm,
    readonly gateways: GatewaysInProcess,
    readonly admin: ApiClient,
    private readonly owner: TenantContext,
  ) {}

  static async open(): Promise<KeycloakOffice> {
    const keycloak = await KeycloakServer.start();
    const port = await freePort();
    const gateways = await GatewaysInProcess.start(1, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
    });
    const signIn = { tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' };
    const { ctx } = await gateways.get(AuthService).signIn(signIn);
    const realm = await keycloak.createRealm('acme');
    return new KeycloakOffice(keycloak, realm, gateways, await gateways.person('ada@demo.test'), ctx);
  }

  get url(): string {
    return this.gateways.url(0);
  }

  async mutate(name: string, type: string, input: object, fields: string): Promise<Json> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.admin.graphql(query, { input }))[name] as Json;
  }

  async create(kind: 'Oidc' | 'Saml', input: object): Promise<Connected> {
    const given = { name: 'Acme Login', provisions: true, ...input };
    const fields = `connection { ${FIELDS} }`;
    const made = await this.mutate(`create${kind}Connection`, `Create${kind}ConnectionInput`, given, fields);
    return made.connection as Connected;
  }

  /** Turns it on, and has it speak for demo.test in place of another. */
  async enable({ id }: Connected): Promise<void> {
    const on = { connectionId: id, enabled: true };
    await this.mutate('setSsoConnectionEnabled', 'SetSsoConnectionEnabledInput', on, 'connection { id }');
    const domains = this.gateways.get(SsoDomains);
    await domains.vouch(this.owner, 'demo.test').catch(() => undefined);
    await domains.bind(this.owner, 'demo.test', id);
  }

  /** The whole way to Keycloak and back, in the browser that is given. */
  async signIn(
    { id, saml }: Connected,
    visitor: DirectoryVisitor,
    start = `${this.url}/api/v1/auth/sso/${id}/start?returnTo=%2Ftasks%2F1`,
  ): Promise<Arrived> {
    const end = saml === null ? `${this.url}/api/v1/auth/sso/${id}/callback` : saml.acsUrl;
    const { address, form } = await visitor.goUntilForm(start, end);
    return this.arrive(visitor, address, form);
  }

  async arrive(visitor: DirectoryVisitor, address: string, form?: URLSearchParams): Promise<Arrived> {
    const init = { ...(form && { method: 'POST', body: form, headers: { origin: this.keycloak.url } }) };
    const answer = await visitor.get(address, init);
    const location = answer.headers.get('location') ?? '';
    if (location.includes('/land?')) return this.arrive(visitor, new URL(location, this.url).href);
    const cookie = visitor.cookies(this.url);
    return { location, client: new ApiClient(this.url, { cookie }), visitor };
  }

  /** Ends the session here. @returns where the browser goes on to sign out of the directory */
  async signOut(client: ApiClient): Promise<string> {
    const response = await client.post('/api/v1/auth/sso/sign-out', {});
    return ((await response.json()) as { url: string }).url;
  }

  async isSignedIn(client: ApiClient): Promise<boolean> {
    return client.graphql(VIEWER).then(
      () => true,
      () => false,
    );
  }

  /** What went wrong last with the connection, as its owner sees it. */
  async problem({ id }: Connected): Promise<string | null> {
    const { ssoConnections } = await this.admin.graphql('{ ssoConnections { id problem } }');
    const all = ssoConnections as { id: string; problem: string | null }[];
    return all.find((one) => one.id === id)?.problem ?? null;
  }

  async close(): Promise<void> {
    await this.gateways.close();
    await this.keycloak.stop();
  }
}
