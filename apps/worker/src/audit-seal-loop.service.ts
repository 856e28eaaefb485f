import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { AuditSeals } from '@orkestra/tenancy';
import { BackgroundLoop } from './background-loop';

/** Seals the audit logs of all tenants, a moment after what they tell of. */
@Injectable()
export class AuditSealLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;
  private readonly logger: Logger;

  constructor(
    private readonly seals: AuditSeals,
    logger: Logger,
  ) {
    this.logger = logger.child('audit-seals');
    this.loop = new BackgroundLoop({
      work: () => seals.sweep(),
      idleMs: 5_000,
      longestWaitMs: 60_000,
      logger: this.logger,
    });
  }

  onApplicationBootstrap(): void {
    if (this.seals.signs) this.loop.start();
    else this.logger.warn({}, 'The audit log is not sealed: set EVIDENCE_KEY or EVIDENCE_KEY_FILE');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
