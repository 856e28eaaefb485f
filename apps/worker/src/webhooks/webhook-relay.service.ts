import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { WebhookDispatcher, WebhookPulse, WebhookQueue } from '@orkestra/notifications';
import { BackgroundLoop } from '../background-loop';

const SWEEP_EVERY_MS = 2_000;
const CLEAN_EVERY_MS = 10 * 60_000;
const CLEANED_AT_ONCE = 1_000;

/** Tells programs of what has happened: woken by what is written down for them here, it also looks by itself. */
@Injectable()
export class WebhookRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: readonly BackgroundLoop[];

  constructor(
    private readonly dispatcher: WebhookDispatcher,
    queue: WebhookQueue,
    pulse: WebhookPulse,
    logger: Logger,
  ) {
    const own = logger.child('webhook-relay');
    const loop = (work: () => Promise<boolean>, idleMs: number) =>
      new BackgroundLoop({ work, idleMs, longestWaitMs: 30_000, logger: own });
    const sending = loop(() => dispatcher.round(), SWEEP_EVERY_MS);
    pulse.listen(() => sending.wake());
    this.loops = [sending, loop(() => queue.clean(CLEANED_AT_ONCE), CLEAN_EVERY_MS)];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.dispatcher.idle();
  }
}
