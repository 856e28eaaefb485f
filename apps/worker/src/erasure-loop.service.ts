import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { PersonErasure, RetentionSweep } from '@orkestra/privacy';
import { BackgroundLoop } from './background-loop';

/** What outlived its days is looked for every so many rounds. */
const RETENTION_EVERY = 30;

/** Erases, in batches, whoever was asked to be forgotten and what outlived the days of its tenant. */
@Injectable()
export class ErasureLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;
  private rounds = 0;

  constructor(
    private readonly people: PersonErasure,
    private readonly retention: RetentionSweep,
    logger: Logger,
  ) {
    this.loop = new BackgroundLoop({
      work: () => this.round(),
      idleMs: 10_000,
      longestWaitMs: 60_000,
      logger: logger.child('erasure'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<boolean> {
    const isDue = this.rounds % RETENTION_EVERY === 0;
    const isMore = isDue && (await this.retention.sweep());
    if (!isMore) this.rounds += 1;
    return (await this.people.sweep()) || isMore;
  }
}
