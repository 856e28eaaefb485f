import { condition } from '@temporalio/workflow';
import { createState, getPendingTasks, onQuery, onSignal, workflow } from '../index';

/** Counts what is packed until somebody closes the parcel; anybody may ask how far it is. */
export const packParcel = workflow('pack-parcel', async (ctx, input: { items: string[] }) => {
  // #region createState
  const packed = createState<string[]>(ctx, 'packed', []);
  let closed = false;
  // #region onSignal
  onSignal<[string]>(ctx, 'pack', (item) => void packed.update((items) => [...items, item]));
  onSignal(ctx, 'close', () => void (closed = true));
  // #endregion
  // #region onQuery
  onQuery(ctx, 'missing', () => input.items.filter((item) => !packed.get().includes(item)));
  onQuery(ctx, 'waitsForPeople', () => getPendingTasks(ctx).length > 0);
  // #endregion
  await condition(() => closed || packed.get().length === input.items.length);
  return packed.get();
  // #endregion
});
