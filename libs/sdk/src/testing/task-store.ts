import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { randomUUID } from 'node:crypto';
import type {
  CloseExecutionActivityInput,
  CreateTaskActivityInput,
  OrkestraActivities,
  TaskClosed,
  TaskRef,
  TaskSpec,
} from '../contract';
import { TASK_CLOSED_SIGNAL } from '../contract';

export interface StoredTask {
  taskId: string;
  requestKey: string;
  workflowId: string;
  spec: TaskSpec;
  closed?: TaskClosed;
  /** Attempts of `createTask`, and where each ran. */
  calls: ('local' | 'ordinary')[];
}

/** Tasks as the server keeps them, in memory: idempotent by request key, decided once, told by signal. */
export class TaskStore {
  readonly tasks: StoredTask[] = [];
  readonly closings: (CloseExecutionActivityInput & { workflowId: string; place: string })[] = [];
  /** Runs inside `createTask` after the task is stored, before the workflow hears of it. */
  beforeAnswer: (task: StoredTask) => Promise<void> = () => Promise.resolve();
  omitData = false;

  constructor(private readonly client: Client) {}

  readonly activities: OrkestraActivities = {
    createTask: (input) => this.create(input),
    readTaskResult: ({ taskId }) => Promise.resolve(this.byId(taskId).closed as TaskClosed),
    closeExecution: (input) => {
      this.closings.push({
        ...input,
        workflowId: activityInfo().workflowExecution?.workflowId ?? '',
        place: place(),
      });
      return Promise.resolve();
    },
  };

  /** Decides and signals, as the outbox does: with the request id that drops repeats, unless told otherwise. */
  async close(
    task: StoredTask,
    closed: Partial<TaskClosed> = {},
    requestId: string = task.taskId,
  ): Promise<void> {
    task.closed ??= {
      taskId: task.taskId,
      outcome: 'completed',
      completedBy: { kind: 'user', id: 'u1', displayName: 'Sam' },
      completedAt: new Date().toISOString(),
      ...closed,
    };
    const { data, ...rest } = task.closed;
    const message: TaskClosed = this.omitData ? { ...rest, omitted: true } : { ...rest, data };
    await this.client.workflowService.signalWorkflowExecution({
      namespace: this.client.options.namespace,
      workflowExecution: { workflowId: task.workflowId },
      signalName: TASK_CLOSED_SIGNAL,
      input: { payloads: [defaultPayloadConverter.toPayload(message)] },
      requestId,
    });
  }

  async answer(task: StoredTask, answer: string): Promise<void> {
    await this.close(task, { data: { answer } });
  }

  ofWorkflow(workflowId: string): StoredTask[] {
    return this.tasks.filter((task) => task.workflowId === workflowId);
  }

  private async create({ requestKey, spec }: CreateTaskActivityInput): Promise<TaskRef> {
    if (spec.title === '') throw ApplicationFailure.nonRetryable('A task needs a title', 'task.invalid_spec');
    const task = this.tasks.find((known) => known.requestKey === requestKey) ?? this.insert(requestKey, spec);
    task.calls.push(place());
    await this.beforeAnswer(task);
    return { taskId: task.taskId, closed: task.closed };
  }

  private insert(requestKey: string, spec: TaskSpec): StoredTask {
    const workflowId = activityInfo().workflowExecution?.workflowId ?? '';
    const task: StoredTask = { taskId: randomUUID(), requestKey, workflowId, spec, calls: [] };
    this.tasks.push(task);
    return task;
  }

  private byId(taskId: string): StoredTask {
    const task = this.tasks.find((known) => known.taskId === taskId);
    if (!task) throw ApplicationFailure.nonRetryable('There is no such task', 'task.not_found');
    return task;
  }
}

function place(): 'local' | 'ordinary' {
  return activityInfo().isLocal ? 'local' : 'ordinary';
}
