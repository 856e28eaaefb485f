import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { GraphQLRequestError, type GraphQLErrorBody } from './graphql-request.errors';
import { LiveFeed } from './live-feed';

/** An answer whose shape the test knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- spelling out every answer would hide what a test is about
export type Json = Record<string, any>;

/** Somebody at the public doors: a person with a session cookie or a program with an API key. */
export class ApiClient {
  private readonly feeds: LiveFeed<unknown>[] = [];

  constructor(
    readonly baseUrl: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, { ...init, headers: { ...this.headers, ...init.headers } });
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** @throws GraphQLRequestError when the answer has errors. */
  async graphql<T = Json>(query: string, variables: object = {}): Promise<T> {
    const response = await this.post('/graphql', { query, variables });
    const body = (await response.json()) as { data?: T; errors?: GraphQLErrorBody[] };
    if (body.errors?.length || body.data == null)
      throw new GraphQLRequestError(body.errors ?? [], response.status);
    return body.data;
  }

  /** Subscribes over `graphql-ws`; resolves when the server has taken the subscription. */
  async subscribe<T = Json>(query: string, variables: object = {}): Promise<LiveFeed<T>> {
    const headers = this.headers;
    class SignedInSocket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    }
    const url = `${this.baseUrl.replace(/^http/, 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: SignedInSocket, lazy: false, retryAttempts: 0 });
    const feed = new LiveFeed<T>(client, { query, variables: { ...variables } });
    this.feeds.push(feed);
    await feed.established();
    return feed;
  }

  async close(): Promise<void> {
    await Promise.all(this.feeds.map((feed) => feed.close()));
  }
}
