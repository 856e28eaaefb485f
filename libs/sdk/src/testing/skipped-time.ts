import type { Connection } from '@temporalio/client';

type TestService = NonNullable<Connection['testService']>;

/**
 * The clock of Temporal's test server. It skips to whatever comes next, but only while somebody waits for a result
 * and nobody acts: the server counts locks, and each act of a person holds one.
 */
export class SkippedTime {
  private readonly service: TestService;
  /** Of each wait one of its own: a signal that all shared would have a listener for each. */
  private readonly waits = new Set<AbortController>();
  private isClosed = false;

  constructor(
    private readonly connection: Connection,
    private readonly onError: (error: unknown) => void,
  ) {
    const { testService } = connection;
    if (!testService) throw new TypeError('Time can be skipped on a test server only.');
    this.service = testService;
  }

  async now(): Promise<number> {
    const { time } = await this.service.getCurrentTime({});
    return Number(time?.seconds?.toString() ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1e6);
  }

  /**
   * Does something when so much time has passed, and holds time meanwhile. Once this returns, time does not go past
   * that moment before it is done.
   */
  async after(milliseconds: number, act: () => Promise<void>): Promise<void> {
    await this.service.lockTimeSkipping({});
    const acted = this.sleep(milliseconds).then(act);
    acted
      .finally(() => (this.isClosed ? undefined : this.service.unlockTimeSkipping({})))
      .catch((error: unknown) => {
        if (!this.isClosed) this.onError(error);
      });
  }

  /** Lets time be skipped until the work is done. */
  async skipWhile<T>(work: () => Promise<T>): Promise<T> {
    await this.service.unlockTimeSkipping({});
    try {
      return await work();
    } finally {
      if (!this.isClosed) await this.service.lockTimeSkipping({});
    }
  }

  /** Skips so much time. */
  async sleep(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return await new Promise((resolve) => setImmediate(resolve));
    const duration = toDuration(milliseconds);
    const wait = new AbortController();
    this.waits.add(wait);
    try {
      await this.connection.withAbortSignal(wait.signal, () =>
        this.service.unlockTimeSkippingWithSleep({ duration }),
      );
    } finally {
      this.waits.delete(wait);
    }
  }

  /** What is still asleep will never act. */
  close(): void {
    this.isClosed = true;
    for (const wait of this.waits) wait.abort();
  }
}

// The generated types want a Long where a number does.
function toDuration(milliseconds: number) {
  return { seconds: Math.floor(milliseconds / 1_000) as never, nanos: (milliseconds % 1_000) * 1e6 };
}
