import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { plainAddress } from '@orkestra/core';
import { SlackDoor, SlackInteractions } from '@orkestra/notifications';
import { RateLimits } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Public } from '../auth/public.decorator';
import { AfterAnswer } from './after-answer.service';
import { rawBodyOf } from './raw-body';

/** Where Slack tells of clicks. It waits three seconds: it is told that the click has come, and what it does comes after. */
@Public()
@Controller('slack/interactions')
export class SlackController {
  constructor(
    private readonly door: SlackDoor,
    private readonly interactions: SlackInteractions,
    private readonly limits: RateLimits,
    private readonly after: AfterAnswer,
  ) {}

  /** An empty answer also closes the question for a reason. */
  @Post()
  @HttpCode(200)
  async take(@Req() request: Request): Promise<void> {
    const address = plainAddress(request.ip);
    await this.limits.admitStranger('chat', address);
    const signature = {
      timestamp: request.get('x-slack-request-timestamp') ?? '',
      signature: request.get('x-slack-signature') ?? '',
    };
    const proved = await this.door.admit(rawBodyOf(request), signature, address);
    this.after.add(this.interactions.handle(proved));
  }
}
