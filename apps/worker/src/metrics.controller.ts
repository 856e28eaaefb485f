import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { Config, isLoopback, Metrics } from '@orkestra/core';
import { OutboxSweepService } from '@orkestra/tasks';
import { WorkflowProblems } from '@orkestra/workflows/worker';
import type { Request, Response } from 'express';

/** The numbers of this process and of the outbox, for Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
    outbox: OutboxSweepService,
    problems: WorkflowProblems,
  ) {
    metrics.gauges(
      {
        orkestra_queues_unpolled: 'Task queues with open executions that no worker polls.',
        orkestra_workflows_failing: 'Open executions whose code fails each time that it is run.',
        orkestra_workflows_long: 'Open executions that should continue as new.',
        orkestra_workflows_out_of_signals: 'Open executions that no decision reaches in their present run.',
      },
      async () => {
        const { queues, code_failing, long_history, signals_exhausted } = await problems.count();
        return {
          orkestra_queues_unpolled: queues,
          orkestra_workflows_failing: code_failing,
          orkestra_workflows_long: long_history,
          orkestra_workflows_out_of_signals: signals_exhausted,
        };
      },
    );
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
