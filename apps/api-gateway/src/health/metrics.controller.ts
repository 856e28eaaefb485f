import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { Config, isLoopback, Metrics } from '@orkestra/core';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';

/** The numbers of this process, for Prometheus; see METRICS for who may read them. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  async read(@Req() { ip }: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const { METRICS } = this.config;
    // Behind a proxy on this machine `ip` is the proxy's caller: nobody gets in that way.
    if (METRICS === 'off' || (METRICS === 'loopback' && !isLoopback(ip))) throw new NotFoundException();
    response.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
