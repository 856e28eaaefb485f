import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { type Health, HealthService } from '@orkestra/core';
import type { Response } from 'express';
import { RunningCalls } from '../protocol/running-calls.service';

/** For whatever watches the process; the only paths without a key. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly calls: RunningCalls,
  ) {}

  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) res: Response): Promise<Health> {
    const health = await this.health.ready();
    const status = this.calls.ending.aborted ? 'unavailable' : health.status;
    res.status(status === 'ok' ? 200 : 503);
    return { ...health, status };
  }
}
