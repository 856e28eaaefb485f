import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { Config, DomainError, plainAddress } from '@orkestra/core';
import { ALL_SCOPES, type AuthorizationServer, AuthorizationServers, RateLimits } from '@orkestra/tenancy';
import type { OAuthProtectedResourceMetadata } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { AllowedHosts } from './allowed-hosts';
import { gatewayUrl } from './gateway-url';
import { refuse } from './refuse';

const ANYWHERE = ['access-control-allow-origin', '*'] as const;

/**
 * What a client needs to know before it has a key or a token; RFC 9728. `/mcp` names no authorization server: keys come
 * from an admin. `/mcp/<workspace>` names the providers of the workspace.
 */
@Controller('.well-known')
export class ResourceMetadataController {
  private readonly hosts: AllowedHosts;

  constructor(
    private readonly config: Config,
    private readonly servers: AuthorizationServers,
    private readonly limits: RateLimits,
  ) {
    this.hosts = new AllowedHosts(config);
  }

  @Get(['oauth-protected-resource', 'oauth-protected-resource/mcp'])
  @Header('cache-control', 'public, max-age=3600')
  @Header(...ANYWHERE)
  ofKeys(@Req() req: Request, @Res() res: Response): void {
    if (this.isStrange(req, res)) return;
    res.json(this.metadata(req, '/mcp', { scopes_supported: [...ALL_SCOPES] }));
  }

  @Get('oauth-protected-resource/mcp/:tenant')
  @Header('cache-control', 'public, max-age=60')
  @Header(...ANYWHERE)
  async ofPeople(@Req() req: Request, @Res() res: Response, @Param('tenant') tenant: string): Promise<void> {
    const servers = await this.serversOf(tenant, req, res);
    if (servers === undefined) return;
    const scopes = [...new Set(servers.flatMap((server) => server.scopes))];
    const more = {
      authorization_servers: servers.map(({ issuer }) => issuer),
      ...(scopes.length > 0 && { scopes_supported: scopes }),
    };
    res.json(this.metadata(req, `/mcp/${tenant}`, more));
  }

  /** Clients of before RFC 9728 look here for what the provider says of itself. */
  @Get(['oauth-authorization-server/mcp/:tenant', 'openid-configuration/mcp/:tenant'])
  @Header('cache-control', 'public, max-age=60')
  @Header(...ANYWHERE)
  async ofProvider(
    @Req() req: Request,
    @Res() res: Response,
    @Param('tenant') tenant: string,
  ): Promise<void> {
    const servers = await this.serversOf(tenant, req, res);
    const issuer = servers?.[0]?.issuer;
    if (issuer !== undefined) res.redirect(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  }

  /** Undefined where the request was answered already. */
  private async serversOf(
    tenant: string,
    req: Request,
    res: Response,
  ): Promise<AuthorizationServer[] | undefined> {
    if (this.isStrange(req, res)) return undefined;
    try {
      await this.limits.admitStranger('metadata', plainAddress(req.ip));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const headers = { 'retry-after': String(error.details['retryAfter']) };
      refuse(res, 429, { message: error.message, headers });
      return undefined;
    }
    const servers = await this.servers.of(tenant);
    if (servers.length > 0) return servers;
    refuse(res, 404, {
      message: 'There is no such workspace, or its people do not sign in by an OpenID provider.',
    });
    return undefined;
  }

  private metadata(req: Request, path: string, more: Partial<OAuthProtectedResourceMetadata>) {
    const metadata: OAuthProtectedResourceMetadata = {
      resource: gatewayUrl(this.config, req, path),
      resource_name: 'Orkestra',
      bearer_methods_supported: ['header'],
      ...more,
    };
    return metadata;
  }

  private isStrange(req: Request, res: Response): boolean {
    const stranger = this.hosts.refusal({ headers: { host: req.headers.host } });
    if (stranger !== undefined) refuse(res, 403, { message: stranger });
    return stranger !== undefined;
  }
}
