import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { Config, isLoopback, Metrics } from '@orkestra/core';
import { OutboxSweepService } from '@orkestra/tasks';
import type { Request, Response } from 'express';

/** The numbers of this process and of the outbox, for Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
    outbox: OutboxSweepService,
  ) {
    metrics.gauges(
      {
        orkestra_outbox_pending: 'Rows of the outbox that are still to be delivered.',
        orkestra_outbox_dead: 'Rows of the outbox that were given up after many failures.',
        orkestra_outbox_oldest_seconds: 'Age of the oldest row that is still to be delivered.',
      },
      async () => {
        const { pending, dead, oldestSeconds } = await outbox.backlog();
        return {
          orkestra_outbox_pending: pending,
          orkestra_outbox_dead: dead,
          orkestra_outbox_oldest_seconds: oldestSeconds,
        };
      },
    );
  }

  @Get()
  async read(@Req() { ip }: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const { METRICS } = this.config;
    if (METRICS === 'off' || (METRICS === 'loopback' && !isLoopback(ip))) throw new NotFoundException();
    response.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
