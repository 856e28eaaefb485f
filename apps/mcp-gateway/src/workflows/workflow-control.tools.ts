import { Injectable } from '@nestjs/common';
import {
  type ExecutionView,
  LONGEST_CANCEL_REASON,
  LONGEST_SIGNAL_NAME,
  WorkflowControlService,
} from '@orkestra/workflows';
import { z } from 'zod';
import { idempotencyKey } from '../protocol/page.schema';
import { defineTool, DESTRUCTIVE, type Tool } from '../protocol/tool';
import { given, workflowId } from './workflow.schema';

const output = z.object({ workflow_id: z.string(), next_action: z.string() });

@Injectable()
export class WorkflowControlTools {
  constructor(private readonly control: WorkflowControlService) {}

  get tools(): Tool[] {
    return [this.signal, this.cancel];
  }

  private readonly signal = defineTool({
    name: 'workflow_signal',
    title: 'Signal a workflow',
    description:
      'Sends a signal that the workflow defines to a running execution. It does not decide tasks: people do.',
    scope: 'workflows:write',
    annotations: DESTRUCTIVE,
    input: z.strictObject({
      workflow_id: workflowId,
      signal: z.string().min(1).max(LONGEST_SIGNAL_NAME).describe('Name, as the workflow defines it.'),
      payload: given.optional(),
      idempotency_key: idempotencyKey.optional().describe('The same key signals once.'),
    }),
    output,
    run: async ({ workflow_id: id, signal, payload, idempotency_key: operationId }, { ctx }) =>
      after(await this.control.signal(ctx, { id, signal, payload, operationId })),
  });

  private readonly cancel = defineTool({
    name: 'workflow_cancel',
    title: 'Cancel a workflow',
    description:
      'Asks a running workflow to end without its result; its open tasks are withdrawn. It may clean up before it ends.',
    scope: 'workflows:write',
    annotations: DESTRUCTIVE,
    input: z.strictObject({
      workflow_id: workflowId,
      reason: z.string().max(LONGEST_CANCEL_REASON).optional(),
    }),
    output,
    run: async ({ workflow_id: id, reason }, { ctx }) =>
      after(await this.control.cancel(ctx, { id, reason })),
  });
}

function after({ id }: ExecutionView): z.output<typeof output> {
  return {
    workflow_id: id,
    next_action: `Call workflow_await with workflow_id "${id}" to see what comes of it.`,
  };
}
