import { Injectable } from '@nestjs/common';
import { LiveBus } from '@orkestra/core';
import { ToolApprovalsService, type ToolVerdicts } from '@orkestra/tasks';
import { awaitDone } from '../protocol/await-done';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { RunningCalls } from '../protocol/running-calls.service';
import { defineTool, type Tool, type ToolCall, WRITE_ONCE } from '../protocol/tool';
import { toNewTaskError } from '../tasks/new-task.errors';
import { approvalAnswer, approvalRequest, toToolRequest, toVerdicts } from './approval-request.schema';

@Injectable()
export class ApprovalsTools {
  constructor(
    private readonly approvals: ToolApprovalsService,
    private readonly live: LiveBus,
    private readonly calls: RunningCalls,
  ) {}

  get tools(): Tool[] {
    return [this.request];
  }

  private readonly request = defineTool({
    name: 'approval_request',
    title: 'Ask before acting',
    description:
      'Asks a person whether you may make these tool calls. Make only `allowed` ones, before `valid_until`, with exactly these arguments; ' +
      '`message` says why one was denied. While `done` is false call again with the same arguments to wait.',
    scope: 'tasks:write',
    annotations: WRITE_ONCE,
    input: approvalRequest,
    output: approvalAnswer,
    run: async (args, call) => {
      const requestKey = `mcp:${args.idempotency_key}`;
      const asked = await this.approvals
        .request(call.ctx, toToolRequest(args), requestKey)
        .catch((error: unknown) => {
          throw toNewTaskError(error);
        });
      const { verdicts, waitedMs } = await this.wait(asked, args.timeout_seconds * 1_000, call);
      return {
        done: isDecided(verdicts),
        ...toVerdicts(verdicts),
        waited_ms: waitedMs,
        next_action: nextAction(verdicts),
        notice: DATA_NOTICE,
      };
    },
  });

  private async wait(
    asked: ToolVerdicts,
    timeoutMs: number,
    call: ToolCall,
  ): Promise<{ verdicts: ToolVerdicts; waitedMs: number }> {
    const { taskId, requestId } = asked;
    if (taskId === null || timeoutMs === 0 || isDecided(asked)) return { verdicts: asked, waitedMs: 0 };
    const wait = {
      topic: 'task' as const,
      id: taskId,
      timeoutMs,
      waitingFor: 'a person to allow or deny the calls',
      read: () => this.approvals.verdicts(call.ctx, requestId),
      isDone: isDecided,
    };
    const { value, waitedMs } = await awaitDone(this.live, wait, call, this.calls.ending);
    return { verdicts: value, waitedMs };
  }
}

function isDecided({ calls }: ToolVerdicts): boolean {
  return calls.every(({ verdict }) => verdict !== 'pending');
}

function nextAction(verdicts: ToolVerdicts): string {
  if (!isDecided(verdicts)) {
    return 'Nobody has decided yet: make none of the pending calls. Call again with the same arguments to wait; nothing is lost between calls.';
  }
  const denied = verdicts.calls.filter(({ verdict }) => verdict === 'denied').length;
  if (denied === 0) return 'Make the calls, with exactly the arguments that you asked about.';
  return 'Make the allowed calls alone. Take what `message` says about the denied ones into account; for other calls ask with a new key.';
}
