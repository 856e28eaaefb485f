import { defineQuery, setHandler } from '@temporalio/workflow';
import { checkMessageName } from './message-name';
import type { WorkflowContext } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

/** A value of the run that whoever may query the workflow can read at any time. */
export interface WorkflowState<T> {
  get(): T;
  set(value: T): T;
  /** Sets what `change` makes of the value; it must not change the value in place. */
  update(change: (value: T) => T): T;
}

/**
 * Keeps a value that queries can read under this name. Like every variable of a workflow it survives crashes and
 * replays; to a run that continues as new, hand it on in the input. The value must be JSON.
 *
 * @throws ApplicationFailure `state.invalid_name`, `state.duplicate_name`
 * @example
 * ```ts source="./state.examples.ts#createState"
 * const packed = createState<string[]>(ctx, 'packed', []);
 * let closed = false;
 * onSignal<[string]>(ctx, 'pack', (item) => void packed.update((items) => [...items, item]));
 * onSignal(ctx, 'close', () => void (closed = true));
 * onQuery(ctx, 'missing', () => input.items.filter((item) => !packed.get().includes(item)));
 * onQuery(ctx, 'waitsForPeople', () => getPendingTasks(ctx).length > 0);
 * await condition(() => closed || packed.get().length === input.items.length);
 * return packed.get();
 * ```
 */
export function createState<T>(ctx: WorkflowContext, name: string, initial: T): WorkflowState<T> {
  const { names } = runOf(ctx);
  checkMessageName('state', name, names);
  let current = initial;
  setHandler(defineQuery<T>(name), () => current);
  return {
    get: () => current,
    set: (value) => (current = value),
    update: (change) => (current = change(current)),
  };
}
