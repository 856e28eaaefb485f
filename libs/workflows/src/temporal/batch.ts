/** Gathers items for some milliseconds and hands them on together, so that many small writes become one. */
export class Batch<T> {
  private items: T[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly inFlight = new Set<Promise<void>>();
  private closed = false;

  constructor(
    private readonly waitMs: number,
    private readonly write: (items: T[]) => Promise<void>,
    private readonly onError: (error: unknown, items: T[]) => void,
  ) {}

  add(item: T): void {
    this.items.push(item);
    if (this.closed) return this.flush();
    this.timer ??= setTimeout(() => this.flush(), this.waitMs);
  }

  /** Writes what has been gathered; later items are written at once, each by itself. */
  async close(): Promise<void> {
    this.closed = true;
    this.flush();
    await Promise.all(this.inFlight);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const items = this.items;
    if (items.length === 0) return;
    this.items = [];
    const writing = this.write(items)
      .catch((error: unknown) => this.onError(error, items))
      .finally(() => this.inFlight.delete(writing));
    this.inFlight.add(writing);
  }
}
