import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { plainAddress } from '@orkestra/core';
import { AccountLinks, type LinkView, PasswordLinks } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Public } from '../auth/public.decorator';
import { doorGuard } from '../auth/door.guard';
import { AskForLinkInput, LookAtLinkInput, UseLinkInput } from './link.input';

interface Link {
  purpose: string;
  tenant: { slug: string; name: string };
  email: string;
  displayName: string;
}

/** Links by which people set a password. There is no GET: a scanner of mails that opens one uses nothing up. */
@UseGuards(doorGuard('link'))
@Controller('api/v1/auth/link')
export class LinkController {
  constructor(
    private readonly links: PasswordLinks,
    private readonly accounts: AccountLinks,
  ) {}

  /** The answer is the same whoever is asked about. */
  @Public()
  @Post('request')
  @HttpCode(202)
  async request(@Body() { tenant, email }: AskForLinkInput, @Req() request: Request): Promise<object> {
    await this.links.request(tenant, email, plainAddress(request.ip));
    return {};
  }

  /** Whom it is for; changes nothing. */
  @Public()
  @Post('look')
  @HttpCode(200)
  async look(@Body() { token }: LookAtLinkInput, @Req() request: Request): Promise<Link> {
    return shown(await this.links.look(token, plainAddress(request.ip)));
  }

  /** Sets the password. Signing in comes next, with the second factor where there is one. */
  @Public()
  @Post('use')
  @HttpCode(200)
  async use(@Body() input: UseLinkInput, @Req() request: Request): Promise<Link> {
    return shown(await this.accounts.use({ ...input, remoteAddress: plainAddress(request.ip) }));
  }
}

function shown({ purpose, tenant: { slug, name }, user: { email, displayName } }: LinkView): Link {
  return { purpose, tenant: { slug, name }, email, displayName };
}
