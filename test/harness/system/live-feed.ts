import type { Client, SubscribePayload } from 'graphql-ws';
import { eventually, type Truthy } from '../eventually';

/** What a subscription has received so far. */
export class LiveFeed<T> {
  readonly received: T[] = [];
  readonly errors: unknown[] = [];
  ended = false;

  constructor(
    private readonly client: Client,
    payload: SubscribePayload,
  ) {
    client.subscribe<T>(payload, {
      next: ({ data, errors }) =>
        void (data ? this.received.push(data) : this.errors.push(...(errors ?? []))),
      error: (error) => void this.errors.push(error),
      complete: () => (this.ended = true),
    });
  }

  /** A second operation on the same socket is answered after the server has handled the first. */
  async established(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const done = () => resolve();
      this.client.subscribe(
        { query: '{ viewer { id } }' },
        { next: done, error: (error) => reject(asError(error)), complete: done },
      );
    });
  }

  /** Waits for one that fits, among those received before as well. */
  next(fits: (value: T) => boolean = () => true): Promise<Truthy<T>> {
    return eventually(() => this.received.find(fits) as T);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(JSON.stringify(error));
}
