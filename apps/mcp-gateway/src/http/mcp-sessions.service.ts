import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock, Logger } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { isInitializeRequest } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { RunningCalls } from '../protocol/running-calls.service';
import { type AgentSession, ownerOf } from './agent-session';
import { refuse } from './refuse';
import { SessionOpener } from './session-opener.service';
import { SessionUse } from './session-use.service';

const IDLE_MS = 30 * 60_000;
const SWEEP_MS = 60_000;
const MOST_PER_PRINCIPAL = 2_000;

/**
 * Clients of the protocol's 2025 era hold a session. It belongs to the principal that opened it, and any gateway goes on
 * with it: a process holds it while it is used and 30 minutes more, Postgres for 30 days.
 */
@Injectable()
export class McpSessions implements BeforeApplicationShutdown {
  private readonly sessions = new Map<string, AgentSession>();
  /** What two requests that come at once wait for both. */
  private readonly resuming = new Map<string, Promise<AgentSession | undefined>>();
  private readonly logger: Logger;
  private readonly sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();

  constructor(
    private readonly opener: SessionOpener,
    private readonly use: SessionUse,
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
    const id = req.headers['mcp-session-id'];
    if (id === undefined && !isInitializeRequest(body)) return refuse(res, 400, NO_SESSION);
    const known = typeof id === 'string' ? this.sessions.get(id) : undefined;
    if (known === undefined && this.countOf(ctx) >= MOST_PER_PRINCIPAL) return refuse(res, 429, TOO_MANY);
    const session = known ?? (await this.take(ctx, id, body));
    // Somebody else's session is answered like one that never was.
    if (session === undefined || session.owner !== ownerOf(ctx)) return refuse(res, 404, NOT_FOUND);
    session.ctx = ctx;
    if (req.method === 'GET') session.stream.open(res, authenticate);
    await this.serve(session, req, res, body);
  }

  /** Waits are told to answer before the streams that carry their answers are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.calls.drain();
    await Promise.all([...this.sessions.values()].map((session) => session.close()));
  }

  /** Lets go of the sessions that were not used for too long. */
  sweep(): void {
    const oldest = this.clock.now().getTime() - IDLE_MS;
    for (const session of this.sessions.values()) {
      if (session.openRequests > 0 || session.lastUsed > oldest) continue;
      session.close().catch((error: unknown) => this.logger.warn({ err: error }, 'A session did not close'));
    }
    void this.use.sweep();
  }

  private async take(ctx: TenantContext, id: unknown, body: unknown): Promise<AgentSession | undefined> {
    if (typeof id === 'string') return this.resume(ctx, id);
    if (!isInitializeRequest(body)) return undefined;
    this.use.noteOpened(ctx);
    return this.hold(await this.opener.open(ctx, body));
  }

  private async resume(ctx: TenantContext, id: string): Promise<AgentSession | undefined> {
    const key = `${ownerOf(ctx)}/${id}`;
    const resuming = this.resuming.get(key) ?? this.opener.resume(ctx, id);
    this.resuming.set(key, resuming);
    try {
      const session = await resuming;
      return session && (this.sessions.get(session.id) ?? this.hold(session));
    } finally {
      this.resuming.delete(key);
    }
  }

  private hold(session: AgentSession): AgentSession {
    this.sessions.set(session.id, session);
    session.onclose(() => this.sessions.delete(session.id));
    return session;
  }

  private async serve(session: AgentSession, req: Request, res: Response, body: unknown): Promise<void> {
    session.openRequests += 1;
    this.use.note(session);
    res.once('close', () => {
      session.openRequests -= 1;
      session.lastUsed = this.clock.now().getTime();
    });
    await session.serve(req, res, body);
  }

  private countOf(ctx: TenantContext): number {
    const owner = ownerOf(ctx);
    let count = 0;
    for (const session of this.sessions.values()) if (session.owner === owner) count += 1;
    return count;
  }
}

const NOT_FOUND = { code: -32001, message: 'Session not found. Initialize a new one.' };
const NO_SESSION = { message: 'Mcp-Session-Id is missing. Send an initialize request first.' };
const TOO_MANY = { message: 'Too many sessions are open. End some, or wait until they expire.' };
