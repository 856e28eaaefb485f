import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { ALL_SCOPES } from '@orkestra/tenancy';
import { hostHeaderValidation } from '@modelcontextprotocol/node';
import type { OAuthProtectedResourceMetadata } from '@modelcontextprotocol/server';
import type { Request, Response } from 'express';
import { allowedHosts } from './allowed-hosts';
import { gatewayUrl } from './gateway-url';

/** What a client needs to know before it has a key; RFC 9728. No authorization server is named: keys come from an admin. */
@Controller('.well-known/oauth-protected-resource')
export class ResourceMetadataController {
  private readonly hostAllowed: ReturnType<typeof hostHeaderValidation>;

  constructor(private readonly config: Config) {
    this.hostAllowed = hostHeaderValidation(allowedHosts(config));
  }

  @Get(['', 'mcp'])
  @Header('cache-control', 'public, max-age=3600')
  @Header('access-control-allow-origin', '*')
  read(@Req() req: Request, @Res() res: Response): void {
    if (!this.hostAllowed(req, res)) return;
    const metadata: OAuthProtectedResourceMetadata = {
      resource: gatewayUrl(this.config, req, '/mcp'),
      resource_name: 'Orkestra',
      bearer_methods_supported: ['header'],
      scopes_supported: [...ALL_SCOPES],
    };
    res.json(metadata);
  }
}
