import { CancellationScope } from '@temporalio/workflow';
import { TaskCancelledError, TaskExpiredError, workflowFailure } from '../contract/sdk.errors';
import type { Form } from '../contract/form';
import type { TaskOptions, TaskRequest, TaskResult } from './task';
import { toTaskResult } from './task';
import { runTask } from './run-task';
import type { WorkflowContext } from '../run/workflow-context';

/** Requests for several tasks: a list, or an object whose keys name them. */
export type TaskRequests = readonly TaskRequest<Form>[] | Readonly<Record<string, TaskRequest<Form>>>;

type FormOf<Request> = Request extends { form: infer F extends Form } ? F : Form;
type ResultOf<Request> = TaskResult<FormOf<Request>>;

/** The results in the shape of the requests. */
export type TaskResults<R extends TaskRequests> = { -readonly [K in keyof R]: ResultOf<R[K]> };

type Index<K> = K extends `${infer N extends number}` ? N : never;
/** The task that was decided first: its place in the list, or its name, and its result. */
export type FirstTask<R extends TaskRequests> = R extends readonly unknown[]
  ? number extends R['length']
    ? { index: number; result: ResultOf<R[number]> }
    : { [K in keyof R & `${number}`]: { index: Index<K>; result: ResultOf<R[K]> } }[keyof R & `${number}`]
  : { [K in keyof R]: { name: K; result: ResultOf<R[K]> } }[keyof R];

/** Refuses properties that a task does not have, which inference would take. */
type Exact<R extends TaskRequests> = {
  readonly [K in keyof R]: { readonly [P in Exclude<keyof R[K], keyof TaskRequest<Form>>]: never };
};

interface Branch {
  key: string;
  scope: CancellationScope;
  result: Promise<TaskResult>;
}

/**
 * Asks several people at once, each with a task of their own, and waits for all of them. When one task is cancelled,
 * expires or is refused, the others are cancelled.
 *
 * @param requests a list, or an object whose keys name the tasks; the results have the same shape
 * @throws as `task`, with the first failure
 * @example
 * ```ts source="./many-tasks.examples.ts#allTasks"
 * const { legal, finance } = await allTasks(ctx, {
 *   legal: { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'legal' } },
 *   finance: {
 *     title: `Can we pay for ${input.contract}?`,
 *     form: { budget: { type: 'number', required: true } },
 *   },
 * });
 * return { signed: legal.data.verdict === 'sign', budget: finance.data.budget };
 * ```
 */
export async function allTasks<const R extends TaskRequests>(
  ctx: WorkflowContext,
  requests: R & Exact<R>,
  options: TaskOptions = {},
): Promise<TaskResults<R>> {
  const branches = open(ctx, requests, options, 'Another task that belongs to it has failed');
  try {
    const results = await Promise.all(branches.map(({ result }) => result));
    if (Array.isArray(requests)) return results as TaskResults<R>;
    return Object.fromEntries(branches.map(({ key }, index) => [key, results[index]])) as TaskResults<R>;
  } catch (error) {
    await closeAll(branches);
    throw error;
  }
}

/**
 * Asks several people at once, each with a task of their own: the first decision counts and the other tasks are
 * cancelled. A task that is cancelled or expires is out of the race; only when all are, this fails.
 *
 * @param requests a list, or an object whose keys name the tasks
 * @throws as `task`, with the failure of the task that was the last to end undecided
 * @example
 * ```ts source="./many-tasks.examples.ts#anyTask"
 * const first = await anyTask(ctx, [
 *   { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'legal' } },
 *   { title: `Review ${input.contract}`, form: verdict, assignTo: { group: 'sales' } },
 * ]);
 * return { by: first.index === 0 ? 'legal' : 'sales', verdict: first.result.data.verdict };
 * ```
 */
export async function anyTask<const R extends TaskRequests>(
  ctx: WorkflowContext,
  requests: R & Exact<R>,
  options: TaskOptions = {},
): Promise<FirstTask<R>> {
  const branches = open(ctx, requests, options, 'Another task was decided first');
  try {
    const { key, result } = await firstOf(branches);
    const which = Array.isArray(requests) ? { index: Number(key) } : { name: key };
    return { ...which, result } as FirstTask<R>;
  } finally {
    await closeAll(branches);
  }
}

function open(
  ctx: WorkflowContext,
  requests: object,
  { requestKey, moveWith }: TaskOptions,
  whyCancelled: string,
): Branch[] {
  const entries = Object.entries(requests) as [string, TaskRequest<Form>][];
  if (entries.length === 0) throw workflowFailure('task.none', 'Name at least one task.');
  return entries.map(([key, request]) => {
    const scope = new CancellationScope();
    const options = { whyCancelled, moveWith, requestKey: requestKey && `${requestKey}/${key}` };
    const result = scope.run(async () => toTaskResult(request.title, await runTask(ctx, request, options)));
    // A failure counts as handled even when nobody awaits it any more, because another task has failed first.
    result.catch(() => undefined);
    return { key, scope, result };
  });
}

function firstOf(branches: readonly Branch[]): Promise<{ key: string; result: TaskResult }> {
  let left = branches.length;
  return new Promise((resolve, reject) => {
    for (const { key, result } of branches) {
      result.then(
        (decided) => resolve({ key, result: decided }),
        (error: Error) => {
          left -= 1;
          if (left === 0 || !isUndecided(error)) reject(error);
        },
      );
    }
  });
}

function isUndecided(error: unknown): boolean {
  return error instanceof TaskCancelledError || error instanceof TaskExpiredError;
}

/** Cancels what is still open, and waits until that is done. */
async function closeAll(branches: readonly Branch[]): Promise<void> {
  for (const { scope } of branches) scope.cancel();
  await Promise.allSettled(branches.map(({ result }) => result));
}
