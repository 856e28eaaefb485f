/** Longer than this nobody waits for the live feed: what it would have told is read again when it stands. */
const patienceMs = 800;

/**
 * Whether the live feed of the page stands for the first time. What is read after that is told when it changes; what was
 * read before may have changed unheard, and has to be read a second time.
 */
export class FirstStanding {
  private stands = false;
  private early = false;
  private readonly over: Promise<void>;
  private end: () => void = () => undefined;

  constructor() {
    this.over = new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Resolves when the feed stands, or when it has been waited for long enough; whoever asked reads then. */
  async wait(): Promise<void> {
    if (this.stands) return;
    await this.over;
    if (!this.stands) this.early = true;
  }

  /** The feed stands. @returns whether it does for the first time, and nothing was read before */
  reached(): boolean {
    const first = !this.stands;
    this.stands = true;
    this.end();
    return first && !this.early;
  }
}
