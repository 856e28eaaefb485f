import { defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import { checkMessageName } from './message-name';
import type { WorkflowContext } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

/**
 * Receives signals of this name, in the order in which they come; those that came earlier first.
 *
 * @throws ApplicationFailure `signal.invalid_name`, `signal.duplicate_name`
 * @example
 * ```ts source="./state.examples.ts#onSignal"
 * onSignal<[string]>(ctx, 'pack', (item) => void packed.update((items) => [...items, item]));
 * onSignal(ctx, 'close', () => void (closed = true));
 * ```
 */
export function onSignal<Args extends unknown[] = []>(
  ctx: WorkflowContext,
  name: string,
  handler: (...args: Args) => void | Promise<void>,
): void {
  checkMessageName('signal', name, runOf(ctx).names);
  setHandler(defineSignal<Args>(name), handler);
}

/**
 * Answers queries of this name. The handler must not change anything.
 *
 * @throws ApplicationFailure `query.invalid_name`, `query.duplicate_name`
 * @example
 * ```ts source="./state.examples.ts#onQuery"
 * onQuery(ctx, 'missing', () => input.items.filter((item) => !packed.get().includes(item)));
 * onQuery(ctx, 'waitsForPeople', () => getPendingTasks(ctx).length > 0);
 * ```
 */
export function onQuery<Answer, Args extends unknown[] = []>(
  ctx: WorkflowContext,
  name: string,
  handler: (...args: Args) => Answer,
): void {
  checkMessageName('query', name, runOf(ctx).names);
  setHandler(defineQuery<Answer, Args>(name), handler);
}
