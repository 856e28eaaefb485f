import { NodeStreamableHTTPServerTransport, toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  isInitializeRequest,
  isLegacyRequest,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Handler = (args: Record<string, unknown>, call: ServerContext) => Promise<string>;

/** A gateway as Orkestra's is, of both eras, whose tools and resources a test chooses and which it can restart. */
export class FixtureGateway {
  readonly tools = new Map<string, Handler>();
  /** What reached the gateway, by method. */
  readonly received: string[] = [];
  readonly sessions = new Map<string, NodeStreamableHTTPServerTransport>();
  private readonly subscribed = new Map<McpServer, Set<string>>();
  private handler = createMcpHandler(() => this.mcp(), { legacy: 'reject' });
  private server: Server | undefined;
  private port = 0;

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.port}/mcp`);
  }

  async start(): Promise<void> {
    this.handler = createMcpHandler(() => this.mcp(), { legacy: 'reject' });
    const server = createServer((req, res) => void this.handle(req, res));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** As a crash would: connections break, sessions are forgotten. */
  async crash(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await closed;
    this.sessions.clear();
    this.subscribed.clear();
  }

  /** As an operator stops it: what is listened to gets its end. */
  async stop(): Promise<void> {
    await this.handler.close();
    await this.crash();
  }

  /** Breaks the connections of the streams; sessions live on. */
  cut(): void {
    this.server?.closeAllConnections();
  }

  /** Tells whoever subscribed to it, in either era. */
  async update(uri: string): Promise<void> {
    this.handler.notify.resourceUpdated(uri);
    for (const [mcp, uris] of this.subscribed)
      if (uris.has(uri)) await mcp.server.sendResourceUpdated({ uri });
  }

  subscribers(uri: string): number {
    return [...this.subscribed.values()].filter((uris) => uris.has(uri)).length;
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.headers.authorization !== 'Bearer good') return void res.writeHead(401).end();
    const body = req.method === 'POST' ? (JSON.parse(await text(req)) as { method?: string }) : undefined;
    this.received.push(body?.method ?? `${req.method}`);
    if (!(await isLegacyRequest(await toWebRequest(req, body), body))) {
      return toNodeHandler(this.handler)(req, res, body);
    }
    const id = req.headers['mcp-session-id'];
    const session = typeof id === 'string' ? this.sessions.get(id) : undefined;
    if (session !== undefined) return session.handleRequest(req, res, body);
    if (id !== undefined || !isInitializeRequest(body)) return void res.writeHead(id ? 404 : 400).end();
    const opened = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (one) => void this.sessions.set(one, opened),
    });
    await this.mcp().connect(opened);
    await opened.handleRequest(req, res, body);
  }

  private mcp(): McpServer {
    const mcp = new McpServer({ name: 'fixture', version: '1.0.0' });
    const uris = new Set<string>();
    this.subscribed.set(mcp, uris);
    mcp.server.registerCapabilities({
      tools: { listChanged: true },
      resources: { subscribe: true },
    });
    mcp.server.setRequestHandler('tools/list', () => ({
      tools: [...this.tools.keys()].map((name) => ({ name, inputSchema: { type: 'object' as const } })),
    }));
    mcp.server.setRequestHandler('tools/call', async ({ params }, call) => {
      const handler = this.tools.get(params.name);
      if (handler === undefined) throw new Error(`There is no tool ${params.name}`);
      return { content: [{ type: 'text' as const, text: await handler(params.arguments ?? {}, call) }] };
    });
    mcp.server.setRequestHandler('resources/list', () => ({ resources: [] }));
    mcp.server.setRequestHandler('resources/read', ({ params: { uri } }) => ({
      contents: [{ uri, text: 'now' }],
    }));
    mcp.server.setRequestHandler('resources/subscribe', ({ params }) => {
      uris.add(params.uri);
      return {};
    });
    mcp.server.setRequestHandler('resources/unsubscribe', ({ params }) => {
      uris.delete(params.uri);
      return {};
    });
    return mcp;
  }
}
