import {
  Controller,
  Get,
  HttpException,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { LARGEST_SCIM_PAGE, type TenantContext } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Ctx } from '../auth/ctx.decorator';
import { Public } from '../auth/public.decorator';
import { scimResourceTypes, scimSchemas, serviceProviderConfig } from './protocol/scim.schema';
import { listRequest, searchedFor, selectionOf } from './protocol/scim-query';
import { ScimGuard } from './protocol/scim.guard';
import { ScimAnswers } from './scim-answers.service';
import { ScimResources } from './protocol/scim-resources.presenter';
import { ScimSearch } from './scim-search.service';

/** What of SCIM the server offers, and what is about no single kind of resource. */
@Public()
@UseGuards(ScimGuard)
@Controller('scim/v2')
export class ScimDiscoveryController {
  constructor(
    private readonly resources: ScimResources,
    private readonly answers: ScimAnswers,
    private readonly search: ScimSearch,
  ) {}

  @Get('ServiceProviderConfig')
  config(@Res() response: Response): void {
    this.answers.send(response, 200, serviceProviderConfig(this.resources.baseUrl, LARGEST_SCIM_PAGE));
  }

  @Get('Schemas')
  schemas(@Query('filter') filter: unknown, @Res() response: Response): void {
    this.list(response, scimSchemas(this.resources.baseUrl), filter);
  }

  @Get('Schemas/:id')
  schema(@Param('id') id: string, @Res() response: Response): void {
    this.one(response, scimSchemas(this.resources.baseUrl), id);
  }

  @Get('ResourceTypes')
  resourceTypes(@Query('filter') filter: unknown, @Res() response: Response): void {
    this.list(response, scimResourceTypes(this.resources.baseUrl), filter);
  }

  @Get('ResourceTypes/:id')
  resourceType(@Param('id') id: string, @Res() response: Response): void {
    this.one(response, scimResourceTypes(this.resources.baseUrl), id);
  }

  @Post('Bulk')
  bulk(): never {
    throw new HttpException(
      'Bulk is not supported: see ServiceProviderConfig. Send one request for each resource.',
      501,
    );
  }

  @Post('.search')
  async searchAll(
    @Ctx() ctx: TenantContext,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const query = searchedFor(this.answers.bodyOf(request));
    const list = await this.search.list(ctx, listRequest(query), selectionOf(query));
    this.answers.send(
      response,
      200,
      this.resources.list(list, (resource) => resource),
    );
  }

  private list(response: Response, items: { id: string }[], filter: unknown): void {
    if (filter !== undefined) throw new HttpException('What the server offers is not filtered.', 403);
    const list = { total: items.length, startIndex: 1, items };
    this.answers.send(
      response,
      200,
      this.resources.list(list, (item) => ({ ...item })),
    );
  }

  private one(response: Response, items: { id: string }[], id: string): void {
    const found = items.find((item) => item.id.toLowerCase() === id.toLowerCase());
    if (found === undefined) throw new NotFoundException('There is nothing of this name.');
    this.answers.send(response, 200, found);
  }
}
