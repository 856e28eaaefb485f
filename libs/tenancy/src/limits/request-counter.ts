/** Counts points for a subject in Postgres, in a window that all processes share. */
export type CountShared = (subject: string, points: number) => Promise<{ total: number; endsInMs: number }>;

interface Count {
  /** Of all processes, as far as this one knows. */
  known: number;
  /** Counted here since then. */
  own: number;
  endsAt: number;
  /** The store is told once `own` is so many. */
  tellAt: number;
  isTelling: boolean;
}

const WINDOW_MS = 60_000;
const MOST_SUBJECTS = 10_000;
/** A process tells what it counted as soon as it is this part of what is allowed. */
const STEPS = 20;

/**
 * Counts requests without waiting for anything: in memory, and after every twentieth part of what is allowed in the
 * store that the processes share. So each process lets at most one step more through than is allowed, and where the store
 * cannot be reached each counts for itself.
 */
export class RequestCounter {
  private readonly counts = new Map<string, Count>();
  private readonly telling = new Set<Promise<void>>();

  constructor(
    private readonly share: CountShared,
    private readonly now: () => number,
  ) {}

  /** Milliseconds until the subject may go on; 0 where it may now. */
  waitOf(subject: string, most: number): number {
    const count = this.countOf(subject);
    return count !== undefined && count.known + count.own >= most ? count.endsAt - this.now() : 0;
  }

  add(subject: string, most: number): void {
    const step = Math.ceil(most / STEPS);
    const count = this.countOf(subject) ?? this.begin(subject, step);
    count.own += 1;
    if (!count.isTelling && count.own >= count.tellAt) this.tell(subject, count, step);
  }

  /** Resolves when what is under way has been told. */
  async settled(): Promise<void> {
    while (this.telling.size > 0) await Promise.all(this.telling);
  }

  private countOf(subject: string): Count | undefined {
    const count = this.counts.get(subject);
    return count !== undefined && count.endsAt > this.now() ? count : undefined;
  }

  private begin(subject: string, tellAt: number): Count {
    if (this.counts.size >= MOST_SUBJECTS) this.forgetEnded();
    const count = { known: 0, own: 0, endsAt: this.now() + WINDOW_MS, tellAt, isTelling: false };
    this.counts.set(subject, count);
    return count;
  }

  private forgetEnded(): void {
    for (const [subject, { endsAt }] of this.counts) if (endsAt <= this.now()) this.counts.delete(subject);
    if (this.counts.size >= MOST_SUBJECTS) this.counts.clear();
  }

  private tell(subject: string, count: Count, step: number): void {
    const points = count.own;
    count.isTelling = true;
    const told = this.share(subject, points)
      .then(({ total, endsInMs }) => {
        count.known = total;
        count.own -= points;
        count.endsAt = this.now() + endsInMs;
        count.tellAt = step;
      })
      // Counted here alone, then: a fault of the store locks nobody out, and it is not asked for each request.
      .catch(() => {
        count.tellAt = count.own + step;
      })
      .finally(() => {
        count.isTelling = false;
        this.telling.delete(told);
        // More may have come meanwhile.
        if (count.own >= count.tellAt) this.tell(subject, count, step);
      });
    this.telling.add(told);
  }
}
