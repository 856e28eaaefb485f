import { randomUUID } from 'node:crypto';
import type {
  ChangesRequested,
  TaskActor,
  TaskClosed,
  TaskRef,
  TaskSpec,
  TaskVote,
} from '../contract/contract';
import { candidatesOf } from './people';
import type { PlannedStep } from './steps';
import { planSteps } from './steps';
import type { Candidates, TestTask, TestTaskEvent, TestTaskStatus } from './test-task';

const TIME_TO_LIVE_MS = 30 * 86_400_000;
const CLOSED_STATUS = {
  completed: 'COMPLETED',
  approved: 'COMPLETED',
  rejected: 'COMPLETED',
  cancelled: 'CANCELLED',
  expired: 'EXPIRED',
} as const;

/** A task as the server would keep it. Its methods change it as of `now`, in milliseconds. */
export class MemoryTask implements TestTask {
  readonly taskId: string = randomUUID();
  readonly events: TestTaskEvent[] = [];
  readonly expiresAt: number;
  candidates: Candidates;
  assignee: string | undefined;
  escalationLevel = 0;
  payload: unknown;
  round = 1;
  votes: TaskVote[] = [];
  changesRequested: ChangesRequested | undefined;
  closed: TaskClosed | undefined;
  private steps: PlannedStep[];
  private pausedAt: number | undefined;

  constructor(
    readonly requestKey: string,
    readonly workflowId: string,
    readonly spec: TaskSpec,
    now: number,
  ) {
    this.expiresAt = now + (spec.timeToLiveMs ?? TIME_TO_LIVE_MS);
    this.candidates = candidatesOf(spec);
    this.assignee = spec.assignTo?.user;
    this.payload = spec.approval?.payload;
    this.steps = planSteps(spec.sla, now);
    this.record(now, 'created');
  }

  get title(): string {
    return this.spec.title;
  }

  get type(): string | undefined {
    return this.spec.type;
  }

  get status(): TestTaskStatus {
    if (this.closed) return CLOSED_STATUS[this.closed.outcome];
    if (this.changesRequested) return 'SUSPENDED';
    return this.assignee === undefined ? 'READY' : 'RESERVED';
  }

  ref(now: number): TaskRef {
    const { taskId, closed, changesRequested } = this;
    const next = this.pausedAt === undefined ? this.steps[0] : undefined;
    if (closed) return { taskId, closed };
    return { taskId, changesRequested, nextInMs: next && Math.max(0, next.at - now) };
  }

  /** Carries out the steps that are due. */
  advance(now: number): void {
    if (this.pausedAt !== undefined) return;
    while (!this.closed && this.steps[0] && this.steps[0].at <= now) this.take(this.steps.shift()!, now);
  }

  claim(who: string, now: number): void {
    this.assignee = who;
    this.record(now, 'claimed', who);
  }

  close(now: number, ending: Omit<TaskClosed, 'taskId' | 'completedAt'>): void {
    if (this.closed) return;
    const approval = this.spec.approval && {
      votes: this.votes,
      ...(this.round > 1 && { payload: this.payload }),
    };
    this.closed = { taskId: this.taskId, completedAt: new Date(now).toISOString(), ...approval, ...ending };
    this.changesRequested = undefined;
    this.record(now, ending.outcome, ending.completedBy?.id, ending.reason);
  }

  vote(vote: TaskVote['vote'], by: TaskActor, reason: string | undefined, now: number): void {
    this.votes.push({ vote, by, reason, at: new Date(now).toISOString() });
    this.record(now, 'voted', by.id, reason);
  }

  /** The clock stands still until the changes are answered. */
  requestChanges(by: TaskActor, reason: string | undefined, now: number): void {
    this.changesRequested = { round: this.round, requestedBy: by, reason };
    this.pausedAt = now;
    this.record(now, 'changes_requested', by.id, reason);
  }

  /** Votes on an older version do not count for the new one. */
  answerChanges(payload: unknown, comment: string | undefined, now: number): void {
    this.postpone(now - (this.pausedAt ?? now));
    this.pausedAt = undefined;
    this.changesRequested = undefined;
    this.payload = payload;
    this.round += 1;
    this.votes = [];
    this.record(now, 'changes_answered', undefined, comment);
  }

  /** Moves everything that is still to come. */
  postpone(milliseconds: number): void {
    this.steps = this.steps.map((step) => ({ ...step, at: step.at + milliseconds }));
  }

  assign(to: { user?: string; group?: string }): void {
    this.assignee = to.user;
    this.candidates = { ...candidatesOf({ title: '', assignTo: to }), excluded: this.candidates.excluded };
  }

  record(now: number, kind: TestTaskEvent['kind'], who?: string, message?: string): void {
    this.events.push({ kind, at: new Date(now), who, message });
  }

  private take({ action, to, ifUnclaimed, message }: PlannedStep, now: number): void {
    if (ifUnclaimed && this.assignee !== undefined) return;
    const who = to?.user ?? to?.group;
    // A task with a quorum keeps its voters; whom the step names is only told of it.
    const isVoting = this.spec.approval?.quorum !== undefined;
    switch (action) {
      case 'expire':
        return this.close(now, { outcome: 'expired', reason: message });
      case 'notify':
        return this.record(now, 'notified', who ?? 'supervisors', message);
      case 'breach':
        return this.record(now, 'breached', 'supervisors');
      case 'escalate':
        this.escalationLevel += 1;
        this.record(now, 'escalated', who, message);
        if (!to || isVoting) return this.record(now, 'notified', who ?? 'supervisors', message);
        return this.assign(to);
      case 'reassign':
        if (!to || isVoting) return this.record(now, 'notified', who, message);
        this.assign(to);
        return this.record(now, 'reassigned', who, message);
    }
  }
}
