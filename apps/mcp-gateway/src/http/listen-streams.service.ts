import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  isJSONRPCRequest,
  type JSONRPCRequest,
  type McpHttpHandler,
  type ServerEventBus,
} from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { narrowListenFilter } from '../resources/listen-filter';
import { ResourceUpdates } from '../resources/resource-updates.service';
import type { Subscriptions } from '../resources/subscriptions';
import { McpServers } from '../server/mcp-servers.service';
import { callerOf } from './auth-info';
import { HttpStream } from './http-stream';
import { refuse } from './refuse';

const MOST_PER_PRINCIPAL = 500;

type Listener = Parameters<ServerEventBus['subscribe']>[0];

/**
 * Clients of the protocol's 2026 era listen on a response that stays open. Each has a handler and a bus of its own,
 * by which it hears only of what its caller may see.
 */
@Injectable()
export class ListenStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<Response, { owner: string; handler: McpHttpHandler }>();
  private readonly logger: Logger;

  constructor(
    private readonly servers: McpServers,
    private readonly updates: ResourceUpdates,
    logger: Logger,
  ) {
    this.logger = logger.child('listen-streams');
  }

  isListen(body: unknown): body is JSONRPCRequest {
    return isJSONRPCRequest(body) && body.method === 'subscriptions/listen';
  }

  async handle(
    req: Request,
    res: Response,
    body: JSONRPCRequest,
    ctx: TenantContext,
    authenticate: () => Promise<TenantContext>,
  ): Promise<void> {
    const owner = `${ctx.tenantId}/${ctx.principal.id}`;
    if (this.countOf(owner) >= MOST_PER_PRINCIPAL) return refuse(res, 429, TOO_MANY);
    const stream = new HttpStream();
    stream.open(res, authenticate);
    let tell: Listener | undefined;
    const subscriptions = this.updates.open(stream, (uri) => tell?.({ kind: 'resource_updated', uri }));
    const bus: ServerEventBus = {
      publish: () => undefined,
      subscribe: (listener) => {
        tell = listener;
        return () => subscriptions.close();
      },
    };
    const handler = this.handlerFor(bus);
    this.open.set(res, { owner, handler });
    res.once('close', () => this.ended(res, subscriptions));
    await toNodeHandler(handler)(req, res, narrowListenFilter(body, ctx, subscriptions));
  }

  /** Each client is told that its stream has ended, so that it opens another one elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map(({ handler }) => handler.close()));
  }

  private handlerFor(bus: ServerEventBus): McpHttpHandler {
    const onerror = (error: Error) => this.logger.debug({ err: error }, 'A client could not listen');
    return createMcpHandler(() => this.servers.create(callerOf), { legacy: 'reject', bus, onerror });
  }

  private ended(res: Response, subscriptions: Subscriptions): void {
    subscriptions.close();
    this.open.delete(res);
  }

  private countOf(owner: string): number {
    let count = 0;
    for (const stream of this.open.values()) if (stream.owner === owner) count += 1;
    return count;
  }
}

const TOO_MANY = { message: 'Too many streams are open. End some, or listen to more resources on one.' };
