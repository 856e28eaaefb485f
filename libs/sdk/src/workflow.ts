import { defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import type { PendingTask, TaskClosed } from './contract';
import { PENDING_TASKS_QUERY, TASK_CLOSED_SIGNAL } from './contract';
import { workflowFailure } from './errors';
import type { Schema, SchemaInput, SchemaOutput, StandardSchema } from './schema';
import { getPendingTasks } from './task';
import { closeExecution, endingOf } from './workflow-closing';
import type { WorkflowContext } from './workflow-context';
import { openContext, runOf } from './workflow-context';
import type { WorkflowDefinition, WorkflowOptions } from './workflow-definition';
import { define } from './workflow-definition';
import { validInput } from './workflow-input';

const taskClosed = defineSignal<[TaskClosed]>(TASK_CLOSED_SIGNAL);
const pendingTasks = defineQuery<PendingTask[]>(PENDING_TASKS_QUERY);

/** The code of a workflow: deterministic, side effects only in activities. */
export type WorkflowHandler<Input, Output> = (ctx: WorkflowContext, input: Input) => Promise<Output>;

/**
 * Defines a workflow. The name is its Temporal workflow type. Throw `ApplicationFailure` to fail it; any other
 * error leaves it waiting until its code is repaired, as Temporal does.
 *
 * @throws ApplicationFailure `workflow.invalid_name`
 * @example see `workflow.examples.ts`
 */
export function workflow<Input = unknown, Output = unknown>(
  name: string,
  handler: WorkflowHandler<Input, Output>,
): WorkflowDefinition<Input, Output>;
export function workflow<I extends StandardSchema, Output>(
  name: string,
  options: WorkflowOptions<I> & { input: I },
  handler: WorkflowHandler<SchemaOutput<I>, Output>,
): WorkflowDefinition<SchemaInput<I>, Output>;
export function workflow<Input = unknown, Output = unknown>(
  name: string,
  options: WorkflowOptions,
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
  setHandler(taskClosed, (closed) => runOf(ctx).mailbox.deliver(closed));
  setHandler(pendingTasks, () => getPendingTasks(ctx));
  try {
    const input = await validInput(name, options.input, rawInput);
    const result = await handler(ctx, input as never);
    await closeExecution(ctx, { status: 'completed', result });
    return result;
  } catch (error) {
    const ending = endingOf(error);
    if (ending) await closeExecution(ctx, ending);
    throw error;
  }
}
