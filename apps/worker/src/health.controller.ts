import { Controller, Get, Res } from '@nestjs/common';
import { type Health, HealthService } from '@orkestra/core';
import type { Response } from 'express';
import { TemporalWorkers } from './temporal-workers.provider';

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly workers: TemporalWorkers,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** A worker is ready when it polls: unlike a server it can do nothing without Temporal. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const { status, checks } = await this.health.ready();
    const workers =
      this.workers.running && checks['temporal'] === 'ok' ? ('ok' as const) : ('unavailable' as const);
    const ready = status === 'ok' && workers === 'ok';
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks: { ...checks, workers } };
  }
}
