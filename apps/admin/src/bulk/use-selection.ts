import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { SelectionStore } from './selection-store';

/** The selection of a list; it does not draw the list again when it changes. */
export function useSelection(rows: readonly { id: string }[]): SelectionStore {
  const [store] = useState(() => new SelectionStore());
  useLayoutEffect(() => store.follow(rows.map(({ id }) => id)), [store, rows]);
  return store;
}

/** The rows that are selected and still in the list, in its order. */
export function useSelectedRows<Row extends { id: string }>(
  selection: SelectionStore,
  rows: readonly Row[],
): Row[] {
  const ids = useSyncExternalStore(selection.subscribe, selection.get);
  return useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
}

/** Whether one row is selected. */
export function useIsSelected(selection: SelectionStore, id: string): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.get().has(id));
}
