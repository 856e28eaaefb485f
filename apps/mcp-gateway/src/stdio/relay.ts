import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { AnsweringTransport } from './answering-transport';
import { probeGateway } from './gateway-probe';
import { RelayedConnection } from './relayed-connection';
import { StartRefusedError } from './stdio.errors';

/**
 * Carries JSON-RPC between stdio and a gateway, unread but for what a lost connection needs. The process holds
 * a key and nothing else. Resolves when stdin has ended.
 * @param url the gateway, with or without `/mcp`
 */
export async function relay(url: string, apiKey: string | undefined): Promise<void> {
  if (!apiKey)
    throw new StartRefusedError('ORKESTRA_API_KEY is missing: set it to an API key of Orkestra.', 2);
  const endpoint = endpointOf(url);
  await probeGateway(endpoint, apiKey);
  const stdio = new AnsweringTransport();
  const http = new StreamableHTTPClientTransport(endpoint, {
    requestInit: { headers: { authorization: `Bearer ${apiKey}` } },
  });
  const connection = new RelayedConnection(http, (message) => stdio.send(message));
  stdio.onmessage = (message) => void connection.fromClient(message);
  const log = (error: Error) => process.stderr.write(`orkestra mcp: ${error.message}\n`);
  stdio.onerror = log;
  http.onerror = log;
  await http.start();
  await stdio.start();
  await stdio.closed;
  await connection.close();
}

function endpointOf(url: string): URL {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new StartRefusedError('ORKESTRA_URL must be a URL such as https://orkestra.example.com.', 1);
  }
  const endpoint = new URL(url);
  if (!/\/mcp\/?$/.test(endpoint.pathname)) endpoint.pathname = `${endpoint.pathname.replace(/\/$/, '')}/mcp`;
  return endpoint;
}
