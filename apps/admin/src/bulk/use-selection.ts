import { useState } from 'react';
import { mostSelected } from './bulk.words';

export interface Selection<Row extends { id: string }> {
  /** The rows that are selected and still in the list, in its order. */
  rows: Row[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Selects all that are loaded, up to what one command takes; or none. */
  toggleAll: () => void;
  clear: () => void;
}

/** Which rows of a list are selected; those that leave the list are not any more. */
export function useSelection<Row extends { id: string }>(all: readonly Row[]): Selection<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const rows = all.filter(({ id }) => ids.has(id));
  const reachable = Math.min(all.length, mostSelected);
  return {
    rows,
    has: (id) => ids.has(id),
    toggle: (id) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id) && rows.length < mostSelected) next.add(id);
        return next;
      }),
    toggleAll: () =>
      setIds(rows.length >= reachable ? new Set() : new Set(all.slice(0, mostSelected).map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
