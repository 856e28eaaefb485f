export interface Limits {
  readonly turns: number;
  readonly tokens: number;
  readonly minutes: number;
}

/** Why a talk ends before its work is done, in a sentence that says how to go on. */
export class TalkEndedError extends Error {}

const MINUTE_MS = 60_000;
/** What a timer of Node can hold. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a talk may cost. The time in which the developer thinks is not counted. */
export class Budget {
  private turns = 0;
  private tokens = 0;
  private leftMs: number;
  private since = Date.now();
  private timer: NodeJS.Timeout | undefined;
  private readonly late = new AbortController();

  constructor(private readonly limits: Limits) {
    this.leftMs = limits.minutes * MINUTE_MS;
    this.go();
  }

  /** Aborted when the time is up. */
  get signal(): AbortSignal {
    return this.late.signal;
  }

  /** @throws TalkEndedError when nothing is left */
  takeTurn(): void {
    const { turns, tokens } = this.limits;
    this.refuseLate();
    if (this.turns >= turns) throw ended(`${turns} turns were taken`, '--max-turns');
    if (this.tokens >= tokens) throw ended(`${this.tokens} tokens were used, of ${tokens}`, '--max-tokens');
    this.turns += 1;
  }

  countTokens(tokens: number): void {
    this.tokens += tokens;
  }

  refuseLate(): void {
    if (this.signal.aborted) throw ended(`${this.limits.minutes} minutes are over`, '--max-minutes');
  }

  get used(): string {
    return `${this.turns} turns, ${this.tokens} tokens`;
  }

  /** Stops the clock while the developer is asked. */
  async pauseWhile<T>(wait: () => Promise<T>): Promise<T> {
    this.stop();
    try {
      return await wait();
    } finally {
      this.go();
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.leftMs -= Date.now() - this.since;
  }

  private go(): void {
    this.since = Date.now();
    this.timer = setTimeout(() => this.late.abort(), Math.min(Math.max(0, this.leftMs), LONGEST_TIMER_MS));
    this.timer.unref();
  }
}

function ended(what: string, option: string): TalkEndedError {
  return new TalkEndedError(`The talk has reached its limit: ${what} (${option}).`);
}
