import { All, type BeforeApplicationShutdown, Controller, Req, Res } from '@nestjs/common';
import {
  Config,
  currentCorrelationId,
  DomainError,
  LiveBus,
  Logger,
  plainAddress,
  runWithCorrelation,
} from '@orkestra/core';
import {
  AccessTokens,
  AuthenticationRequiredError,
  AuthService,
  InvalidAccessTokenError,
  isJwt,
  RateLimits,
  type TenantContext,
} from '@orkestra/tenancy';
import { toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { once } from 'node:events';
import { RunningCalls } from '../protocol/running-calls.service';
import { McpServers } from '../server/mcp-servers.service';
import { AllowedHosts } from './allowed-hosts';
import { callerOf, toAuthInfo } from './auth-info';
import { endWithCaller } from './end-with-caller';
import { gatewayUrl } from './gateway-url';
import { ListenStreams } from './listen-streams.service';
import { McpSessions } from './mcp-sessions.service';
import { refuse } from './refuse';
import { readBody } from './request-body';

type McpRequest = Request<{ tenant?: string }> & { auth?: AuthInfo };

/**
 * Streamable HTTP: the 2026 era without sessions, the 2025 era with them, on one path. Programs come by key to `/mcp`,
 * people's agents by a token of the workspace's provider to `/mcp/<workspace>`.
 */
@Controller('mcp')
export class McpController implements BeforeApplicationShutdown {
  private readonly modern: ReturnType<typeof createMcpHandler>;
  private readonly serveModern: ReturnType<typeof toNodeHandler>;
  private readonly hosts: AllowedHosts;
  private readonly logger: Logger;

  constructor(
    private readonly auth: AuthService,
    private readonly tokens: AccessTokens,
    private readonly limits: RateLimits,
    private readonly sessions: McpSessions,
    private readonly listens: ListenStreams,
    private readonly calls: RunningCalls,
    servers: McpServers,
    private readonly config: Config,
    private readonly live: LiveBus,
    logger: Logger,
  ) {
    this.logger = logger.child('mcp-http');
    const onerror = (error: Error) =>
      this.logger.debug({ err: error }, 'A request was refused by the protocol');
    this.modern = createMcpHandler(() => servers.create(callerOf), { legacy: 'reject', onerror });
    this.serveModern = toNodeHandler(this.modern, { onerror });
    this.hosts = new AllowedHosts(config);
  }

  @All(['', ':tenant'])
  async handle(@Req() req: McpRequest, @Res() res: Response): Promise<void> {
    const stranger = this.hosts.refusal(req);
    if (stranger !== undefined) return refuse(res, 403, { message: stranger });
    await runWithCorrelation(req.header('x-correlation-id'), async () => {
      res.setHeader('x-correlation-id', currentCorrelationId());
      const authenticate = () => this.authenticate(req);
      const ctx = await this.admit(req).catch((error: unknown) => this.refuseCaller(req, res, error));
      if (ctx === undefined) return;
      endWithCaller(this.live, ctx, res);
      const body = await readBody(req);
      if ('refused' in body) return refuse(res, body.refused.status, body.refused);
      req.auth = toAuthInfo(ctx);
      const isLegacy = await isLegacyRequest(await toWebRequest(req, body.json), body.json);
      if (!isLegacy && this.listens.isListen(body.json))
        return this.listens.handle(req, res, body.json, ctx, authenticate);
      if (req.method === 'POST') this.calls.track(once(res, 'close'));
      if (isLegacy) return this.sessions.handle(req, res, body.json, ctx, authenticate);
      await this.serveModern(req, res, body.json);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.calls.drain();
    await this.modern.close();
  }

  private async admit(req: McpRequest): Promise<TenantContext> {
    const ctx = await this.authenticate(req);
    this.limits.admit(ctx);
    return ctx;
  }

  private async authenticate(req: McpRequest): Promise<TenantContext> {
    const secret = /^Bearer +(\S+)$/i.exec(req.header('authorization') ?? '')?.[1];
    if (secret === undefined) throw new AuthenticationRequiredError();
    const from = { remoteAddress: plainAddress(req.ip), userAgent: req.header('user-agent') };
    const { tenant } = req.params;
    if (tenant !== undefined) {
      const resource = gatewayUrl(this.config, req, `/mcp/${tenant}`);
      return this.tokens.enter(secret, { resource, tenant }, 'mcp', from);
    }
    if (isJwt(secret)) throw new InvalidAccessTokenError();
    return this.auth.byApiKey(secret, 'mcp', from);
  }

  private refuseCaller(req: McpRequest, res: Response, error: unknown): undefined {
    if (error instanceof DomainError && error.kind === 'unauthenticated') {
      const challenge = error instanceof AuthenticationRequiredError ? '' : ', error="invalid_token"';
      const { tenant } = req.params;
      const path = tenant === undefined ? '/mcp' : `/mcp/${tenant}`;
      const metadata = gatewayUrl(this.config, req, `/.well-known/oauth-protected-resource${path}`);
      const headers = {
        'www-authenticate': `Bearer realm="orkestra"${challenge}, resource_metadata="${metadata}"`,
      };
      return void refuse(res, 401, { code: -32001, message: error.message, headers });
    }
    if (error instanceof DomainError && (error.kind === 'forbidden' || error.kind === 'limited')) {
      const { message, code, details, kind } = error;
      const retryAfter = details['retryAfter'];
      const headers: Record<string, string> = {};
      if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
      return void refuse(res, kind === 'forbidden' ? 403 : 429, {
        message,
        data: { code, ...details },
        headers,
      });
    }
    this.logger.failure({ err: error }, 'A caller could not be authenticated');
    const message = error instanceof DomainError ? error.message : 'Internal error';
    return void refuse(res, 503, { message, headers: { 'retry-after': '5' } });
  }
}
