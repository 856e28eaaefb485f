import { type LiveMessage, resyncMessage } from './live-message';

const LARGEST_BACKLOG = 1_000;

/**
 * What one subscriber has yet to read. A reader that falls too far behind loses the backlog and
 * gets one `resync` instead, so that a slow client costs bounded memory.
 */
export class LiveSubscription implements AsyncIterableIterator<LiveMessage> {
  private backlog: LiveMessage[] = [];
  private waiting: ((result: IteratorResult<LiveMessage>) => void)[] = [];
  private ended = false;

  constructor(private readonly onEnd: () => void) {}

  push(message: LiveMessage): void {
    if (this.ended) return;
    const reader = this.waiting.shift();
    if (reader !== undefined) return reader({ value: message, done: false });
    if (this.backlog.length >= LARGEST_BACKLOG) {
      this.backlog = [resyncMessage(message.tenantId)];
      return;
    }
    this.backlog.push(message);
  }

  next(): Promise<IteratorResult<LiveMessage>> {
    const message = this.backlog.shift();
    if (message !== undefined) return Promise.resolve({ value: message, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Ends the subscription; whoever waits is told that there is no more. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.backlog = [];
    this.onEnd();
    for (const reader of this.waiting.splice(0)) reader({ value: undefined, done: true });
  }

  return(): Promise<IteratorResult<LiveMessage>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
