import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Logger, TemporalConnection } from '@orkestra/core';
import { ensureReconcilerSchedules } from '@orkestra/workflows/worker';
import { BackgroundLoop } from './background-loop';

/** How long a schedule may be missing that somebody deleted, or that went with Temporal's data. */
const LOOKED_AFTER_MS = 60_000;

/** Has Temporal run the reconciler: any number of workers see to the same schedules. */
@Injectable()
export class ReconcilerSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(temporal: TemporalConnection, { TASK_QUEUE }: Config, logger: Logger) {
    let which: 'all' | 'missing' = 'all';
    this.loop = new BackgroundLoop({
      work: async () => {
        await temporal.client.withDeadline(Date.now() + 10_000, () =>
          ensureReconcilerSchedules(temporal.client, TASK_QUEUE, which),
        );
        which = 'missing';
        return false;
      },
      idleMs: LOOKED_AFTER_MS,
      longestWaitMs: 10_000,
      logger: logger.child('reconciler-schedule'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
