import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Work that goes on after a request was answered; the gateway does not stop before it is done. */
@Injectable()
export class AfterAnswer implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  /** @param work throws nothing */
  add(work: Promise<void>): void {
    const tracked = work.finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }
}
