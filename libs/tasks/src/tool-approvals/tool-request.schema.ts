import { jsonObject, oneLine, unstorable } from '@orkestra/core';
import { z } from 'zod';
import { escapePointer } from '../forms/schema/schema-keywords';
import type { TaskSpec } from '../creation/task.schema';
import { RISKS } from './risk';
import { InvalidToolRequestError } from './tool-approvals.errors';

const MOST_CALLS = 20;
const LARGEST_ARGUMENTS = 64 * 1024;
const LARGEST_REQUEST = 256 * 1024;

const argumentsOfCall = jsonObject.refine(
  (value) => JSON.stringify(value).length <= LARGEST_ARGUMENTS,
  'larger than 64 KiB',
);

const call = z.strictObject({
  /** The agent's own name for the call; the answer is by this. */
  callId: z
    .string()
    .regex(/^[^\p{Cc}]{1,100}$/u, 'must be 1 to 100 characters without control characters')
    .refine((id) => !(id in Object.prototype), 'is a reserved name'),
  tool: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}]{1,200}$/u, 'must be 1 to 200 characters without control characters')
    .refine((tool) => oneLine(tool) === tool, 'has characters that cannot be seen or that turn others'),
  arguments: argumentsOfCall,
  /** Why the agent wants to do this. */
  reason: z.string().max(2_000).optional(),
  risk: z.enum(RISKS).default('medium'),
  /** Arguments that, left the same, make another call a similar one: a proposal to whoever decides. */
  similarBy: z.array(z.string().min(1).max(200)).max(20).default([]),
});

const calls = z
  .array(call)
  .min(1)
  .max(MOST_CALLS)
  .superRefine((list, context) => {
    list.forEach(({ callId }, index) => {
      if (list.findIndex((other) => other.callId === callId) === index) return;
      context.addIssue({ code: 'custom', path: [index, 'callId'], message: 'names an earlier call too' });
    });
    if (JSON.stringify(list).length <= LARGEST_REQUEST) return;
    context.addIssue({
      code: 'custom',
      message: 'are larger than 256 KiB together: ask about fewer at once',
    });
  });

type NewToolCall = z.input<typeof call>;
export type CheckedToolCall = z.output<typeof call>;

/** What an agent wants to do next, and who should be asked about it. */
export interface ToolRequestSpec {
  calls: NewToolCall[];
  /** What the task that asks says; without a title of its own, its title names the tools. */
  task?: Partial<
    Pick<
      TaskSpec,
      | 'title'
      | 'description'
      | 'assignTo'
      | 'sla'
      | 'priority'
      | 'conversationId'
      | 'context'
      | 'timeToLiveMs'
      | 'onBehalfOf'
    >
  >;
}

/** @throws InvalidToolRequestError with every wrong field by JSON pointer */
export function checkToolCalls(given: unknown): CheckedToolCall[] {
  const problem = unstorable(given, '/calls');
  if (problem !== null) throw new InvalidToolRequestError([problem]);
  const parsed = calls.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidToolRequestError(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: ['calls', ...path].map((part) => `/${escapePointer(String(part))}`).join(''),
      message,
    })),
  );
}
