import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { ApiClient, type Json } from '../harness';
import { freePort } from '../harness/servers/ports';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { type NameServer, startNameServer } from '../harness/sso/name-server';
import { type OidcServer, startOidcServer } from '../harness/sso/oidc-server';

const SECRET = 'a client secret of the test, long enough';
const FIELDS =
  'id enabled status problem admitsOwners oidc { redirectUri postLogoutRedirectUri backchannelLogoutUri hasSecret }';

/** Two gateways whose demo tenant signs in by a real OpenID provider. */
export class OidcOffice {
  private constructor(
    readonly gateways: GatewaysInProcess,
    readonly idp: OidcServer,
    readonly names: NameServer,
    readonly admin: ApiClient,
    readonly connectionId: string,
  ) {}

  /** The connection is made and turned on as an owner does it, and its domain proved. */
  static async open(): Promise<OidcOffice> {
    const [port, idpPort, names] = [await freePort(), await freePort(), await startNameServer()];
    const gateways = await GatewaysInProcess.start(2, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
      DNS_SERVERS: names.address,
    });
    const admin = await gateways.person('ada@demo.test');
    const issuer = `http://127.0.0.1:${idpPort}`;
    const input = { name: 'Acme Login', oidc: { issuer, clientId: 'orkestra' }, clientSecret: SECRET };
    const create = `mutation ($input: CreateOidcConnectionInput!) { createOidcConnection(input: $input) { connection { ${FIELDS} } } }`;
    const { connection } = (await admin.graphql(create, { input: { ...input, provisions: true } }))
      .createOidcConnection as {
      connection: {
        id: string;
        oidc: Omit<Parameters<typeof startOidcServer>[1][number], 'clientId' | 'clientSecret'>;
      };
    };
    const client = { clientId: 'orkestra', clientSecret: SECRET, ...connection.oidc };
    const idp = await startOidcServer(idpPort, [client]);
    const office = new OidcOffice(gateways, idp, names, admin, connection.id);
    await office.proveDomain('demo.test');
    await office.mutate(
      'setSsoConnectionEnabled',
      { connectionId: connection.id, enabled: true },
      'connection { enabled }',
    );
    return office;
  }

  async mutate(name: string, input: object, fields: string): Promise<Json> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const known: Record<string, string> = {
      ...{
        addSsoDomain: 'SsoDomainInput',
        verifySsoDomain: 'SsoDomainInput',
        removeSsoDomain: 'SsoDomainInput',
      },
      ...{ testSsoConnection: 'SsoConnectionInput', updateOidcConnection: 'UpdateOidcConnectionInput' },
    };
    const query = `mutation ($input: ${known[name] ?? type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.admin.graphql(query, { input }))[name] as Json;
  }

  private async proveDomain(domain: string): Promise<void> {
    const fields = 'domain { record proof verifiedAt }';
    const added = (await this.mutate('addSsoDomain', { domain }, fields)).domain as {
      record: string;
      proof: string;
    };
    this.names.texts.set(added.record, [added.proof]);
    await this.mutate('verifySsoDomain', { domain }, fields);
    await this.mutate('bindSsoDomain', { domain, connectionId: this.connectionId }, fields);
  }

  /** Goes to the directory from one gateway and comes back to the other. */
  async signIn(
    login: string,
    visitor = new DirectoryVisitor(login),
    returnTo = '/tasks/1',
  ): Promise<SignedInVisitor> {
    const start = `${this.gateways.url(0)}/api/v1/auth/sso/${this.connectionId}/start?${new URLSearchParams({ returnTo }).toString()}`;
    const back = await visitor.goUntil(start, `${this.gateways.url(0)}/api/v1/auth/sso/`);
    return this.comeBack(back, visitor);
  }

  /** To the second gateway, with the cookies of the first: in truth both have one name. */
  async comeBack(back: string, visitor: DirectoryVisitor): Promise<SignedInVisitor> {
    const cookies = visitor.cookies(this.gateways.url(0));
    const there = back.replace(this.gateways.url(0), this.gateways.url(1));
    const answer = await fetch(there, { redirect: 'manual', headers: { cookie: cookies } });
    const [pair = ''] =
      answer.headers
        .getSetCookie()
        .find((line) => line.startsWith('orkestra_session='))
        ?.split(';') ?? [];
    const client = (index: number) => new ApiClient(this.gateways.url(index), { cookie: pair });
    return { answer, location: answer.headers.get('location') ?? '', client, cookie: pair, visitor };
  }

  async close(): Promise<void> {
    await this.gateways.close();
    await this.idp.close();
    await this.names.close();
  }
}

export interface SignedInVisitor {
  answer: Response;
  location: string;
  /** At a gateway, with the session. */
  client(index: number): ApiClient;
  cookie: string;
  visitor: DirectoryVisitor;
}
