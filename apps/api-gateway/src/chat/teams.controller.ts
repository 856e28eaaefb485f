import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { plainAddress } from '@orkestra/core';
import { TeamsActivities, TeamsDoor } from '@orkestra/notifications';
import { RateLimits } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';

/** Where Microsoft tells what people do in Teams: the messaging endpoint of the bot. */
@Public()
@Controller('teams/messages')
export class TeamsController {
  constructor(
    private readonly door: TeamsDoor,
    private readonly activities: TeamsActivities,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  async take(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = plainAddress(request.ip);
    await this.limits.admitStranger('chat', address);
    const proved = await this.door.admit(body, request.get('authorization') ?? '', address);
    const answer = await this.activities.handle(proved);
    if (answer === undefined) response.status(202).end();
    else response.status(200).json(answer);
  }
}
