import { RISKS, type ToolRequestSpec, type ToolVerdicts } from '@orkestra/tasks';
import { z } from 'zod';
import { anyObject } from '../protocol/any-object.schema';
import { limitText } from '../protocol/foreign-text';
import { idempotencyKey, notice } from '../protocol/page.schema';
import { newTask, toTaskSpec } from '../tasks/new-task.schema';

const LONGEST_MESSAGE = 2_000;

/** The domain checks lengths and counts, and answers in these names: here they would cost each model that reads the list. */
const toolCall = z.strictObject({
  call_id: z.string(),
  tool: z.string(),
  arguments: anyObject,
  reason: z.string().optional().describe('For the person.'),
  risk: z.enum(RISKS).default('medium'),
  similar_by: z
    .array(z.string())
    .optional()
    .describe('Arguments that, left the same, make another call similar, e.g. ["to"].'),
});

const { assign_to, on_behalf_of, context, priority, due_in_minutes, due_at } = newTask.shape;
const plain = { description: undefined };

export const approvalRequest = z.strictObject({
  idempotency_key: idempotencyKey.describe('Names the turn.'),
  calls: z.array(toolCall).min(1).max(20),
  title: z.string().optional(),
  assign_to,
  on_behalf_of: on_behalf_of.meta(plain),
  context: context.meta(plain),
  priority,
  due_in_minutes,
  due_at: due_at.meta(plain),
  conversation_id: z.string().optional(),
  timeout_seconds: z.number().int().min(0).max(50).default(0),
});

export const approvalAnswer = z.object({
  done: z.boolean(),
  task_id: z.string().nullable(),
  calls: z.array(
    z.object({
      call_id: z.string(),
      digest: z.string().describe('sha256 of canonical JSON {tool, arguments}'),
      verdict: z.enum(['pending', 'allowed', 'denied']),
      message: z.string().nullable(),
      decided_by: z.object({ kind: z.string(), id: z.string(), display_name: z.string() }).nullable(),
      rule_id: z.string().nullable(),
      valid_until: z.string().nullable(),
    }),
  ),
  waited_ms: z.number(),
  next_action: z.string(),
  notice,
});

type ApprovalRequest = z.output<typeof approvalRequest>;

/** The tool's arguments as the domain's spec of a request. */
export function toToolRequest(request: ApprovalRequest): ToolRequestSpec {
  const { calls, timeout_seconds: _, conversation_id: conversationId, title: given, ...task } = request;
  // The domain names the task by its tools unless the agent does.
  const { title, ...rest } = toTaskSpec({ ...task, title: given ?? '' });
  return {
    calls: calls.map(({ call_id: callId, similar_by: similarBy, arguments: given, ...same }) => ({
      ...same,
      callId,
      arguments: given,
      ...(similarBy === undefined ? {} : { similarBy }),
    })),
    task: {
      ...rest,
      ...(title === '' ? {} : { title }),
      ...(conversationId === undefined ? {} : { conversationId }),
    },
  };
}

export function toVerdicts({ taskId, calls }: ToolVerdicts) {
  return {
    task_id: taskId,
    calls: calls.map(({ callId, digest, verdict, message, decidedBy, ruleId, validUntil }) => ({
      call_id: callId,
      digest,
      verdict,
      message: message === null ? null : limitText(message, LONGEST_MESSAGE),
      decided_by: decidedBy && { ...decidedBy, display_name: decidedBy.displayName },
      rule_id: ruleId,
      valid_until: validUntil?.toISOString() ?? null,
    })),
  };
}
