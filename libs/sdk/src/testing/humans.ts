import { parseDuration } from '../time/durations';
import type { Act, ActOptions, ActWithReason, Answers, Script, TaskMatch } from './script';
import type { TestTask } from './test-task';

/**
 * People who do what a test's script says. Each line is for the next task that it matches; the lines for one task are
 * done in their order, so two `approve` are two votes.
 */
export class Humans {
  /** @internal */
  constructor(private readonly script: Script) {}

  /** Claims and completes a task with these answers to its form. */
  answer(match: TaskMatch, data: Answers | ((task: TestTask) => Answers), options: ActOptions = {}): this {
    return this.add('answer', match, options, data);
  }

  /** Takes a task and does no more, until another line says what. */
  claim(match: TaskMatch, options: ActOptions = {}): this {
    return this.add('claim', match, options);
  }

  /** Approves an approval, or gives one vote for it where it has a quorum. */
  approve(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('approve', match, options);
  }

  /** Rejects an approval, or gives one vote against it where it has a quorum. */
  reject(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('reject', match, options);
  }

  /** Asks for another version of what is to be approved; the next line is for that version. */
  requestChanges(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('requestChanges', match, options);
  }

  /** Cancels a task; the workflow gets a `TaskCancelledError`. */
  cancel(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('cancel', match, options);
  }

  /** Leaves a task alone: its chain and its time to live run out in skipped time. */
  ignore(match: TaskMatch, options: Pick<ActOptions, 'times'> = {}): this {
    return this.add('ignore', match, options);
  }

  /** The lines that nobody has come to yet, in words. */
  get unused(): string[] {
    return this.script.unused;
  }

  private add(kind: Act['kind'], match: TaskMatch, options: ActWithReason, data?: Act['data']): this {
    // A time that is none should fail where it is written.
    parseDuration(options.after ?? 0);
    this.script.add({ kind, match, data, options, left: options.times ?? 1 });
    return this;
  }
}
