import { Controller, Get, Res } from '@nestjs/common';
import { type Health, HealthService } from '@orkestra/core';
import type { Response } from 'express';
import { Public } from '../auth/public.decorator';

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process runs. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work; 503 names what it lacks. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.health.ready();
    response.status(health.status === 'ok' ? 200 : 503);
    return health;
  }
}
