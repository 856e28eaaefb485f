import {
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { type ScimGroupAnswer, ScimGroupsService, type TenantContext } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Ctx } from '../auth/ctx.decorator';
import { Public } from '../auth/public.decorator';
import { isSelected } from './protocol/attribute-selection';
import { listRequest, searchedFor, selectionOf, versionsIn, versionTag } from './protocol/scim-query';
import { ScimGuard } from './protocol/scim.guard';
import { ScimAnswers } from './scim-answers.service';
import { ScimResources } from './protocol/scim-resources.presenter';

type Parameters = Readonly<Record<string, unknown>>;

/** Groups, as a directory provisions them. */
@Public()
@UseGuards(ScimGuard)
@Controller('scim/v2/Groups')
export class ScimGroupsController {
  constructor(
    private readonly service: ScimGroupsService,
    private readonly resources: ScimResources,
    private readonly answers: ScimAnswers,
  ) {}

  @Get()
  async list(
    @Ctx() ctx: TenantContext,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    const selection = selectionOf(query);
    const list = await this.service.list(ctx, listRequest(query), isSelected('members', selection));
    this.answers.send(
      response,
      200,
      this.resources.list(list, (group) => this.resources.group(group, selection)),
    );
  }

  /** A list whose filter may not stand in logs, as URLs do. */
  @Post('.search')
  async search(@Ctx() ctx: TenantContext, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.list(ctx, searchedFor(this.answers.bodyOf(request)), response);
  }

  @Get(':id')
  async get(
    @Ctx() ctx: TenantContext,
    @Param('id') id: string,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    const withMembers = isSelected('members', selectionOf(query));
    this.answer(response, { group: await this.service.get(ctx, id, withMembers), ignored: [] }, query);
  }

  @Post()
  async create(
    @Ctx() ctx: TenantContext,
    @Req() request: Request,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    this.answer(response, await this.service.create(ctx, this.answers.bodyOf(request)), query, 201);
  }

  @Put(':id')
  async replace(
    @Ctx() ctx: TenantContext,
    @Param('id') id: string,
    @Req() request: Request,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    const ifMatch = versionsIn(request.get('if-match'));
    this.answer(response, await this.service.replace(ctx, id, this.answers.bodyOf(request), ifMatch), query);
  }

  /** Without a body in the answer, unless some attributes are asked for: nobody reads ten thousand members then. */
  @Patch(':id')
  async patch(
    @Ctx() ctx: TenantContext,
    @Param('id') id: string,
    @Req() request: Request,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    const selection = selectionOf(query);
    const ifMatch = versionsIn(request.get('if-match'));
    const { revision, ignored } = await this.service.patch(ctx, id, this.answers.bodyOf(request), ifMatch);
    if (selection.attributes !== undefined) {
      const group = await this.service.get(ctx, id, isSelected('members', selection));
      return this.answer(response, { group, ignored }, query);
    }
    this.answers.note(response, ignored);
    response.status(204).setHeader('etag', versionTag(revision)).end();
  }

  @Delete(':id')
  async delete(
    @Ctx() ctx: TenantContext,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.service.delete(ctx, id, versionsIn(ifMatch));
    response.status(204).end();
  }

  private answer(
    response: Response,
    { group, ignored }: ScimGroupAnswer,
    query: Parameters,
    status?: number,
  ): void {
    const body = this.resources.group(group, selectionOf(query));
    const location = this.resources.locationOf('Groups', group.id);
    this.answers.note(response, ignored);
    this.answers.resource(response, { revision: group.revision, body, location, ...(status && { status }) });
  }
}
