import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { ALL_SCOPES } from '@orkestra/tenancy';
import type { OAuthProtectedResourceMetadata } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { AllowedHosts } from './allowed-hosts';
import { gatewayUrl } from './gateway-url';
import { refuse } from './refuse';

/** What a client needs to know before it has a key; RFC 9728. No authorization server is named: keys come from an admin. */
@Controller('.well-known/oauth-protected-resource')
export class ResourceMetadataController {
  private readonly hosts: AllowedHosts;

  constructor(private readonly config: Config) {
    this.hosts = new AllowedHosts(config);
  }

  @Get(['', 'mcp'])
  @Header('cache-control', 'public, max-age=3600')
  @Header('access-control-allow-origin', '*')
  read(@Req() req: Request, @Res() res: Response): void {
    const stranger = this.hosts.refusal({ headers: { host: req.headers.host } });
    if (stranger !== undefined) return refuse(res, 403, { message: stranger });
    const metadata: OAuthProtectedResourceMetadata = {
      resource: gatewayUrl(this.config, req, '/mcp'),
      resource_name: 'Orkestra',
      bearer_methods_supported: ['header'],
      scopes_supported: [...ALL_SCOPES],
    };
    res.json(metadata);
  }
}
