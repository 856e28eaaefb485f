import { Injectable } from '@nestjs/common';
import { Clock, LiveBus, type LiveSubscription, Logger } from '@orkestra/core';
import { AgentSessionsService, type TenantContext } from '@orkestra/tenancy';
import type { InitializeRequest } from '@modelcontextprotocol/server';
import { randomUUID } from 'node:crypto';
import { ResourceUpdates } from '../resources/resource-updates.service';
import { McpServers } from '../server/mcp-servers.service';
import { agentClientOf } from './agent-client';
import { AgentSession } from './agent-session';
import { callerOf } from './auth-info';
import { HttpStream } from './http-stream';

/** Opens sessions, and goes on with those that another process opened. */
@Injectable()
export class SessionOpener {
  private readonly logger: Logger;

  constructor(
    private readonly servers: McpServers,
    private readonly updates: ResourceUpdates,
    private readonly records: AgentSessionsService,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sessions');
  }

  async open(ctx: TenantContext, handshake: InitializeRequest): Promise<AgentSession> {
    const id = randomUUID();
    await this.records.open(ctx, id, agentClientOf(handshake));
    return this.connect(ctx, id);
  }

  /** Undefined for a session that has ended, never was, or is somebody else's. */
  async resume(ctx: TenantContext, id: string): Promise<AgentSession | undefined> {
    const found = await this.records.find(ctx, id);
    if (found === undefined || found.id !== id) return undefined;
    const session = await this.connect(ctx, id);
    await session.resume(found.client);
    session.subscriptions.become(ctx, found.watched);
    this.logger.info({ session: id }, 'A session goes on here');
    return session;
  }

  private async connect(ctx: TenantContext, id: string): Promise<AgentSession> {
    const stream = new HttpStream();
    let tell: (uri: string) => void = () => undefined;
    const subscriptions = this.updates.open(stream, (uri) => tell(uri));
    const news = this.live.subscribeTo(ctx.tenantId, 'agent-session', id);
    const now = this.clock.now().getTime();
    const session: AgentSession = new AgentSession(id, ctx, stream, subscriptions, now, () =>
      this.records.end(session.ctx, id),
    );
    const keep = (by: TenantContext, uri: string, watched: boolean) =>
      session.keep(() => this.records.watch(by, id, uri, watched));
    const server = this.servers.create(callerOf, { subscriptions, keep });
    tell = (uri) =>
      void server.server.sendResourceUpdated({ uri }).catch((error: unknown) => {
        this.logger.debug({ err: error }, 'A client went away before it was told of an update');
      });
    await session.connect(server);
    session.onclose(() => news.end());
    this.follow(session, news).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'What another gateway does to a session is not seen any more');
    });
    return session;
  }

  /** Does as another gateway did that the client spoke to meanwhile. */
  private async follow(session: AgentSession, news: LiveSubscription): Promise<void> {
    for await (const { revision } of news) {
      if (revision === this.records.origin) continue;
      const { ctx, id } = session;
      const found = await session
        .reread(() => this.records.find(ctx, id))
        .catch((error: unknown) => {
          this.logger.warn({ err: error }, 'What another gateway did to a session was not seen');
          return null;
        });
      if (found === undefined) await session.close();
      else if (found !== null) session.subscriptions.become(ctx, found.watched);
    }
  }
}
