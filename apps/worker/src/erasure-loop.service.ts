import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { PersonErasure } from '@orkestra/privacy';
import { BackgroundLoop } from './background-loop';

/** Erases, in batches, whoever was asked to be forgotten. */
@Injectable()
export class ErasureLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(people: PersonErasure, logger: Logger) {
    this.loop = new BackgroundLoop({
      work: () => people.sweep(),
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
}
