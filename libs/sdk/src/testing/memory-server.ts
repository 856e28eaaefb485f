import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { isDeepStrictEqual } from 'node:util';
import type {
  AnswerChangesActivityInput,
  CancelTaskActivityInput,
  CloseExecutionActivityInput,
  CreateTaskActivityInput,
  OrkestraActivities,
  ReassignTaskActivityInput,
  TaskClosed,
  TaskRef,
  TaskSpec,
} from '../contract/contract';
import { MemoryTask } from './memory-task';
import type { People } from './people';
import { unknownName } from './people';
import { signalChanged, signalClosed } from './signals';
import { wrongTimes } from './steps';

/** Hears of tasks before the workflow does; what it does is awaited. */
export interface TaskWatch {
  created(task: MemoryTask): Promise<void>;
  /** Somebody else has it now, or there is a new version to approve. */
  changed(task: MemoryTask): Promise<void>;
}

export interface MemoryServerOptions {
  client: Client;
  /** Milliseconds on the clock of the test. */
  now: () => number | Promise<number>;
  watch?: TaskWatch;
  /** Whom tasks may name; anybody unless given. */
  people?: People;
}

/**
 * The server's side of the contract, in memory: tasks are found again by their request key, decided once and told by
 * signal, with the steps of their chain on the clock of the test.
 */
export class MemoryServer {
  tasks: MemoryTask[] = [];

  constructor(private readonly options: MemoryServerOptions) {}

  readonly activities: OrkestraActivities = {
    createTask: (input) => this.create(input),
    readTaskResult: ({ taskId }) => Promise.resolve(this.byId(taskId).closed as TaskClosed),
    advanceTask: ({ taskId }) => this.advance(this.byId(taskId)),
    adoptTask: ({ taskId }) => this.advance(this.byId(taskId)),
    cancelTask: (input) => this.cancel(input),
    reassignTask: (input) => this.reassign(input),
    answerChanges: (input) => this.answerChanges(input),
    closeExecution: (input) => this.closeExecution(input),
  };

  async now(): Promise<number> {
    return await this.options.now();
  }

  byId(taskId: string): MemoryTask {
    const task = this.tasks.find((known) => known.taskId === taskId);
    if (task) return task;
    throw ApplicationFailure.nonRetryable('There is no such task.', 'task.not_found');
  }

  /** Ends a task, as a decision does, and tells its workflow. A task that has ended stays as it is. */
  async close(task: MemoryTask, ending: Omit<TaskClosed, 'taskId' | 'completedAt'>): Promise<void> {
    if (task.closed) return;
    task.close(await this.now(), ending);
    await this.tellClosed(task);
  }

  async tellClosed(task: MemoryTask, requestId: string = task.taskId): Promise<void> {
    if (task.closed) await signalClosed(this.options.client, task.workflowId, task.closed, requestId);
  }

  async tellChanged(task: MemoryTask): Promise<void> {
    await signalChanged(this.options.client, task.workflowId, task.taskId);
  }

  /** Cancels what a workflow that has ended left open, as the reconciler does. */
  async cancelLeftOvers(workflowId: string): Promise<void> {
    const now = await this.now();
    for (const task of this.tasks) {
      if (task.workflowId !== workflowId || task.closed) continue;
      task.close(now, { outcome: 'cancelled', reason: 'Its workflow has ended' });
    }
  }

  protected async create({ requestKey, spec }: CreateTaskActivityInput): Promise<TaskRef> {
    if (spec.title.trim() === '') throw refusal('task.invalid_spec', 'A task needs a title');
    const now = await this.now();
    const known = this.tasks.find((task) => task.requestKey === requestKey);
    if (known && !isDeepStrictEqual(known.spec, spec)) {
      throw refusal('task.request_key_conflict', 'Another task was made with this request key.');
    }
    if (known) return known.ref(now);
    this.checkNames(spec);
    const wrong = wrongTimes(spec.sla, now);
    if (wrong !== undefined) throw refusal('task.invalid_spec', `The SLA is wrong: ${wrong}.`);
    const task = new MemoryTask(requestKey, callingWorkflow(), spec, now);
    this.tasks.push(task);
    await this.options.watch?.created(task);
    return task.ref(now);
  }

  protected closeExecution(_ending: CloseExecutionActivityInput): Promise<void> {
    return this.cancelLeftOvers(callingWorkflow());
  }

  protected async advance(task: MemoryTask): Promise<TaskRef> {
    const now = await this.now();
    const before = task.events.length;
    task.advance(now);
    if (task.events.length > before) await this.options.watch?.changed(task);
    return task.ref(now);
  }

  protected async cancel({ taskId, requestKey, reason }: CancelTaskActivityInput): Promise<Partial<TaskRef>> {
    const task = this.tasks.find((known) => known.taskId === taskId || known.requestKey === requestKey);
    if (!task) return {};
    const now = await this.now();
    if (!task.closed) {
      task.close(now, { outcome: 'cancelled', reason });
      // The workflow that asks for it learns it from the answer.
      if (task.workflowId !== callingWorkflow()) await this.tellClosed(task);
    }
    return task.ref(now);
  }

  private async reassign({ taskId, to, reason }: ReassignTaskActivityInput): Promise<TaskRef> {
    const task = this.byId(taskId);
    if (task.closed) throw refusal('task.closed', 'The task has ended.');
    this.checkNames({ assignTo: to });
    const now = await this.now();
    task.assign(to);
    task.record(now, 'reassigned', to.user ?? to.group, reason);
    await this.options.watch?.changed(task);
    return task.ref(now);
  }

  private checkNames(spec: Pick<TaskSpec, 'assignTo' | 'sla'>): void {
    const unknown = this.options.people && unknownName(this.options.people, spec);
    if (unknown) throw refusal(unknown.code, unknown.message);
  }

  private async answerChanges({
    taskId,
    round,
    payload,
    comment,
  }: AnswerChangesActivityInput): Promise<TaskRef> {
    const task = this.byId(taskId);
    const now = await this.now();
    if (task.changesRequested?.round === round) {
      task.answerChanges(payload, comment, now);
      await this.options.watch?.changed(task);
    }
    return task.ref(now);
  }
}

function callingWorkflow(): string {
  return activityInfo().workflowExecution?.workflowId ?? '';
}

function refusal(code: string, message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code);
}
