import type { Approvals } from './approvals';
import type { ToolCall, Verdict } from './verdict';

interface Waiting {
  call: ToolCall;
  resolve: (verdict: Verdict) => void;
  reject: (error: unknown) => void;
}

/** Gathers the calls that a runner starts together, which are those of one turn, and asks about them as one. */
export class TurnOfCalls {
  private waiting: Waiting[] = [];

  constructor(
    private readonly approvals: Approvals,
    private readonly longestWaitMs: number | undefined,
  ) {}

  ask(call: ToolCall, signal: AbortSignal | undefined): Promise<Verdict> {
    // The runner starts all calls of a turn before anything else happens.
    if (this.waiting.length === 0) setImmediate(() => void this.send(signal));
    return new Promise((resolve, reject) => this.waiting.push({ call, resolve, reject }));
  }

  private async send(signal: AbortSignal | undefined): Promise<void> {
    const together = this.waiting;
    this.waiting = [];
    const deadline = this.longestWaitMs === undefined ? undefined : new Date(Date.now() + this.longestWaitMs);
    try {
      const calls = together.map(({ call }) => call);
      const verdicts = await this.approvals.ask(calls, { signal, deadline });
      together.forEach(({ resolve }, index) => resolve(verdicts[index] as Verdict));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}
