import {
  isJSONRPCResultResponse,
  type JSONRPCRequest,
  type JSONRPCResponse,
  type RequestId,
  type StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { setTimeout as delay } from 'node:timers/promises';
import { backOffMs } from '../environment/back-off';
import type { ResourceSubscriptions } from './resource-subscriptions';

const PREFIX = 'orkestra-relay-';

/** Opens a new session for a client whose old one the gateway forgot: handshake and subscriptions, unseen by the client. */
export class RenewedSession {
  private readonly asked = new Map<RequestId, (answer: JSONRPCResponse) => void>();
  private readonly closing = new AbortController();
  private opening: Promise<void> | undefined;
  private count = 0;

  constructor(
    private readonly gateway: Pick<StreamableHTTPClientTransport, 'send'>,
    private readonly subscriptions: ResourceSubscriptions,
  ) {}

  /** One new session, however many calls find that the old one is gone. */
  open(initialize: JSONRPCRequest): Promise<void> {
    this.opening ??= this.renew(initialize).finally(() => (this.opening = undefined));
    return this.opening;
  }

  /** Tries again until the session is open. */
  async untilOpen(initialize: JSONRPCRequest): Promise<void> {
    for (let attempt = 0; !this.closing.signal.aborted; attempt += 1) {
      try {
        return await this.open(initialize);
      } catch {
        await delay(backOffMs(attempt), undefined, this.closing).catch(() => undefined);
      }
    }
  }

  /** Resolves when no session is being opened. */
  async settled(): Promise<void> {
    await this.opening?.catch(() => undefined);
  }

  /** True when the answer was for us. */
  answered(message: JSONRPCResponse): boolean {
    if (message.id === undefined) return false;
    this.asked.get(message.id)?.(message);
    return this.asked.delete(message.id);
  }

  close(): void {
    this.closing.abort();
  }

  private async renew(initialize: JSONRPCRequest): Promise<void> {
    const answer = await this.ask(initialize.method, initialize.params);
    if (!isJSONRPCResultResponse(answer)) throw new Error('The gateway did not open a session');
    this.subscriptions.initialized(answer.result);
    await this.gateway.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    await Promise.all(this.subscriptions.list().map((uri) => this.subscribe(uri)));
  }

  private async subscribe(uri: string): Promise<void> {
    const answer = await this.ask('resources/subscribe', { uri });
    if (!isJSONRPCResultResponse(answer)) this.subscriptions.refused(uri);
  }

  private ask(method: string, params: JSONRPCRequest['params']): Promise<JSONRPCResponse> {
    const id = `${PREFIX}${(this.count += 1)}`;
    return new Promise<JSONRPCResponse>((resolve, reject) => {
      this.asked.set(id, resolve);
      const onRequestStreamEnd = () => reject(new Error('The connection to the gateway was lost'));
      const request: JSONRPCRequest = { jsonrpc: '2.0', id, method, params };
      this.gateway.send(request, { onRequestStreamEnd }).catch(reject);
    }).finally(() => this.asked.delete(id));
  }
}
