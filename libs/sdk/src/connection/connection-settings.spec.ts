import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionFrom } from '.';

const folder = mkdtempSync(join(tmpdir(), 'orkestra-connection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pem = (what: string) => `-----BEGIN ${what}-----\nbm90aGluZw==\n-----END ${what}-----\n`;
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('is this machine, in the clear, unless told', () => {
  expect(connectionFrom({})).toEqual({ address: '127.0.0.1:7233' });
  expect(connectionFrom({ TEMPORAL_ADDRESS: '', TEMPORAL_API_KEY: '', TEMPORAL_TLS: 'false' })).toEqual({
    address: '127.0.0.1:7233',
  });
});

it.each<[string, Record<string, string>, object]>([
  ['an API key', { TEMPORAL_API_KEY: 'k' }, { apiKey: 'k', tls: {} }],
  ['the switch', { TEMPORAL_TLS: 'true' }, { tls: {} }],
  [
    'a name of the server',
    { TEMPORAL_TLS_SERVER_NAME: 'temporal.internal' },
    { tls: { serverNameOverride: 'temporal.internal' } },
  ],
  [
    'an authority',
    { TEMPORAL_TLS_SERVER_CA_CERT_DATA: pem('CERTIFICATE') },
    { tls: { serverRootCACertificate: Buffer.from(pem('CERTIFICATE')) } },
  ],
])('%s turns TLS on', (_, environment, expected) => {
  const address = 'temporal.example.com:7233';
  expect(connectionFrom({ TEMPORAL_ADDRESS: address, ...environment })).toEqual({ address, ...expected });
});

it('reads a certificate and its key from files, or as they stand', () => {
  const pair = { crt: Buffer.from(pem('CERTIFICATE')), key: Buffer.from(pem('PRIVATE KEY')) };
  const TEMPORAL_TLS_CLIENT_CERT_PATH = file('tls.crt', pem('CERTIFICATE'));
  const TEMPORAL_TLS_CLIENT_KEY_DATA = pem('PRIVATE KEY');
  expect(connectionFrom({ TEMPORAL_TLS_CLIENT_CERT_PATH, TEMPORAL_TLS_CLIENT_KEY_DATA }).tls).toEqual({
    clientCertPair: pair,
  });
});

it.each<[Record<string, string>, RegExp]>([
  [{ TEMPORAL_ADDRESS: 'https://temporal' }, /TEMPORAL_ADDRESS must be host:port/],
  [{ TEMPORAL_TLS_CLIENT_CERT_DATA: pem('CERTIFICATE') }, /set TEMPORAL_TLS_CLIENT_KEY_PATH or .*_DATA/],
  [{ TEMPORAL_TLS_CLIENT_KEY_DATA: pem('PRIVATE KEY') }, /set TEMPORAL_TLS_CLIENT_CERT_PATH or .*_DATA/],
  [{ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere/ca.pem' }, /TEMPORAL_TLS_SERVER_CA_CERT_PATH: ENOENT/],
  [{ TEMPORAL_TLS_SERVER_CA_CERT_DATA: 'bm90aGluZw==' }, /TEMPORAL_TLS_SERVER_CA_CERT_DATA must be PEM/],
  [
    { TEMPORAL_TLS_SERVER_CA_CERT_DATA: pem('CERTIFICATE'), TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/ca.pem' },
    /not both/,
  ],
])('says what has to change: %j', (environment, problem) => {
  expect(() => connectionFrom(environment)).toThrow(problem);
});
