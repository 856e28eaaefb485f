import { defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import type { PendingTask, TaskChanged, TaskClosed } from '../contract/contract';
import {
  IS_WAITING_FOR_QUERY,
  PENDING_TASKS_QUERY,
  TASK_CHANGED_SIGNAL,
  TASK_CLOSED_SIGNAL,
} from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';
import { getPendingTasks, isWaitingFor } from '../task/pending-tasks';
import type { PlainSchema, Schema, SchemaInput, SchemaOutput, StandardSchema } from './schema';

import { closeExecution, endingOf, fitFailure } from './close-execution';
import type { NewVersion } from '../run/version-move';
import { NEW_VERSION_SIGNAL } from '../run/version-move';
import type { WorkflowContext } from '../run/workflow-context';
import { openContext, runOf } from '../run/workflow-context';
import { moveOn } from './move-on';
import type { WorkflowDefinition, WorkflowOptions } from './workflow-definition';
import { define } from './workflow-definition';
import { checkResult } from './valid-result';
import { validValue } from './valid-value';

const taskClosed = defineSignal<[TaskClosed]>(TASK_CLOSED_SIGNAL);
const taskChanged = defineSignal<[TaskChanged]>(TASK_CHANGED_SIGNAL);
const pendingTasks = defineQuery<PendingTask[]>(PENDING_TASKS_QUERY);
const newVersion = defineSignal<[NewVersion]>(NEW_VERSION_SIGNAL);
const waitingFor = defineQuery<boolean, [string]>(IS_WAITING_FOR_QUERY);

/** The code of a workflow: deterministic, side effects only in activities. */
export type WorkflowHandler<Input, Output> = (ctx: WorkflowContext, input: Input) => Promise<Output>;

/**
 * Defines a workflow. The name is its Temporal workflow type. Throw `ApplicationFailure` to fail it; any other
 * error leaves it waiting until its code is repaired, as Temporal does.
 *
 * @throws ApplicationFailure `workflow.invalid_name`
 * @example
 * ```ts source="./workflow.examples.ts#workflow"
 * export const customerSupport = workflow(
 *   'customer-support',
 *   {
 *     description: 'Answers a question of a customer.',
 *     version: '1.0.0',
 *     input: z.object({ question: z.string().min(3) }),
 *   },
 *   async (ctx, input) => {
 *     const result = await task(ctx, {
 *       title: 'Customer needs help',
 *       form: { answer: { type: 'textarea', required: true } },
 *       context: { question: input.question },
 *     });
 *     return { answer: result.data.answer };
 *   },
 * );
 * ```
 */
export function workflow<Input = unknown, Output = unknown>(
  name: string,
  handler: WorkflowHandler<Input, Output>,
): WorkflowDefinition<Input, Output>;
export function workflow<I extends StandardSchema, O extends StandardSchema>(
  name: string,
  options: WorkflowOptions<I, O> & { input: I; output: O },
  handler: WorkflowHandler<SchemaOutput<I>, SchemaInput<O>>,
): WorkflowDefinition<SchemaInput<I>, SchemaOutput<O>>;
export function workflow<I extends StandardSchema, Output>(
  name: string,
  options: WorkflowOptions<I, PlainSchema> & { input: I },
  handler: WorkflowHandler<SchemaOutput<I>, Output>,
): WorkflowDefinition<SchemaInput<I>, Output>;
export function workflow<Input, O extends StandardSchema>(
  name: string,
  options: WorkflowOptions<PlainSchema, O> & { output: O },
  handler: WorkflowHandler<Input, SchemaInput<O>>,
): WorkflowDefinition<Input, SchemaOutput<O>>;
export function workflow<Input = unknown, Output = unknown>(
  name: string,
  options: WorkflowOptions<PlainSchema, PlainSchema>,
  handler: WorkflowHandler<Input, Output>,
): WorkflowDefinition<Input, Output>;
export function workflow(
  name: string,
  ...rest: [WorkflowHandler<never, unknown>] | [WorkflowOptions<Schema>, WorkflowHandler<never, unknown>]
): WorkflowDefinition {
  const [options, handler] = rest.length === 1 ? [{}, rest[0]] : rest;
  return define(name, options, (input) => execute(name, options, handler, input));
}

let running: string | undefined;

async function execute(
  name: string,
  options: WorkflowOptions,
  handler: WorkflowHandler<never, unknown>,
  rawInput: unknown,
): Promise<unknown> {
  // Each run has its own copy of this module, so this can only be a call from inside the same run.
  if (running) {
    throw workflowFailure(
      'workflow.nested_call',
      `"${running}" calls "${name}" as a function; use executeChild to run a workflow in another.`,
    );
  }
  running = name;
  const ctx = openContext();
  const run = runOf(ctx);
  setHandler(taskClosed, (closed) => run.mailbox.deliver(closed));
  setHandler(taskChanged, (changed) => run.mailbox.deliverChange(changed));
  setHandler(newVersion, (version) => run.move.tell(version));
  setHandler(pendingTasks, () => getPendingTasks(ctx));
  setHandler(waitingFor, (what) => isWaitingFor(ctx, what));
  const checkInput = (input: unknown) => validValue('input', name, options.input, input);
  const ended = toItsEnd(ctx, async () => {
    const output = await handler(ctx, (await checkInput(rawInput)) as never);
    const result = await validValue('output', name, options.output, output);
    checkResult(name, result);
    return result;
  });
  return await Promise.race([ended, moveOn(ctx, checkInput)]);
}

/** Runs the handler, and has its end recorded. */
async function toItsEnd(ctx: WorkflowContext, handle: () => Promise<unknown>): Promise<unknown> {
  const run = runOf(ctx);
  try {
    const result = await handle();
    run.isEnding = true;
    await closeExecution(ctx, { status: 'completed', result });
    return result;
  } catch (error) {
    run.isEnding = true;
    const ending = endingOf(error);
    if (ending) await closeExecution(ctx, ending);
    throw fitFailure(error);
  }
}
