import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { isInitializeRequest, isJSONRPCNotification, type RequestId } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { RunningCalls } from '../protocol/running-calls.service';
import { McpServers } from '../server/mcp-servers.service';
import { callerOf } from './auth-info';
import { HttpStream } from './http-stream';
import { refuse } from './refuse';

const IDLE_MS = 30 * 60_000;
const SWEEP_MS = 60_000;
const MOST_PER_PRINCIPAL = 2_000;

interface Session {
  transport: NodeStreamableHTTPServerTransport;
  /** What the client GETs to be told of updates. */
  stream: HttpStream;
  owner: string;
  lastUsed: number;
  openRequests: number;
}

/**
 * Clients of the protocol's 2025 era hold a session. It belongs to the principal that opened it, ends after
 * 30 minutes without a request, and holds nothing that the next session would miss.
 */
@Injectable()
export class McpSessions implements BeforeApplicationShutdown {
  private readonly sessions = new Map<string, Session>();
  private readonly logger: Logger;
  private readonly sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();

  constructor(
    private readonly servers: McpServers,
    private readonly calls: RunningCalls,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('sessions');
  }

  async handle(
    req: Request,
    res: Response,
    body: unknown,
    ctx: TenantContext,
    authenticate: () => Promise<TenantContext>,
  ): Promise<void> {
    const owner = `${ctx.tenantId}/${ctx.principal.id}`;
    const id = req.headers['mcp-session-id'];
    if (id !== undefined) {
      const session = this.sessions.get(String(id));
      // Somebody else's session is answered like one that never was.
      if (session === undefined || session.owner !== owner) return refuse(res, 404, NOT_FOUND);
      if (req.method === 'GET') session.stream.open(res, authenticate);
      return this.serve(session, req, res, body);
    }
    if (!isInitializeRequest(body)) return refuse(res, 400, NO_SESSION);
    if (this.countOf(owner) >= MOST_PER_PRINCIPAL) return refuse(res, 429, TOO_MANY);
    await this.serve(await this.open(owner), req, res, body);
  }

  /** Waits are told to answer before the streams that carry their answers are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.calls.drain();
    await Promise.all([...this.sessions.values()].map(({ transport }) => transport.close()));
  }

  private async open(owner: string): Promise<Session> {
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.sessions.set(id, session),
    });
    const stream = new HttpStream();
    const lastUsed = this.clock.now().getTime();
    const session: Session = { transport, stream, owner, lastUsed, openRequests: 0 };
    await this.servers.create(callerOf, stream).connect(transport);
    const { onclose } = transport;
    transport.onclose = () => {
      if (transport.sessionId !== undefined) this.sessions.delete(transport.sessionId);
      onclose?.();
    };
    return session;
  }

  private async serve(session: Session, req: Request, res: Response, body: unknown): Promise<void> {
    session.openRequests += 1;
    res.once('close', () => {
      session.openRequests -= 1;
      session.lastUsed = this.clock.now().getTime();
    });
    await session.transport.handleRequest(req, res, body);
    const cancelled = cancelledRequest(body);
    // A cancelled call gets no answer, so nothing else would close its stream.
    if (cancelled !== undefined) session.transport.closeSSEStream(cancelled);
  }

  private countOf(owner: string): number {
    let count = 0;
    for (const session of this.sessions.values()) if (session.owner === owner) count += 1;
    return count;
  }

  /** Ends the sessions that were not used for too long. */
  sweep(): void {
    const oldest = this.clock.now().getTime() - IDLE_MS;
    for (const { transport, lastUsed, openRequests } of this.sessions.values()) {
      if (openRequests > 0 || lastUsed > oldest) continue;
      transport
        .close()
        .catch((error: unknown) => this.logger.warn({ err: error }, 'A session did not close'));
    }
  }
}

function cancelledRequest(body: unknown): RequestId | undefined {
  if (!isJSONRPCNotification(body) || body.method !== 'notifications/cancelled') return undefined;
  const id = body.params?.['requestId'];
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

const NOT_FOUND = { code: -32001, message: 'Session not found. Initialize a new one.' };
const NO_SESSION = { message: 'Mcp-Session-Id is missing. Send an initialize request first.' };
const TOO_MANY = { message: 'Too many sessions are open. End some, or wait until they expire.' };
