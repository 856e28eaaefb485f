import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

export type Era = 'legacy' | 'modern';

const INFO = { name: 'raw', version: '1' };
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': INFO,
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** A client that listens on a bare connection, so that it can be slow, or vanish without a word. */
export class RawListener {
  /** How many updates have come. */
  updates = 0;
  lastUri: string | undefined;
  /** Tells its requests from others' at the server. */
  readonly name = randomUUID();
  private response: IncomingMessage | undefined;
  private session: string | undefined;

  private constructor(
    private readonly socketPath: string,
    private readonly apiKey: string,
  ) {}

  static async open(
    socketPath: string,
    apiKey: string,
    era: Era,
    uris: readonly string[],
  ): Promise<RawListener> {
    const listener = new RawListener(socketPath, apiKey);
    await (era === 'modern' ? listener.listen(uris) : listener.subscribe(uris));
    return listener;
  }

  pause(): void {
    this.response?.pause();
  }

  resume(): void {
    this.response?.resume();
  }

  /** As a machine that loses its network or is switched off. */
  vanish(): void {
    this.response?.socket.destroy();
  }

  async endSession(): Promise<void> {
    await this.send('DELETE');
  }

  private async listen(resourceSubscriptions: readonly string[]): Promise<void> {
    const params = { notifications: { resourceSubscriptions }, _meta: ENVELOPE };
    this.follow(await this.send('POST', { id: 1, method: 'subscriptions/listen', params }));
  }

  private async subscribe(uris: readonly string[]): Promise<void> {
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: INFO };
    const opened = await this.send('POST', { id: 1, method: 'initialize', params });
    this.session = String(opened.headers['mcp-session-id']);
    opened.resume();
    (await this.send('POST', { method: 'notifications/initialized' })).resume();
    let id = 1;
    for (const uri of uris) {
      const answer = await this.send('POST', {
        id: (id += 1),
        method: 'resources/subscribe',
        params: { uri },
      });
      answer.resume();
      await once(answer, 'end');
    }
    this.follow(await this.send('GET'));
  }

  private follow(response: IncomingMessage): void {
    if (response.statusCode !== 200) throw new Error(`The stream was refused: ${response.statusCode}`);
    this.response = response;
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.heard(line);
    });
    response.on('error', () => undefined);
  }

  private heard(line: string): void {
    if (!line.includes('"notifications/resources/updated"')) return;
    this.updates += 1;
    this.lastUri = (JSON.parse(line.slice('data: '.length)) as { params: { uri: string } }).params.uri;
  }

  private async send(method: string, message?: object): Promise<IncomingMessage> {
    const modern = message !== undefined && 'method' in message && message.method === 'subscriptions/listen';
    const headers = {
      host: 'localhost',
      'x-listener': this.name,
      authorization: `Bearer ${this.apiKey}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(modern && { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' }),
      ...(this.session && { 'mcp-session-id': this.session }),
    };
    const sent = request({ socketPath: this.socketPath, path: '/mcp', method, headers, agent: false });
    sent.end(message && JSON.stringify({ jsonrpc: '2.0', ...message }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return response;
  }
}
