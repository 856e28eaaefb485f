import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Logger, TemporalConnection } from '@orkestra/core';
import { WorkflowStarter } from '@orkestra/workflows/worker';
import { BackgroundLoop } from './background-loop';

/** Longer than a start may take, so that the sweep comes only after whoever wrote the row. */
const LEFT_OVER_AFTER_MS = 10_000;

/** Starts the executions that were recorded while Temporal was away, or whose starter died. */
@Injectable()
export class StartSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly starter: WorkflowStarter,
    private readonly temporal: TemporalConnection,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.loop = new BackgroundLoop({
      work: () => this.round(),
      idleMs: 2_000,
      longestWaitMs: 5_000,
      logger: logger.child('start-sweep'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<boolean> {
    const rows = await this.starter.leftOver(LEFT_OVER_AFTER_MS, this.clock.now());
    if (rows.length === 0) return false;
    await this.temporal.ping();
    await this.starter.startAll(rows);
    return false;
  }
}
