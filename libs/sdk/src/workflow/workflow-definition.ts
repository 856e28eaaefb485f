import type { WorkflowDefinitionOptions } from '@temporalio/common';
import { setWorkflowOptions } from '@temporalio/workflow';
import type { JsonSchema, Schema, SchemaInput } from './schema';
import { toJsonSchema } from './schema';
import { isReservedName } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';

/**
 * Which build of the code an execution goes on with: `auto-upgrade` with the current one, `pinned` with the one that it
 * began with, for which a worker has to run until it ends.
 */
export type WorkflowVersioning = 'auto-upgrade' | 'pinned';

const MARK = Symbol.for('orkestra.workflowDefinition');
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,199}$/;

/** What the catalogue shows of a workflow, and how its input is checked. */
export interface WorkflowOptions<
  I extends Schema | undefined = Schema,
  O extends Schema | undefined = Schema,
> {
  description?: string;
  version?: string;
  /**
   * A Standard Schema (such as Zod) or a JSON Schema. Each run loads what its file imports: Zod costs every start
   * some 20 ms of processor time, JSON Schema none, as the server checks it before the start.
   */
  input?: I;
  /** What the workflow gives back is checked when it ends, if this is a Standard Schema. */
  output?: O;
  /**
   * Counts where `orkestra worker` runs with versions, which it does unless it is told otherwise; `auto-upgrade` where not
   * given.
   */
  versioning?: WorkflowVersioning;
  /** Inputs to start from, for the people and agents who read the catalogue. */
  examples?: readonly WorkflowExample<SchemaInput<I>>[];
}

/** One way to start a workflow, as JSON. */
export interface WorkflowExample<Input = unknown> {
  title?: string;
  input: Input;
  /** What it gives back then. */
  output?: unknown;
}

/**
 * A workflow and what the catalogue knows of it. It is the function that Temporal runs; its `name` is the
 * workflow type, so it can be given to Temporal's `startChild` and `executeChild`.
 */
export interface WorkflowDefinition<Input = unknown, Output = unknown> {
  (input: Input): Promise<Output>;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly versioning?: WorkflowVersioning;
  readonly inputSchema?: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly examples?: readonly WorkflowExample[];
}

// A definition of any input: parameters are contravariant, so `unknown` would accept none.
export type AnyWorkflowDefinition = WorkflowDefinition<never, unknown>;

/** @throws ApplicationFailure `workflow.invalid_name`, `workflow.invalid_versioning` */
export function define<Input, Output>(
  name: string,
  options: WorkflowOptions,
  run: (input: unknown) => Promise<Output>,
): WorkflowDefinition<Input, Output> {
  if (!NAME.test(name) || isReservedName(name)) {
    throw workflowFailure(
      'workflow.invalid_name',
      `"${name}" can't be the name of a workflow: use letters, digits, ".", "_" and "-", and no "orkestra." in front.`,
    );
  }
  if (options.versioning !== undefined && !(options.versioning in BEHAVIORS)) {
    throw workflowFailure(
      'workflow.invalid_versioning',
      `"${name}" can't have the versioning "${String(options.versioning)}": use "pinned" or "auto-upgrade".`,
    );
  }
  Object.defineProperties(run, {
    [MARK]: { value: true },
    name: { value: name },
    description: { value: options.description, enumerable: true },
    version: { value: options.version, enumerable: true },
    versioning: { value: options.versioning, enumerable: true },
    examples: { value: options.examples, enumerable: true },
    // Only the catalogue reads these, so a run in the sandbox does not pay for the conversion.
    inputSchema: { get: () => toJsonSchema(options.input, 'input'), enumerable: true },
    outputSchema: { get: () => toJsonSchema(options.output, 'output'), enumerable: true },
  });
  // Where Temporal finds the function by its name; the dispatcher says the same.
  setWorkflowOptions(() => behaviorOf(run as AnyWorkflowDefinition), run as AnyWorkflowDefinition);
  return run;
}

const BEHAVIORS = { 'auto-upgrade': 'AUTO_UPGRADE', pinned: 'PINNED' } as const;

/**
 * In Temporal's terms; empty where the worker's own default counts. Temporal refuses the steps of a worker without versions
 * that names a behavior, so `orkestra worker` says by this global that it has them.
 */
export function behaviorOf(definition?: AnyWorkflowDefinition): WorkflowDefinitionOptions {
  const { __ORKESTRA_WORKER_VERSIONS__: hasVersions } = globalThis as { __ORKESTRA_WORKER_VERSIONS__?: true };
  const versioning = definition?.versioning;
  return versioning === undefined || !hasVersions ? {} : { versioningBehavior: BEHAVIORS[versioning] };
}

/** Whether a value, such as an export of a workflows file, was made by `workflow()`. */
export function isWorkflowDefinition(value: unknown): value is WorkflowDefinition {
  return typeof value === 'function' && MARK in value;
}
