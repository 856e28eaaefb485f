import { Injectable } from '@nestjs/common';
import { LiveBus } from '@orkestra/core';
import { workflowKey, WorkflowsService } from '@orkestra/workflows';
import { z } from 'zod';
import { awaitDone } from '../protocol/await-done';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { idempotencyKey, notice, timeoutSeconds } from '../protocol/page.schema';
import { RunningCalls } from '../protocol/running-calls.service';
import { defineTool, READ, type Tool, WRITE_ONCE } from '../protocol/tool';
import { WorkflowPresenter } from './workflow.presenter';
import { given, workflowDetails, workflowId } from './workflow.schema';

@Injectable()
export class WorkflowsTools {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly presenter: WorkflowPresenter,
    private readonly live: LiveBus,
    private readonly calls: RunningCalls,
  ) {}

  get tools(): Tool[] {
    return [this.start, this.get, this.await];
  }

  private readonly start = defineTool({
    name: 'workflow_start',
    title: 'Start a workflow',
    description:
      'Starts a durable workflow and returns at once. ' +
      'Then call workflow_await with the workflow_id until it is done.',
    scope: 'workflows:start',
    annotations: WRITE_ONCE,
    input: z.strictObject({
      type: z.string().min(1).max(200).describe('Name of the workflow, such as customer-support.'),
      input: given.optional().describe("The workflow's input, as its schema in workflow_types asks."),
      on_behalf_of: z.string().max(200).optional(),
      idempotency_key: idempotencyKey.describe(
        'Becomes the workflow_id: the same key returns the same workflow, never a second one.',
      ),
    }),
    output: z.object({
      workflow_id: z.string(),
      type: z.string(),
      status: z.string(),
      started_at: z.string(),
      next_action: z.string(),
    }),
    run: async ({ type, input, on_behalf_of, idempotency_key }, { ctx }) => {
      const request = { type, input, key: idempotency_key, onBehalfOf: on_behalf_of };
      const execution = await this.workflows.start(ctx, request);
      return {
        workflow_id: execution.id,
        type: execution.type,
        status: execution.status,
        started_at: execution.startedAt.toISOString(),
        next_action: `Call workflow_await with workflow_id "${execution.id}" to wait for its end.`,
      };
    },
  });

  private readonly get = defineTool({
    name: 'workflow_get',
    title: 'Read a workflow',
    description:
      'Returns one workflow execution: its status, its result or error, and the open tasks that it waits for. ' +
      'To wait call workflow_await instead.',
    scope: 'workflows:read',
    annotations: READ,
    input: z.strictObject({ workflow_id: workflowId }),
    output: z.object({ workflow: workflowDetails, notice }),
    run: async ({ workflow_id }, { ctx }) => ({
      workflow: await this.presenter.details(ctx, await this.workflows.get(ctx, workflow_id)),
      notice: DATA_NOTICE,
    }),
  });

  private readonly await = defineTool({
    name: 'workflow_await',
    title: 'Wait for a workflow',
    description:
      'Waits until the workflow has ended, then returns it with its `result` or `error`. ' +
      '`done: false` is no error: call again with the same workflow_id.',
    scope: 'workflows:read',
    annotations: READ,
    input: z.strictObject({ workflow_id: workflowId, timeout_seconds: timeoutSeconds }),
    output: z.object({
      done: z.boolean(),
      workflow: workflowDetails,
      waited_ms: z.number(),
      next_action: z.string(),
      notice,
    }),
    run: async ({ workflow_id, timeout_seconds }, call) => {
      const { ctx } = call;
      const { value, done, waitedMs } = await awaitDone(
        this.live,
        {
          topic: 'workflow',
          id: workflowKey(ctx.tenantId, workflow_id),
          timeoutMs: timeout_seconds * 1_000,
          waitingFor: 'the workflow to end',
          read: () => this.workflows.get(ctx, workflow_id),
          isDone: ({ closedAt }) => closedAt !== null,
        },
        call,
        this.calls.ending,
      );
      const workflow = await this.presenter.details(ctx, value);
      return {
        done,
        workflow,
        waited_ms: waitedMs,
        next_action: afterWaiting(workflow),
        notice: DATA_NOTICE,
      };
    },
  });
}

function afterWaiting({
  workflow_id,
  status,
  closed_at,
  open_tasks,
}: z.output<typeof workflowDetails>): string {
  if (status === 'completed') return 'The workflow has ended: `workflow.result` is what it returned.';
  if (closed_at !== null)
    return 'The workflow ended without a result: see `workflow.error` and `workflow.status`.';
  const state = open_tasks?.length
    ? 'It waits for people (see `workflow.open_tasks`).'
    : 'It is still running.';
  return `${state} Call workflow_await with workflow_id "${workflow_id}" again; nothing is lost between calls.`;
}
