import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { DevFile } from '../stack/dev-file';
import { LocalStackError } from '../terminal/local.errors';

interface Answer<T> {
  readonly data?: T;
  readonly errors?: readonly { readonly message: string }[];
}

/** Talks to the gateway as the demo tenant's service, by its API key. */
export class AskClient {
  private readonly socket: SocketClient;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly urls: DevFile['urls'],
    apiKey: string,
  ) {
    const headers = { authorization: `Bearer ${apiKey}` };
    class KeySocket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    }
    this.headers = { ...headers, 'content-type': 'application/json' };
    this.socket = createClient({ url: urls.graphqlWs, webSocketImpl: KeySocket, retryAttempts: 10 });
  }

  /** @throws LocalStackError with what the server found wrong. */
  async request<T>(query: string, variables: object): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(this.urls.graphql, { method: 'POST', headers: this.headers, body });
    const answer = (await response.json()) as Answer<T>;
    if (answer.data && !answer.errors?.length) return answer.data;
    throw new LocalStackError(
      answer.errors?.map(({ message }) => message).join('\n') ?? `HTTP ${response.status}`,
    );
  }

  /** Calls `onEvent` for each message; resolves when the server ends the subscription. */
  async watch(query: string, variables: Record<string, unknown>, onEvent: () => void): Promise<void> {
    for await (const { errors } of this.socket.iterate({ query, variables })) {
      if (errors) throw new LocalStackError(errors.map(({ message }) => message).join('\n'));
      onEvent();
    }
  }
}
