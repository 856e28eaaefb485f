import { gatewayUrl } from './gateway-url';

describe('gatewayUrl', () => {
  it.each([
    ['https://orkestra.example.com', 'orkestra.example.com', 'https://orkestra.example.com/mcp'],
    ['https://orkestra.example.com', '127.0.0.1:4100', 'http://127.0.0.1:4100/mcp'],
    ['http://127.0.0.1:4000', '127.0.0.1:4100', 'http://127.0.0.1:4100/mcp'],
  ])('with %s, a client of %s knows %s', (PUBLIC_URL, host, url) => {
    const hostname = host.split(':')[0] ?? '';
    expect(
      gatewayUrl({ PUBLIC_URL, MCP_PUBLIC_URL: undefined }, { host, hostname, protocol: 'http' }, '/mcp'),
    ).toBe(url);
  });

  it('says what is configured, whatever the request was sent to', () => {
    const config = { PUBLIC_URL: 'https://desk.example.com', MCP_PUBLIC_URL: 'https://mcp.example.com/' };
    const request = { host: 'desk.example.com:9', hostname: 'desk.example.com', protocol: 'http' };
    expect(gatewayUrl(config, request, '/mcp/acme')).toBe('https://mcp.example.com/mcp/acme');
  });
});
