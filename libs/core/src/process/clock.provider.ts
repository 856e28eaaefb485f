import { Injectable } from '@nestjs/common';

/**
 * The one source of time, so that a test can set it. Once it is set it runs by the processor's own count, so that a
 * machine whose clock is wrong, or is put forward or back, changes nothing.
 */
@Injectable()
export class Clock {
  private set: { at: number; mark: number } | undefined;

  now(): Date {
    if (this.set === undefined) return new Date();
    return new Date(Math.round(this.set.at + performance.now() - this.set.mark));
  }

  /** @param mark the moment of `performance.now()` at which it was this time */
  setTo(at: number, mark: number): void {
    this.set = { at, mark };
  }
}
