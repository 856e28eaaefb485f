import type { Scope, TenantContext } from '@orkestra/tenancy';
import type { z } from 'zod';
import type { Person, Question } from './question';

/** What a tool knows of the call that it answers, besides the arguments. */
export interface ToolCall {
  ctx: TenantContext;
  /** Aborts when the client cancels the call or goes away. */
  signal: AbortSignal;
  /** Tells the client that work goes on; absent when it sent no progress token. */
  progress?: (beat: { elapsedMs: number; totalMs: number; message: string }) => void;
  /** Whoever sits at the client; absent when it cannot ask them anything. */
  person?: Person;
}

export interface ToolAnnotations {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

/** One tool, the same behind both transports and both eras of the protocol. */
export interface Tool {
  /** `<thing>_<verb>`. */
  name: string;
  title: string;
  /** Written for a model: what it does, when to call it, what to do next. */
  description: string;
  /** The scope that a key needs to see and call it; null when every key may. */
  scope: Scope | null;
  /** Only people see it; a key that calls it all the same is told why it may not. */
  peopleOnly?: true;
  annotations: ToolAnnotations;
  input: z.ZodObject;
  output: z.ZodObject;
  run(args: unknown, call: ToolCall): Promise<unknown>;
}

interface ToolDefinition<I extends z.ZodObject, O extends z.ZodObject> extends Omit<Tool, 'run'> {
  input: I;
  output: O;
  /** May answer with a question to the person at the client, if there is one; it is then run again. */
  run(args: z.output<I>, call: ToolCall): Promise<z.input<O> | Question>;
}

/** Ties the types of arguments and answer to the schemas. */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(tool: ToolDefinition<I, O>): Tool {
  return { ...tool, run: (args, call) => tool.run(args as z.output<I>, call) };
}

/** Changes nothing. */
export const READ: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Adds something, once per idempotency key. */
export const WRITE_ONCE: ToolAnnotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Adds or changes something, again with each call unless there is an idempotency key. */
export const WRITE: ToolAnnotations = { ...WRITE_ONCE, idempotentHint: false };

/** Ends something, or cannot be taken back. */
export const DESTRUCTIVE: ToolAnnotations = { ...WRITE, destructiveHint: true };
