import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';

const GRACE_MS = 3_000;

/** The calls that are being answered. At shutdown those that wait are told to answer now, and are given the time to. */
@Injectable()
export class RunningCalls implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private drained: Promise<void> | undefined;

  /** Aborts when the process is about to end. */
  get ending(): AbortSignal {
    return this.controller.signal;
  }

  /** @param answered settles when the client has its answer, or has gone away */
  track(answered: Promise<unknown>): void {
    const settled = answered.then(
      () => undefined,
      () => undefined,
    );
    this.running.add(settled);
    void settled.then(() => this.running.delete(settled));
  }

  /** Ends the waits and settles when all is answered, at the latest after three seconds. */
  drain(): Promise<void> {
    this.drained ??= this.endWaits();
    return this.drained;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.drain();
  }

  private async endWaits(): Promise<void> {
    this.controller.abort();
    const grace = new AbortController();
    const expired = delay(GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.running), expired]);
    grace.abort();
  }
}
