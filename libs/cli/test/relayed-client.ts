import { Client, InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { gatewayTransport } from '../src/mcp/gateway-transport';
import { RelayedConnection } from '../src/mcp/relayed-connection';

/** A relay between a client in this process and a gateway, without the pipes of stdio. */
export class Relayed {
  readonly toClient: JSONRPCMessage[] = [];
  /** The client's end, for a client of the test's choice. */
  readonly clientEnd: InMemoryTransport;
  /** How often the stream of notifications was opened. */
  streams = 0;
  /** While it is pending the client takes nothing more. */
  clientIsReady: Promise<void> = Promise.resolve();
  private readonly connection: RelayedConnection;
  private readonly started: Promise<void>;

  constructor(endpoint: URL, apiKey = 'good') {
    const [clientEnd, relayEnd] = InMemoryTransport.createLinkedPair();
    this.clientEnd = clientEnd;
    const http = gatewayTransport(
      { endpoint, apiKey },
      {
        clientIsReady: () => this.clientIsReady,
        onStreamOpened: () => {
          this.streams += 1;
          void this.connection.streamOpened();
        },
        onSessionLost: () => void this.connection.sessionLost(),
      },
    );
    this.connection = new RelayedConnection(http, (message) => {
      this.toClient.push(message);
      return relayEnd.send(message);
    });
    relayEnd.onmessage = (message) => void this.connection.fromClient(message);
    this.started = Promise.all([http.start(), relayEnd.start()]).then(() => undefined);
  }

  async connect(mode: 'legacy' | { pin: string }): Promise<Client> {
    await this.started;
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
    await client.connect(this.clientEnd);
    return client;
  }

  /** Notifications that the client was sent. */
  notifications(method: string): Record<string, unknown>[] {
    return this.toClient.flatMap((one) =>
      'method' in one && one.method === method ? [(one.params ?? {}) as Record<string, unknown>] : [],
    );
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
