import { CancellationScope } from '@temporalio/workflow';
import { TaskCancelledError, TaskExpiredError, workflowFailure } from './errors';
import type { Form } from './form';
import type { TaskOptions, TaskRequest, TaskResult } from './task';
import { toTaskResult } from './task';
import { runTask } from './task-run';
import type { WorkflowContext } from './workflow-context';

type Forms = readonly Form[] | Readonly<Record<string, Form>>;
/** The requests for tasks with these forms: a list, or an object whose keys name them. */
export type TaskRequests<F extends Forms> = { readonly [K in keyof F]: TaskRequest<F[K] & Form> };
/** The results in the shape of the requests. */
export type TaskResults<F extends Forms> = { -readonly [K in keyof F]: TaskResult<F[K] & Form> };

type Index<K> = K extends `${infer N extends number}` ? N : never;
/** The task that was decided first: its place in the list, or its name, and its result. */
export type FirstTask<F extends Forms> = F extends readonly Form[]
  ? number extends F['length']
    ? { index: number; result: TaskResult<F[number]> }
    : { [K in keyof F & `${number}`]: { index: Index<K>; result: TaskResult<F[K] & Form> } }[keyof F &
        `${number}`]
  : { [K in keyof F]: { name: K; result: TaskResult<F[K] & Form> } }[keyof F];

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
 * @example see `many-tasks.examples.ts`
 */
export async function allTasks<const F extends Forms>(
  ctx: WorkflowContext,
  requests: TaskRequests<F>,
  options: TaskOptions = {},
): Promise<TaskResults<F>> {
  const branches = open(ctx, requests, options, 'Another task that belongs to it has failed');
  try {
    const results = await Promise.all(branches.map(({ result }) => result));
    if (Array.isArray(requests)) return results as TaskResults<F>;
    return Object.fromEntries(branches.map(({ key }, index) => [key, results[index]])) as TaskResults<F>;
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
 * @example see `many-tasks.examples.ts`
 */
export async function anyTask<const F extends Forms>(
  ctx: WorkflowContext,
  requests: TaskRequests<F>,
  options: TaskOptions = {},
): Promise<FirstTask<F>> {
  const branches = open(ctx, requests, options, 'Another task was decided first');
  try {
    const { key, result } = await firstOf(branches);
    const which = Array.isArray(requests) ? { index: Number(key) } : { name: key };
    return { ...which, result } as FirstTask<F>;
  } finally {
    await closeAll(branches);
  }
}

function open(
  ctx: WorkflowContext,
  requests: object,
  { requestKey }: TaskOptions,
  whyCancelled: string,
): Branch[] {
  const entries = Object.entries(requests) as [string, TaskRequest<Form>][];
  if (entries.length === 0) throw workflowFailure('task.none', 'Name at least one task.');
  return entries.map(([key, request]) => {
    const scope = new CancellationScope();
    const options = { whyCancelled, requestKey: requestKey && `${requestKey}/${key}` };
    const result = scope.run(async () => toTaskResult(request.title, await runTask(ctx, request, options)));
    // Whoever awaits it sees the failure; nobody may be left to do so when another one has failed first.
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
