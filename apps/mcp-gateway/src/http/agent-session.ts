import type { AgentClient, TenantContext } from '@orkestra/tenancy';
import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  type InitializeRequest,
  isJSONRPCNotification,
  type McpServer,
  type RequestId,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Request as NodeRequest, Response as NodeResponse } from 'express';
import type { Subscriptions } from '../resources/subscriptions';
import { type HttpStream, whenHeadIsWritten } from './http-stream';

/** A session as this process holds it: while it is used, and some time more. */
export class AgentSession {
  openRequests = 0;
  /** When Postgres was last told that it is used. */
  notedAt: number;
  private keeps = 0;
  private kept: Promise<unknown> = Promise.resolve();
  private readonly transport: WebStandardStreamableHTTPServerTransport;
  private readonly handle: ReturnType<typeof toNodeHandler>;

  /** @param onended its client wants no more of it */
  constructor(
    readonly id: string,
    /** The latest caller; each request brings its own. */
    public ctx: TenantContext,
    readonly stream: HttpStream,
    readonly subscriptions: Subscriptions,
    public lastUsed: number,
    onended: () => Promise<void>,
  ) {
    this.notedAt = lastUsed;
    this.transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessionclosed: onended,
    });
    this.handle = toNodeHandler({
      fetch: (request, options) => this.transport.handleRequest(request, options),
    });
  }

  get owner(): string {
    return ownerOf(this.ctx);
  }

  async connect(server: McpServer): Promise<void> {
    await server.connect(this.transport);
    this.onclose(() => this.subscriptions.close());
  }

  /** Called when it is closed in this process, for whatever reason. */
  onclose(listener: () => void): void {
    const { onclose } = this.transport;
    this.transport.onclose = () => {
      listener();
      onclose?.();
    };
  }

  /** Writes down what the client watches, which is known here already. */
  keep(write: () => Promise<void>): Promise<void> {
    const written = write();
    this.keeps += 1;
    this.kept = Promise.allSettled([this.kept, written]);
    return written;
  }

  /** What is written down, with all that was known when it was read. */
  async reread<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.kept;
      const keeps = this.keeps;
      const found = await read();
      if (keeps === this.keeps) return found;
    }
  }

  /** Goes on where another process was. The client does not shake hands again, so this repeats what it said then. */
  async resume({ protocolVersion, capabilities, name, version }: AgentClient): Promise<void> {
    const clientInfo = { name, version };
    const params: InitializeRequest['params'] = { protocolVersion, capabilities, clientInfo };
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const request = new Request('http://localhost/mcp', { method: 'POST', headers });
    const parsedBody = { jsonrpc: '2.0', id: 'resume', method: 'initialize', params };
    const response = await this.transport.handleRequest(request, { parsedBody });
    await response.text();
  }

  async serve(req: NodeRequest, res: NodeResponse, body: unknown): Promise<void> {
    // Node keeps the head back until there is something to say; the client would not know that it is listened to.
    whenHeadIsWritten(res, () => res.flushHeaders());
    if (req.method === 'GET') {
      // Otherwise nobody could listen anew until the next sign of life is written to the old connection.
      res.once('close', () => {
        if (res.statusCode === 200) this.transport.closeStandaloneSSEStream();
      });
    }
    await this.handle(req, res, body);
    const cancelled = cancelledRequest(body);
    // A cancelled call gets no answer, so nothing else would close its stream.
    if (cancelled !== undefined) this.transport.closeSSEStream(cancelled);
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}

export function ownerOf({ tenantId, principal }: TenantContext): string {
  return `${tenantId}/${principal.id}`;
}

function cancelledRequest(body: unknown): RequestId | undefined {
  if (!isJSONRPCNotification(body) || body.method !== 'notifications/cancelled') return undefined;
  const id = body.params?.['requestId'];
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
