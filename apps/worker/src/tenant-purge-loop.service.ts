import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { TenantLimitsService, TenantPurge } from '@orkestra/tenancy';
import { BackgroundLoop } from './background-loop';

/** Their use is added up once an hour. */
const TIDIED_EVERY = 240;

/** Deletes the tenants whose time has come, and keeps short what their use is counted in. */
@Injectable()
export class TenantPurgeLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;
  private rounds = 0;

  constructor(
    private readonly tenants: TenantPurge,
    private readonly limits: TenantLimitsService,
    logger: Logger,
  ) {
    this.loop = new BackgroundLoop({
      work: () => this.round(),
      idleMs: 15_000,
      longestWaitMs: 60_000,
      logger: logger.child('tenant-purge'),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<boolean> {
    if (this.rounds % TIDIED_EVERY === 0) await this.limits.tidyUsage();
    this.rounds += 1;
    return (await this.tenants.sweep()) > 0;
  }
}
