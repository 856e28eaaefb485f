import { formatSeconds } from '../terminal/reporter';

const MOST_ENDS = 5;
const WITHIN_MS = 60_000;

/** A part of the stack, as far as it matters here. */
export interface Part {
  readonly name: string;
  readonly exited: Promise<unknown>;
  /** Such as "was ended by SIGKILL". */
  readonly end: string;
  endedError(): Error;
}

interface Care {
  /** Whether the part ends because somebody stops the stack. */
  isStopping: () => boolean;
  /** Starts the part anew and waits until it is ready. */
  startAgain: () => Promise<Part>;
  /** Waited for before each start: what the part needs may have ended too, and is being started. */
  pause: () => Promise<void>;
  tell: (line: string) => void;
}

/**
 * Starts a part again whenever it ends by itself, and says so. Resolves when the stack is stopped.
 * @throws what went wrong at the sixth time within a minute
 */
export async function keepRunning(part: Part, { isStopping, startAgain, pause, tell }: Care): Promise<void> {
  let ends: number[] = [];
  const giveUp = () => {
    const now = performance.now();
    ends = [...ends.filter((at) => now - at < WITHIN_MS), now];
    return ends.length > MOST_ENDS;
  };
  let running: Part | undefined = part;
  for (;;) {
    await running.exited;
    if (isStopping()) return;
    if (giveUp()) throw running.endedError();
    tell(`${part.name} ${running.end}; starting it again …`);
    const endedAt = performance.now();
    do {
      await pause();
      running = await startAgain().catch((error: unknown) => {
        if (!isStopping() && giveUp()) throw error;
        return undefined;
      });
      if (isStopping()) return;
    } while (running === undefined);
    tell(`${part.name} is ready again after ${formatSeconds(performance.now() - endedAt)}`);
  }
}
