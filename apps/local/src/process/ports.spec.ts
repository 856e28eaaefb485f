import { createServer } from 'node:net';
import { once } from 'node:events';
import { freePorts, requireFreePorts } from './ports';

describe('requireFreePorts', () => {
  it('names a busy port and the setting that changes it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await expect(requireFreePorts([{ port, use: 'the mcp-gateway', setting: 'MCP_PORT' }])).rejects.toThrow(
      `Port ${port} for the mcp-gateway is in use: set MCP_PORT to another.`,
    );
    server.close();
  });

  it('is content with free ones', async () => {
    const [one = 0, two = 0] = await freePorts(2);
    const ports = [
      { port: one, use: 'a', setting: 'A' },
      { port: two, use: 'b', setting: 'B' },
    ];
    await expect(requireFreePorts(ports)).resolves.toBeUndefined();
  });

  it('refuses one port for two', async () => {
    const ports = [
      { port: 4000, use: 'a', setting: 'PORT' },
      { port: 4000, use: 'b', setting: 'MCP_PORT' },
    ];
    await expect(requireFreePorts(ports)).rejects.toThrow(/PORT \(a, 4000\), MCP_PORT/);
  });
});
