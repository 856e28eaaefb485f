import type { Gateway } from '../environment/endpoint';
import { AnsweringTransport } from './answering-transport';
import { probeGateway } from './gateway-probe';
import { gatewayTransport } from './gateway-transport';
import { RelayedConnection } from './relayed-connection';
import { quietLog } from './quiet-log';

/**
 * Carries JSON-RPC between stdio and a gateway, unread but for what a lost connection needs. The process holds
 * a key and nothing else. Resolves when stdin has ended.
 * @throws StartRefusedError when the gateway does not answer or refuses the key
 */
export async function relay(gateway: Gateway): Promise<void> {
  await probeGateway(gateway);
  const log = quietLog((line) => process.stderr.write(`orkestra mcp: ${line}\n`));
  const stdio = new AnsweringTransport();
  const http = gatewayTransport(gateway, {
    clientIsReady: () => stdio.ready(),
    onStreamOpened: () => void connection.streamOpened(),
    onSessionLost: () => void connection.sessionLost(),
  });
  const connection = new RelayedConnection(http, (message) => stdio.send(message));
  stdio.onmessage = (message) => void connection.fromClient(message);
  stdio.onerror = log;
  http.onerror = log;
  await http.start();
  await stdio.start();
  await stdio.closed;
  await connection.close();
}
