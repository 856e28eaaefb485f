import type { Logger } from '@orkestra/core';

interface LoopOptions {
  /** One round; true when there is more to do at once. */
  work: () => Promise<boolean>;
  idleMs: number;
  /** Longest wait after failures. */
  longestWaitMs: number;
  logger: Logger;
}

/** Repeats a piece of work until it is stopped; after a failure it waits longer, and says so once. */
export class BackgroundLoop {
  private stopped = false;
  private endSleep: () => void = () => undefined;
  private woken = false;
  private isIdle = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the round that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.endSleep();
    await this.running;
  }

  /**
   * There may be something to do: the next round begins at once, or right after the one that is under way. The wait after
   * a failure goes on.
   */
  wake(): void {
    this.woken = true;
    if (this.isIdle) this.endSleep();
  }

  private async run(): Promise<void> {
    const { work, idleMs, longestWaitMs, logger } = this.options;
    let failures = 0;
    while (!this.stopped) {
      try {
        this.woken = false;
        const more = await work();
        if (failures > 0) logger.info({ failures }, 'Works again');
        failures = 0;
        if (!more && !this.woken) await this.rest(idleMs);
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.warn({ err: error }, 'Failed; will be tried again');
        await this.sleep(Math.min(longestWaitMs, 100 * 2 ** failures));
      }
    }
  }

  private async rest(ms: number): Promise<void> {
    this.isIdle = true;
    await this.sleep(ms);
    this.isIdle = false;
  }

  private async sleep(ms: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
