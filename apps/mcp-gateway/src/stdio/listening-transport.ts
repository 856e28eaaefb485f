import type { TenantContext } from '@orkestra/tenancy';
import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type McpServer,
  type RequestId,
  type Transport,
} from '@modelcontextprotocol/server';
import type { ClientStream } from '../updates/client-stream';
import { narrowed, urisOf } from '../updates/listen-filter';
import type { ResourceUpdates } from '../updates/resource-updates';
import type { Subscriptions } from '../updates/subscriptions';

/**
 * Over stdio the protocol's library serves `subscriptions/listen` itself and spreads what a server says of resources
 * to who listens. This watches what they listen to, so that the server has something to say.
 */
export class ListeningTransport implements Transport {
  onmessage: Transport['onmessage'];
  onclose: Transport['onclose'];
  onerror: Transport['onerror'];
  private readonly subscriptions: Subscriptions;
  private readonly listens = new Map<RequestId, string[]>();
  private server: McpServer | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly ctx: TenantContext,
    updates: ResourceUpdates,
    stream: ClientStream,
  ) {
    this.subscriptions = updates.open(stream, (uri) => {
      // It fails when stdout is closed, and then there is nobody to tell.
      this.server?.server.sendResourceUpdated({ uri }).catch(() => undefined);
    });
  }

  /** The server of a client of the 2026 era; others subscribe by requests to theirs. */
  attach(server: McpServer): McpServer {
    this.server = server;
    return server;
  }

  async start(): Promise<void> {
    this.transport.onmessage = (message, extra) => this.onmessage?.(this.incoming(message), extra);
    this.transport.onerror = (error) => this.onerror?.(error);
    this.transport.onclose = () => {
      this.subscriptions.close();
      this.onclose?.();
    };
    await this.transport.start();
  }

  send(message: JSONRPCMessage): Promise<void> {
    return this.transport.send(message);
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private incoming(message: JSONRPCMessage): JSONRPCMessage {
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled')
      this.leave(message.params?.['requestId'] as RequestId);
    if (!isJSONRPCRequest(message) || message.method !== 'subscriptions/listen') return message;
    const request = narrowed(message, this.ctx, this.subscriptions);
    this.listens.set(message.id, urisOf(request.params?.['notifications']) ?? []);
    return request;
  }

  private leave(id: RequestId): void {
    const uris = this.listens.get(id) ?? [];
    this.listens.delete(id);
    const others = new Set([...this.listens.values()].flat());
    for (const uri of uris) if (!others.has(uri)) this.subscriptions.remove(uri);
  }
}
