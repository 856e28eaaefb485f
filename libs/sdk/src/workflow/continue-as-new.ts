import { makeContinueAsNewFunc } from '@temporalio/workflow';
import type { ApplicationFailure } from '@temporalio/workflow';
import { workflowFailure } from '../contract/sdk.errors';
import { getPendingTasks } from '../task/pending-tasks';
import { isDrawnKey } from '../task/request-key';
import type { WorkflowContext } from '../run/workflow-context';

/**
 * Ends this run and goes on in a new one with an empty history, under the same id. Tasks that are open stay open; the
 * new run finds them, with whatever was decided in between, by `task()` with the same request and the same
 * `requestKey`: a name, or a key of `getPendingTasks` that is handed on in the input. Under worker versions the new run
 * begins with the current build, also where the workflow is pinned.
 *
 * @throws ApplicationFailure `workflow.forgotten_tasks` when the new run could not find a task that is open
 * @example
 * ```ts source="./continue-as-new.examples.ts#continueAsNew"
 * let { count } = input;
 * onSignal(ctx, 'order', () => void (count += 1));
 * // The same request with the same key is the same task, in this run and in the next.
 * const asked = task(ctx, { title: 'Stop collecting orders?' }, { requestKey: 'stop' });
 * const stopped = asked.then(() => true);
 * const full = condition(() => count >= input.count + 1_000).then(() => false);
 * if (await Promise.race([stopped, full])) return count;
 * return await continueAsNew(ctx, { count });
 * ```
 */
export async function continueAsNew<Input>(ctx: WorkflowContext, input: Input): Promise<never> {
  const forgotten = forgottenTasks(ctx, input);
  if (forgotten !== undefined) throw forgotten;
  return await continueInCurrentBuild(input);
}

/** The new run begins with the current build of the code, also where the run before was pinned to another. */
export async function continueInCurrentBuild(input: unknown): Promise<never> {
  const next = makeContinueAsNewFunc<(input: unknown) => Promise<never>>({
    initialVersioningBehavior: 'AUTO_UPGRADE',
  });
  return await next(input);
}

/** Names the open tasks that a run with this input could not find again; nothing where there are none. */
export function forgottenTasks(ctx: WorkflowContext, input: unknown): ApplicationFailure | undefined {
  const handedOn = JSON.stringify(input) ?? '';
  const forgotten = getPendingTasks(ctx).filter(
    ({ requestKey }) => isDrawnKey(requestKey) && !handedOn.includes(requestKey),
  );
  if (forgotten.length === 0) return undefined;
  const titles = forgotten.map(({ title }) => `"${title}"`).join(', ');
  return workflowFailure(
    'workflow.forgotten_tasks',
    `The new run could not find these open tasks again: ${titles}. ` +
      'Give each a requestKey, hand on its key of getPendingTasks in the input, or cancel it first.',
  );
}
