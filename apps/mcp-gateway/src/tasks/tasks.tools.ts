import { Injectable } from '@nestjs/common';
import { LiveBus } from '@orkestra/core';
import { isClosed, LONGEST_SEARCH, TASK_STATUSES, TasksService, type TaskView } from '@orkestra/tasks';
import { temporalWorkflowId, workflowKey } from '@orkestra/workflows';
import { z } from 'zod';
import { awaitDone } from '../protocol/await-done';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { nextCursor, notice, pageInput, timeoutSeconds } from '../protocol/page.schema';
import { RunningCalls } from '../protocol/running-calls.service';
import { defineTool, READ, type Tool, WRITE_ONCE } from '../protocol/tool';
import { toNewTaskError } from './new-task.errors';
import { newTask, toTaskSpec } from './new-task.schema';
import { TaskPresenter } from './task.presenter';
import { changedTask, taskDetails, taskId, taskSummary } from './task.schema';

@Injectable()
export class TasksTools {
  constructor(
    private readonly tasks: TasksService,
    private readonly presenter: TaskPresenter,
    private readonly live: LiveBus,
    private readonly calls: RunningCalls,
  ) {}

  get tools(): Tool[] {
    return [this.create, this.get, this.list, this.await];
  }

  private readonly create = defineTool({
    name: 'task_create',
    title: 'Ask a person',
    description:
      'Asks a person to decide, approve or answer something, and returns the task at once. ' +
      'Describe the answer you need as form fields. Then call task_await with the task_id until it is done.',
    scope: 'tasks:write',
    annotations: WRITE_ONCE,
    input: newTask,
    output: changedTask,
    run: async (args, { ctx }) => {
      const requestKey = `mcp:${ctx.principal.id}:${args.idempotency_key}`;
      const task = await this.tasks.create(ctx, toTaskSpec(args), { requestKey }).catch((error: unknown) => {
        throw toNewTaskError(error);
      });
      return { task: this.presenter.summary(task), next_action: afterCreation(task), notice: DATA_NOTICE };
    },
  });

  private readonly get = defineTool({
    name: 'task_get',
    title: 'Read a task',
    description:
      'Returns one task with its form, its context and, once a person has decided, their answer in `result`. ' +
      'To wait call task_await instead.',
    scope: 'tasks:read',
    annotations: READ,
    input: z.strictObject({ task_id: taskId }),
    output: z.object({ task: taskDetails, notice }),
    run: async ({ task_id }, { ctx }) => ({
      task: await this.presenter.full(ctx, await this.tasks.get(ctx, task_id)),
      notice: DATA_NOTICE,
    }),
  });

  private readonly list = defineTool({
    name: 'task_list',
    title: 'List tasks',
    description:
      'Lists tasks, the soonest due first; open ones unless you ask for closed statuses. ' +
      'Go on while there is a next_cursor: a page may be short. It shows no forms or answers: read those with task_get.',
    scope: 'tasks:read',
    annotations: READ,
    input: z.strictObject({
      status: z
        .array(z.enum(TASK_STATUSES))
        .max(7)
        .optional()
        .describe('Open statuses or closed ones, not both.'),
      text: z
        .string()
        .max(LONGEST_SEARCH)
        .optional()
        .describe('Whole words in title, description or context; "a phrase", or, -without.'),
      type: z.string().max(100).optional().describe('Their type.'),
      min_priority: z.number().int().min(0).max(100).optional().describe('75 is high, 100 urgent.'),
      group: z.string().max(100).optional().describe('Key of the group whose queue to list.'),
      workflow_id: z.string().max(500).optional().describe('Only of this workflow, open and closed.'),
      ...pageInput,
    }),
    output: z.object({ items: z.array(taskSummary), next_cursor: nextCursor, notice }),
    run: async ({ workflow_id, min_priority, limit, cursor, ...same }, { ctx }) => {
      const workflowId =
        workflow_id && temporalWorkflowId(ctx.tenantId, workflowKey(ctx.tenantId, workflow_id));
      const filter = { ...same, workflowId, priority: { min: min_priority } };
      const page = await this.tasks.list(ctx, filter, { first: limit, after: cursor });
      return {
        items: page.items.map((task) => this.presenter.summary(task)),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });

  private readonly await = defineTool({
    name: 'task_await',
    title: 'Wait for a person',
    description:
      'Waits until a person has decided the task, then returns it with their answer in `task.result`. ' +
      '`done: false` is no error: call again with the same task_id.',
    scope: 'tasks:read',
    annotations: READ,
    input: z.strictObject({ task_id: taskId, timeout_seconds: timeoutSeconds }),
    output: z.object({
      done: z.boolean(),
      task: taskDetails,
      waited_ms: z.number(),
      next_action: z.string(),
      notice,
    }),
    run: async ({ task_id, timeout_seconds }, call) => {
      const { value, done, waitedMs } = await awaitDone(
        this.live,
        {
          topic: 'task',
          id: task_id.toLowerCase(),
          timeoutMs: timeout_seconds * 1_000,
          waitingFor: 'a person to decide the task',
          read: () => this.tasks.get(call.ctx, task_id),
          isDone: ({ status }) => isClosed(status),
        },
        call,
        this.calls.ending,
      );
      const task = await this.presenter.full(call.ctx, value);
      return { done, task, waited_ms: waitedMs, next_action: afterWaiting(value), notice: DATA_NOTICE };
    },
  });
}

function afterCreation({ status, id }: TaskView): string {
  if (isClosed(status))
    return `This key made the task before, and it is closed: call task_get with task_id "${id}".`;
  return `Call task_await with task_id "${id}" to wait for the person.`;
}

function afterWaiting({ status, id }: TaskView): string {
  if (status === 'COMPLETED') return 'The person has answered: `task.result` is their answer.';
  if (isClosed(status))
    return 'The task was closed without an answer. Go on without one, or ask again with a new key.';
  return `Nobody has decided yet. Call task_await with task_id "${id}" again; nothing is lost between calls.`;
}
