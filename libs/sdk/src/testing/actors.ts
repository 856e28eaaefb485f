import { parseDuration } from '../time/durations';
import { completeAnswers } from './answers';
import type { MemoryServer, TaskWatch } from './memory-server';
import type { MemoryTask } from './memory-task';
import type { People } from './people';
import { actorOf, checkMayDecide, isSomebody, votersOf } from './people';
import type { Act, Script } from './script';
import type { SkippedTime } from './skipped-time';
import { HumanScriptError, UnansweredTasksError } from './testing.errors';
import { outcomeOf } from './votes';

const SOMEBODY = 'Test person';

/** What a task waits for: a person who will act, time alone, or nobody. */
type Outlook = 'planned' | 'ignored' | 'unanswered';

/** Does to the tasks of the server what the script says, at its time, in the name of people who may. */
export class Actors implements TaskWatch {
  private readonly outlooks = new WeakMap<MemoryTask, Outlook>();
  private readonly planning = new Set<Promise<void>>();

  constructor(
    private readonly script: Script,
    private readonly server: () => MemoryServer,
    private readonly time: SkippedTime,
    private readonly people: People,
    private readonly fail: (error: Error) => void,
  ) {
    script.onWritten = () => this.planUnanswered();
  }

  async created(task: MemoryTask): Promise<void> {
    await this.plan(task);
    const now = await this.time.now();
    await this.time.after(task.expiresAt - now, () => this.expire(task));
  }

  async changed(task: MemoryTask): Promise<void> {
    if (task.closed) this.checkAnswered(task);
    else if (this.outlooks.get(task) !== 'planned') await this.plan(task);
  }

  /** When time is held for all that the script says so far: until then it must not be skipped. */
  async planned(): Promise<void> {
    await Promise.all(this.planning);
  }

  private planUnanswered(): void {
    for (const task of this.server().tasks) {
      if (task.closed || this.outlooks.get(task) !== 'unanswered') continue;
      const planned: Promise<void> = this.plan(task)
        .catch((error: Error) => this.fail(error))
        .finally(() => this.planning.delete(planned));
      this.planning.add(planned);
    }
  }

  private async plan(task: MemoryTask): Promise<void> {
    // Whoever asked for changes waits for the new version.
    if (task.changesRequested) return;
    const act = this.script.take(task);
    if (!act) return void this.outlooks.set(task, this.outlooks.get(task) ?? 'unanswered');
    if (act.kind === 'ignore') return void this.outlooks.set(task, 'ignored');
    this.outlooks.set(task, 'planned');
    await this.time.after(parseDuration(act.options.after ?? 0), () => this.perform(act, task));
  }

  private async perform(act: Act, task: MemoryTask): Promise<void> {
    if (this.isOver(task)) return;
    try {
      await this.act(act, task);
    } catch (error) {
      return this.fail(error as Error);
    }
    this.outlooks.set(task, 'unanswered');
    if (!task.closed) await this.plan(task);
  }

  private async act({ kind, data, options }: Act, task: MemoryTask): Promise<void> {
    const { by, reason } = options;
    if (kind === 'cancel') {
      const completedBy = actorOf(by ?? SOMEBODY);
      return await this.server().close(task, { outcome: 'cancelled', completedBy, reason });
    }
    const who = this.whoActs(task, by);
    if (kind === 'claim') return task.claim(who, await this.time.now());
    if (kind === 'answer') return await this.answer(task, data, who);
    if (!task.spec.approval) throw new HumanScriptError(`"${task.title}" is no approval: answer it.`);
    if (kind === 'requestChanges') {
      task.requestChanges(actorOf(who), reason, await this.time.now());
      return await this.server().tellChanged(task);
    }
    await this.vote(task, kind === 'approve' ? 'approved' : 'rejected', who, reason);
  }

  private async answer(task: MemoryTask, data: Act['data'], who: string): Promise<void> {
    if (task.spec.approval)
      throw new HumanScriptError(`"${task.title}" is an approval: approve or reject it.`);
    const answers = completeAnswers(task, typeof data === 'function' ? data(task) : (data ?? {}));
    await this.server().close(task, { outcome: 'completed', data: answers, completedBy: actorOf(who) });
  }

  private async vote(
    task: MemoryTask,
    vote: 'approved' | 'rejected',
    who: string,
    reason: string | undefined,
  ): Promise<void> {
    task.vote(vote, actorOf(who), reason, await this.time.now());
    const voters = votersOf(task, this.people);
    const outcome = outcomeOf(task.title, task.spec.approval?.quorum, voters, task.votes);
    if (outcome) await this.server().close(task, { outcome, reason, completedBy: actorOf(who) });
  }

  private whoActs(task: MemoryTask, name: string | undefined): string {
    const voted = new Set(task.votes.map(({ by }) => by.id));
    const voters = votersOf(task, this.people) ?? [];
    const who = name ?? task.assignee ?? voters.find(({ id }) => !voted.has(id))?.id ?? SOMEBODY;
    checkMayDecide(task, who, this.people);
    if (name !== undefined && Object.keys(this.people).length > 0 && !isSomebody(this.people, name))
      throw new HumanScriptError(`There is nobody called ${name} among the people of this test.`);
    if (voted.has(who)) throw new HumanScriptError(`${who} has already voted on "${task.title}".`);
    if (task.assignee === undefined || task.assignee === who) return who;
    throw new HumanScriptError(`${task.assignee} holds the task "${task.title}", not ${who}.`);
  }

  private async expire(task: MemoryTask): Promise<void> {
    if (this.isOver(task)) return;
    await this.server().close(task, { outcome: 'expired' });
    this.checkAnswered(task);
  }

  // Nothing more happens to a task that is closed, nor to one that an earlier test left behind.
  private isOver(task: MemoryTask): boolean {
    return task.closed !== undefined || !this.server().tasks.includes(task);
  }

  private checkAnswered(task: MemoryTask): void {
    if (task.closed?.outcome !== 'expired' || this.outlooks.get(task) !== 'unanswered') return;
    const others = this.server().tasks.filter(
      (other) => !other.closed && this.outlooks.get(other) === 'unanswered',
    );
    this.fail(new UnansweredTasksError([task, ...others]));
  }
}
