import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bare } from '../../../../../test/harness/sso/crooked-saml';
import { SamlTrips } from '../../../../../test/harness/sso/saml-trips';
import { AuthService } from '../../auth/auth.service';
import { SsoConnections } from '../connections.service';
import { SamlConnections } from './saml-connections.service';

let trips: SamlTrips;

beforeAll(async () => {
  trips = await SamlTrips.start();
});
afterAll(() => trips?.close());

describe('metadata', () => {
  let server: Server;
  let address: string;
  let answer: { status: number; text: string };

  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(answer.status).end(answer.text));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is read from its address, and again when the admin says so', async () => {
    answer = { status: 200, text: trips.idp.metadata() };
    const { config, id } = await trips.connect({ metadataXml: undefined, metadataUrl: address });
    expect(config).toMatchObject({
      entityId: trips.idp.entityId,
      ssoUrl: 'https://idp.acme.example/sso',
      sloUrl: 'https://idp.acme.example/slo',
      metadataUrl: address,
      signsRequests: true,
    });
    const more = `<md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${bare(trips.idp.foreign.certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
    answer.text = trips.idp.metadata(more);
    const { config: read } = await trips
      .get(SamlConnections)
      .update(trips.owner, id, { saml: { metadataUrl: address } });
    expect(read['certificates']).toHaveLength(2);
    await trips.get(SsoConnections).delete(trips.owner, id);
  });

  it.each<[string, () => string]>([
    [
      'a DTD',
      () =>
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${trips.idp.metadata().replace(/^<\?xml.*\?>/, '')}`,
    ],
    ['no identity provider', () => '<a/>'],
    [
      'several identity providers',
      () => `<m xmlns="urn:x">${(trips.idp.metadata().split('-->')[1] ?? '').repeat(2)}</m>`,
    ],
    ['no sign-in by redirect', () => trips.idp.metadata().replaceAll('HTTP-Redirect', 'HTTP-Artifact')],
    ['no certificate', () => trips.idp.metadata().replace('use="signing"', 'use="encryption"')],
    [
      'an end that has come',
      () => trips.idp.metadata().replace(' entityID', ' validUntil="2020-01-01T00:00:00Z" entityID'),
    ],
    ['no XML', () => 'hello'],
  ])('with %s is refused by what is wrong with it', async (_name, text) => {
    await expect(trips.get(SamlConnections).read(trips.owner, { metadataXml: text() })).rejects.toMatchObject(
      { code: 'sso.invalid_connection', details: { fields: [{ pointer: '/metadata' }] } },
    );
  });

  it('that cannot be fetched is refused, and what lies behind the firewall is not asked', async () => {
    answer = { status: 302, text: '' };
    const read = (metadataUrl: string) => trips.get(SamlConnections).read(trips.owner, { metadataUrl });
    for (const wrong of [address, 'http://10.0.0.1/metadata', 'file:///etc/passwd', 'nonsense'])
      await expect(read(wrong)).rejects.toMatchObject({ details: { fields: [{ pointer: '/metadataUrl' }] } });
  });

  it('is for admins alone', async () => {
    const { ctx } = await trips
      .get(AuthService)
      .signIn({ tenant: 'demo', email: 'max@demo.test', password: 'orkestra-demo' });
    await expect(trips.get(SamlConnections).read(ctx, {})).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(trips.get(SamlConnections).keysOf(ctx, trips.connection.id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('a connection', () => {
  it.each([
    [{ ssoUrl: 'javascript:alert(1)' }, '/config/ssoUrl'],
    [{ ssoUrl: 'https://a:b@x.example' }, '/config/ssoUrl'],
    [{ certificates: [] }, '/config/certificates'],
    [{ certificates: ['nonsense'] }, '/config/certificates/0'],
    [{ clockSkewSeconds: 301 }, '/config/clockSkewSeconds'],
    [{ ...{ more: 1 }, encrypted: true }, '/config'],
  ])('with %j is refused by name of the field', async (saml, pointer) => {
    await expect(trips.connect(saml)).rejects.toMatchObject({ details: { fields: [{ pointer }] } });
  });

  it('keeps its private key from everybody who looks', async () => {
    const rows = await trips.sql(
      `SELECT row_to_json(k)::text AS row, encode(private_key, 'escape') AS bytes FROM saml_keys k`,
    );
    const entries = await trips.sql('SELECT details::text FROM audit_events');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, entries])).not.toContain('PRIVATE KEY');
  });
});
