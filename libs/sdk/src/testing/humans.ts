import { parseDuration } from '../durations';
import { checkAnswers } from './answers';
import type { MemoryServer, TaskWatch } from './memory-server';
import type { MemoryTask } from './memory-task';
import type { People } from './people';
import { actorOf, checkMayDecide, votersOf } from './people';
import type { Act, ActOptions, ActWithReason, Answers, TaskMatch } from './script';
import { Script } from './script';
import type { SkippedTime } from './skipped-time';
import { HumanScriptError, UnansweredTasksError } from './testing.errors';
import { outcomeOf } from './votes';

const SOMEBODY = 'Test person';

/** What a task waits for: a person who will act, time alone, or nobody. */
type Outlook = 'planned' | 'ignored' | 'unanswered';

/**
 * People who do what a test's script says. Each line is for the next task that it matches; lines for one task are
 * done in order, so two `approve` are two votes.
 */
export class Humans {
  private readonly script = new Script();
  private readonly outlooks = new WeakMap<MemoryTask, Outlook>();

  constructor(
    private readonly server: () => MemoryServer,
    private readonly time: SkippedTime,
    private readonly people: People,
    private readonly fail: (error: Error) => void,
  ) {}

  /** Claims and completes a task with these answers to its form. */
  answer(match: TaskMatch, data: Answers | ((task: MemoryTask) => Answers), options: ActOptions = {}): this {
    return this.add('answer', match, options, data);
  }

  /** Takes a task and does no more, until another line says what. */
  claim(match: TaskMatch, options: ActOptions = {}): this {
    return this.add('claim', match, options);
  }

  approve(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('approve', match, options);
  }

  reject(match: TaskMatch, options: ActWithReason = {}): this {
    return this.add('reject', match, options);
  }

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

  /** The lines that nobody has come to yet. */
  get unused(): string[] {
    return this.script.unused;
  }

  /** @internal */
  readonly watch: TaskWatch = {
    created: async (task) => {
      await this.plan(task);
      const life = task.expiresAt - (await this.server().now());
      await this.time.after(life, () => this.expire(task));
    },
    changed: async (task) => {
      if (task.closed) return this.checkAnswered(task);
      if (this.outlooks.get(task) !== 'planned') await this.plan(task);
    },
  };

  /** @internal */
  forget(): void {
    this.script.clear();
  }

  private add(kind: Act['kind'], match: TaskMatch, options: ActWithReason, data?: Act['data']): this {
    parseDuration(options.after ?? 0);
    this.script.add({ kind, match, data, options, left: options.times ?? 1 });
    for (const task of this.server().tasks) {
      if (task.closed || this.outlooks.get(task) !== 'unanswered') continue;
      this.plan(task).catch((error: Error) => this.fail(error));
    }
    return this;
  }

  private async plan(task: MemoryTask): Promise<void> {
    // Whoever asked for changes waits for the new version.
    if (task.changesRequested) return;
    const act = this.script.take(task);
    if (!act || act.kind === 'ignore') return void this.outlooks.set(task, act ? 'ignored' : 'unanswered');
    this.outlooks.set(task, 'planned');
    await this.time.after(parseDuration(act.options.after ?? 0), () => this.perform(act, task));
  }

  private async perform(act: Act, task: MemoryTask): Promise<void> {
    if (task.closed) return;
    try {
      await this.act(act, task);
    } catch (error) {
      return this.fail(error as Error);
    }
    this.outlooks.set(task, 'unanswered');
    if (!task.closed) await this.plan(task);
  }

  private async act({ kind, data, options }: Act, task: MemoryTask): Promise<void> {
    const server = this.server();
    const now = await server.now();
    const { reason } = options;
    if (kind === 'cancel') {
      const completedBy = actorOf(options.by ?? SOMEBODY);
      return await server.close(task, { outcome: 'cancelled', completedBy, reason });
    }
    const by = actorOf(this.whoActs(task, options.by));
    if (kind === 'claim') return task.claim(by.id, now);
    if (kind === 'answer') {
      if (task.spec.approval)
        throw new HumanScriptError(`"${task.title}" is an approval: approve or reject it.`);
      const answers = typeof data === 'function' ? data(task) : (data ?? {});
      checkAnswers(task, answers);
      return await server.close(task, { outcome: 'completed', data: answers, completedBy: by });
    }
    if (!task.spec.approval) throw new HumanScriptError(`"${task.title}" is no approval: answer it.`);
    if (kind === 'requestChanges') {
      task.requestChanges(by, reason, now);
      return await server.tellChanged(task);
    }
    task.vote(kind === 'approve' ? 'approved' : 'rejected', by, reason, now);
    const { quorum } = task.spec.approval;
    const outcome = outcomeOf(task.title, quorum, votersOf(task.candidates, this.people), task.votes);
    if (outcome) await server.close(task, { outcome, reason, completedBy: by });
  }

  private whoActs(task: MemoryTask, name: string | undefined): string {
    const voted = new Set(task.votes.map(({ by }) => by.id));
    const voters = votersOf(task.candidates, this.people) ?? [];
    const who = name ?? task.assignee ?? voters.find(({ id }) => !voted.has(id))?.id ?? SOMEBODY;
    checkMayDecide(task.title, who, task.candidates, this.people);
    if (task.assignee !== undefined && task.assignee !== who) {
      throw new HumanScriptError(`${task.assignee} holds the task "${task.title}", not ${who}.`);
    }
    if (voted.has(who)) throw new HumanScriptError(`${who} has already voted on "${task.title}".`);
    return who;
  }

  private async expire(task: MemoryTask): Promise<void> {
    if (task.closed) return;
    await this.server().close(task, { outcome: 'expired' });
    this.checkAnswered(task);
  }

  private checkAnswered(task: MemoryTask): void {
    if (task.closed?.outcome !== 'expired' || this.outlooks.get(task) !== 'unanswered') return;
    const others = this.server().tasks.filter(
      (other) => !other.closed && this.outlooks.get(other) === 'unanswered',
    );
    this.fail(new UnansweredTasksError([task, ...others]));
  }
}
