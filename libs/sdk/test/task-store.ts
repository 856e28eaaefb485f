import { activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type {
  CancelTaskActivityInput,
  CloseExecutionActivityInput,
  CreateTaskActivityInput,
  TaskClosed,
  TaskRef,
} from '../src/contract/contract';
import { MemoryServer } from '../src/testing/memory-server';
import type { MemoryTask } from '../src/testing/memory-task';

type Place = 'local' | 'ordinary';

/** The test kit's server on the clock of the machine, which notes where its activities ran and can be held back. */
export class TaskStore extends MemoryServer {
  readonly closings: (CloseExecutionActivityInput & { workflowId: string; place: Place })[] = [];
  /** Runs inside `createTask` after the task is stored; it may give the answer, such as one that is out of date. */
  beforeAnswer: (task: MemoryTask) => Promise<TaskRef | void> = () => Promise.resolve();
  /** Runs inside `createTask` before anything is stored. */
  beforeCreate: () => Promise<unknown> = () => Promise.resolve();
  /** Runs inside `advanceTask`. */
  beforeAdvance: () => Promise<unknown> = () => Promise.resolve();
  /** Whether a workflow is told by signal of what it cancelled itself, while the step that did so still runs. */
  signalsOwnCancels = false;
  /** Calls of `cancelTask`. */
  cancels = 0;
  private readonly attempts = new Map<string, Place[]>();

  constructor(client: Client) {
    super({ client, now: () => Date.now() });
  }

  /** Attempts of `createTask`, and where each ran. */
  callsOf({ requestKey }: MemoryTask): Place[] {
    return this.attempts.get(requestKey) ?? [];
  }

  /** Decides and signals, as the outbox does: with the request id that drops repeats, unless told otherwise. */
  async decide(task: MemoryTask, closed: Partial<TaskClosed> = {}, requestId?: string): Promise<void> {
    const completedBy = { kind: 'user', id: 'u1', displayName: 'Sam' } as const;
    task.close(Date.now(), { outcome: 'completed', completedBy, ...closed });
    await this.tellClosed(task, requestId);
  }

  async answer(task: MemoryTask, answer: string): Promise<void> {
    await this.decide(task, { data: { answer } });
  }

  ofWorkflow(workflowId: string): MemoryTask[] {
    return this.tasks.filter((task) => task.workflowId === workflowId);
  }

  /** Ends whatever a test has made it do. */
  behave(): void {
    this.beforeAnswer = this.beforeCreate = this.beforeAdvance = () => Promise.resolve();
    this.cancels = 0;
    this.signalsOwnCancels = false;
  }

  protected override async cancel(input: CancelTaskActivityInput): Promise<Partial<TaskRef>> {
    this.cancels += 1;
    const ref = await super.cancel(input);
    const task = this.tasks.find(({ taskId }) => taskId === ref.taskId);
    if (task && this.signalsOwnCancels) await this.tellClosed(task);
    return ref;
  }

  protected override async advance(task: MemoryTask): Promise<TaskRef> {
    await this.beforeAdvance();
    return await super.advance(task);
  }

  protected override async create(input: CreateTaskActivityInput): Promise<TaskRef> {
    await this.beforeCreate();
    const calls = this.attempts.get(input.requestKey) ?? [];
    this.attempts.set(input.requestKey, [...calls, place()]);
    const { taskId } = await super.create(input);
    const task = this.byId(taskId);
    return (await this.beforeAnswer(task)) ?? task.ref(Date.now());
  }

  protected override async closeExecution(ending: CloseExecutionActivityInput): Promise<void> {
    const workflowId = activityInfo().workflowExecution?.workflowId ?? '';
    this.closings.push({ ...ending, workflowId, place: place() });
    await super.closeExecution(ending);
  }
}

function place(): Place {
  return activityInfo().isLocal ? 'local' : 'ordinary';
}
