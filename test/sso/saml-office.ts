import { AuthService, SsoDomains } from '@orkestra/tenancy';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { ApiClient, type Json } from '../harness';
import { freePort } from '../harness/servers/ports';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { type SamlServer, startSamlServer } from '../harness/sso/saml-server';

export const FIELDS = `id kind enabled status problem
  saml { entityId ssoUrl sloUrl metadataUrl certificates { subject fingerprint } spEntityId acsUrl spSloUrl signed }
  samlKeys { id certificate { fingerprint pem } }`;

export interface Made {
  id: string;
  saml: { spEntityId: string; acsUrl: string; entityId: string };
  samlKeys: { certificate: { pem: string } }[];
}

/** Two gateways whose demo tenant signs in by a real SAML identity provider. */
export class SamlOffice {
  private constructor(
    readonly gateways: GatewaysInProcess,
    readonly idp: SamlServer,
    readonly admin: ApiClient,
    readonly connection: Made,
  ) {}

  /** The connection is made by the metadata of the provider, as an owner does it, and turned on. */
  static async open(): Promise<SamlOffice> {
    const [port, idpPort] = [await freePort(), await freePort()];
    const gateways = await GatewaysInProcess.start(2, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
    });
    const idp = await startSamlServer(idpPort);
    idp.current = { id: 'sub-of-sam', email: 'sam@demo.test', name: 'Sam Okafor' };
    const admin = await gateways.person('ada@demo.test');
    const input = { name: 'Acme SAML', saml: { metadataUrl: idp.metadataUrl }, provisions: true };
    const create = `mutation ($input: CreateSamlConnectionInput!) { createSamlConnection(input: $input) { connection { ${FIELDS} } } }`;
    const { connection } = (await admin.graphql(create, { input })).createSamlConnection as {
      connection: Made;
    };
    idp.acsUrl = connection.saml.acsUrl;
    const office = new SamlOffice(gateways, idp, admin, connection);
    await office.mutate('setSsoConnectionEnabled', { connectionId: connection.id, enabled: true });
    const { ctx } = await gateways
      .get(AuthService)
      .signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' });
    await gateways.get(SsoDomains).vouch(ctx, 'demo.test');
    await gateways.get(SsoDomains).bind(ctx, 'demo.test', connection.id);
    return office;
  }

  async mutate(
    name: string,
    input: object,
    {
      type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`,
      fields = 'connection { id }',
      as = this.admin,
    } = {},
  ): Promise<Json> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await as.graphql(query, { input }))[name] as Json;
  }

  address(path: string, index = 0): string {
    return `${this.gateways.url(index)}/api/v1/auth/sso/${path}`;
  }

  /** From one gateway to the directory, as far as its form. */
  async fetchForm(visitor = new DirectoryVisitor('sam'), start?: string): Promise<URLSearchParams> {
    const query = new URLSearchParams({ returnTo: '/tasks/1' }).toString();
    const from = start ?? this.address(`${this.connection.id}/start?${query}`);
    const { form } = await visitor.goUntilForm(from, this.connection.saml.acsUrl);
    if (form === undefined) throw new Error('The directory sent no form');
    return form;
  }

  /** As a browser sends a form from another site: without cookies. */
  async post(form: URLSearchParams, index = 1, id = this.connection.id): Promise<Response> {
    return fetch(this.address(`saml/${id}/acs`, index), {
      ...{ method: 'POST', redirect: 'manual', body: form },
      headers: { origin: new URL(this.idp.entityId).origin, 'sec-fetch-site': 'cross-site' },
    });
  }

  /** To the other gateway with the form, and on from there as it says, with the cookies of the browser. */
  async signIn(visitor = new DirectoryVisitor('sam'), start?: string) {
    const posted = await this.post(await this.fetchForm(visitor, start));
    return { posted, ...(await this.land(posted, visitor)) };
  }

  async land(posted: Response, visitor: DirectoryVisitor) {
    const landing = new URL(posted.headers.get('location') ?? '', this.gateways.url(0)).href;
    const answer = await fetch(landing, {
      redirect: 'manual',
      headers: { cookie: visitor.cookies(this.gateways.url(0)) },
    });
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('orkestra_session='));
    const [cookie = ''] = line?.split(';') ?? [];
    const client = (index: number) => new ApiClient(this.gateways.url(index), { cookie });
    return { answer, location: answer.headers.get('location') ?? '', cookie, client };
  }

  async close(): Promise<void> {
    await this.gateways.close();
    await this.idp.close();
  }
}
