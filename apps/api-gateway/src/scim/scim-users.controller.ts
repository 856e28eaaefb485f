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
import { ScimUsersService, type ScimUserAnswer, type TenantContext } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Ctx } from '../auth/ctx.decorator';
import { Public } from '../auth/public.decorator';
import { listRequest, searchedFor, selectionOf, versionsIn } from './protocol/scim-query';
import { ScimGuard } from './protocol/scim.guard';
import { ScimAnswers } from './scim-answers.service';
import { ScimResources } from './protocol/scim-resources.presenter';

type Parameters = Readonly<Record<string, unknown>>;

/** People, as a directory provisions them. */
@Public()
@UseGuards(ScimGuard)
@Controller('scim/v2/Users')
export class ScimUsersController {
  constructor(
    private readonly service: ScimUsersService,
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
    const list = await this.service.list(ctx, listRequest(query));
    this.answers.send(
      response,
      200,
      this.resources.list(list, (user) => this.resources.user(user, selection)),
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
    this.answer(response, { user: await this.service.get(ctx, id), ignored: [] }, query);
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

  @Patch(':id')
  async patch(
    @Ctx() ctx: TenantContext,
    @Param('id') id: string,
    @Req() request: Request,
    @Query() query: Parameters,
    @Res() response: Response,
  ): Promise<void> {
    const ifMatch = versionsIn(request.get('if-match'));
    this.answer(response, await this.service.patch(ctx, id, this.answers.bodyOf(request), ifMatch), query);
  }

  /** They leave; what they did stays. */
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
    { user, ignored }: ScimUserAnswer,
    query: Parameters,
    status?: number,
  ): void {
    const body = this.resources.user(user, selectionOf(query));
    const location = this.resources.locationOf('Users', user.id);
    this.answers.note(response, ignored);
    this.answers.resource(response, { revision: user.revision, body, location, ...(status && { status }) });
  }
}
