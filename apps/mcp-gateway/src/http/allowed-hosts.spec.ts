import { AllowedHosts } from './allowed-hosts';

const hosts = new AllowedHosts({
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://orkestra.example.com',
  ALLOWED_HOSTS: ['mcp-gateway', 'Agents.Example.com:8443', '[fd00::1]'],
});

describe('the hosts of the gateway', () => {
  it.each([
    'localhost:4100',
    '127.0.0.1',
    'orkestra.example.com',
    'mcp-gateway:4100',
    'agents.example.com',
    'agents.example.com:9000',
    '[fd00::1]:4100',
  ])('%s is one', (host) => {
    expect(hosts.refusal({ headers: { host } })).toBeUndefined();
    expect(hosts.refusal({ headers: { host, origin: `https://${host}` } })).toBeUndefined();
  });

  it.each(['evil.example', 'mcp-gateway.evil.example', 'evil.example:4100', '', undefined])(
    '%s is none, and the refusal names the setting',
    (host) => {
      expect(hosts.refusal({ headers: { host } })).toMatch(/^Host ".*" is not one .* ALLOWED_HOSTS\.$/);
    },
  );

  it('a page of another origin is refused', () => {
    for (const origin of ['https://evil.example', 'null', 'no origin']) {
      const refusal = hosts.refusal({ headers: { host: 'localhost', origin } });
      expect(refusal).toBe(
        `Origin "${origin}" is not one of this gateway's. Whoever runs it adds the name to ALLOWED_HOSTS.`,
      );
    }
    expect(hosts.refusal({ headers: { host: 'x'.repeat(5_000) } })?.length).toBeLessThan(400);
  });
});
