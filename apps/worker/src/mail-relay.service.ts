import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { MailSender } from '@orkestra/tenancy';
import { BackgroundLoop } from './background-loop';

/** Sends the mail that no gateway has sent at once: what was refused for now, and what a crash has left. */
@Injectable()
export class MailRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(mail: MailSender, logger: Logger) {
    this.loop = new BackgroundLoop({
      work: () => mail.sendNext(),
      idleMs: 5_000,
      longestWaitMs: 30_000,
      logger: logger.child('mail-relay'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
