import { WebSocket } from 'ws';

/** A WebSocket below the level of a GraphQL client. */
export class RawSocket {
  /** What came first: a message's type, a close code or the status of a refusal. */
  readonly outcome: Promise<string>;
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;

  /** Opens a socket and says hello with `payload`. */
  constructor(gatewayUrl: string, headers: Record<string, string>, payload: object = {}) {
    const url = `${gatewayUrl.replace('http', 'ws')}/graphql`;
    this.socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    this.socket.on('open', () => this.socket.send(JSON.stringify({ type: 'connection_init', payload })));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.outcome = new Promise((resolve) => {
      this.socket.on('unexpected-response', (_request, { statusCode }) => resolve(`http ${statusCode}`));
      this.socket.on('message', (data: Buffer) =>
        resolve((JSON.parse(data.toString()) as { type: string }).type),
      );
      this.socket.on('close', (code) => resolve(`closed ${code}`));
    });
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  end(): void {
    this.socket.terminate();
  }
}
