import { condition } from '@temporalio/workflow';
import { continueAsNew, onSignal, task, workflow } from '../index';

/** Collects orders for months; the question whether to stop stays open across all runs, and is asked once. */
export const collectOrders = workflow(
  'collect-orders',
  async (ctx, input: { count: number }): Promise<number> => {
    // #region continueAsNew
    let { count } = input;
    onSignal(ctx, 'order', () => void (count += 1));
    // The same request with the same key is the same task, in this run and in the next.
    const asked = task(ctx, { title: 'Stop collecting orders?' }, { requestKey: 'stop' });
    const stopped = asked.then(() => true);
    const full = condition(() => count >= input.count + 1_000).then(() => false);
    if (await Promise.race([stopped, full])) return count;
    return await continueAsNew(ctx, { count });
    // #endregion
  },
);
