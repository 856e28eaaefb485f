import { setTimeout as delay } from 'node:timers/promises';

/** The first sign of life on a stream comes after 15 s: its head has to come before. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const late = new AbortController();
  const timeout = delay(ms, undefined, late).then(() => Promise.reject(new Error(`It took ${ms} ms.`)));
  return Promise.race([promise, timeout]).finally(() => late.abort());
}

/** All that an open response has sent so far. */
export class EventLog {
  text = '';

  constructor(response: Response) {
    expect(response.status).toBe(200);
    void this.read(response.body!);
  }

  count(part: string): number {
    return this.text.split(part).length - 1;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    // It breaks off when the gateway is killed.
    await (async () => {
      for await (const chunk of body) this.text += decoder.decode(chunk, { stream: true });
    })().catch(() => undefined);
  }
}
