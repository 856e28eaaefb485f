import type { Duration } from '../time/durations';
import type { TestTask } from './test-task';

/** Which tasks a line of the script is for: the title or type, a pattern of the title, or any condition. */
export type TaskMatch = string | RegExp | ((task: TestTask) => boolean);

export interface ActOptions {
  /** Who does it; without a name, somebody who may. */
  by?: string;
  /** How long after the task appears, or after what was done to it before. At once when not given. */
  after?: Duration;
  /** How many tasks this is for, one after the other; 1 when not given. */
  times?: number;
}

export type ActWithReason = ActOptions & { reason?: string };

export type Answers = Record<string, unknown>;

/** One line of the script. */
export interface Act {
  kind: 'answer' | 'claim' | 'approve' | 'reject' | 'requestChanges' | 'cancel' | 'ignore';
  match: TaskMatch;
  data?: Answers | ((task: TestTask) => Answers);
  options: ActWithReason;
  left: number;
}

/** What people will do, in the order in which it was written; each line is used up by the tasks that it is for. */
export class Script {
  private acts: Act[] = [];
  /** Called for each new line. */
  onWritten: () => void = () => undefined;

  add(act: Act): void {
    this.acts.push(act);
    this.onWritten();
  }

  /** The first line that is for this task, used up once. */
  take(task: TestTask): Act | undefined {
    const act = this.acts.find(({ match, left }) => left > 0 && matches(match, task));
    if (act) act.left -= 1;
    return act;
  }

  /** What was never done, in words. */
  get unused(): string[] {
    return this.acts.filter(({ left }) => left > 0 && left !== Infinity).map(describe);
  }

  clear(): void {
    this.acts = [];
  }
}

export function matches(match: TaskMatch, task: TestTask): boolean {
  if (typeof match === 'function') return match(task);
  if (match instanceof RegExp) return new RegExp(match).test(task.title);
  return [task.title, task.type].includes(match);
}

function describe({ kind, match }: Act): string {
  if (typeof match === 'function') return `${kind} where a condition holds`;
  return `${kind} ${typeof match === 'string' ? `"${match}"` : String(match)}`;
}
