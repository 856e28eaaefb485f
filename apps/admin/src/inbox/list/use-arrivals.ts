import { useEffect, useMemo, useState } from 'react';
import { announce } from '../../interface/announcer';
import { arrivalsAmong } from './arrivals';

const freshForMs = 2_500;

interface Row {
  id: string;
  title: string;
}

export interface Arrivals<R extends Row> {
  /** The rows to show: without those that are held back. */
  shown: readonly R[];
  /** How many are held back. */
  held: number;
  /** The ids of rows that have just come into view. */
  fresh: ReadonlySet<string>;
  /** Shows what is held back. */
  show: () => void;
}

/**
 * Holds back what arrives while somebody is in the list, so that no row moves under their hands; else shows it at once,
 * and says it to a screen reader.
 */
export function useArrivals<R extends Row>(rows: readonly R[], loaded: boolean, busy: boolean): Arrivals<R> {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<readonly R[]>([]);
  const arrived = useMemo(() => arrivalsAmong(rows, known), [rows, known]);
  // Where nothing else is left, there is nothing to move.
  const holds = busy && arrived.length > 0 && arrived.length < rows.length;
  const shown = useMemo(() => {
    if (!holds) return rows;
    const held = new Set(arrived);
    return rows.filter((row) => !held.has(row));
  }, [holds, rows, arrived]);
  const unknown = useMemo(() => shown.some(({ id }) => !known?.has(id)), [shown, known]);

  const show = (added: readonly R[]): void => {
    setKnown(new Set([...(known ?? []), ...added.map(({ id }) => id)]));
    if (arrived.length > 0 && added === rows) setFresh(arrived);
  };
  // What is shown is known from now on; told to React while it draws, so that it draws once.
  if (loaded && (known === null || unknown)) show(shown);
  useEffect(() => {
    if (fresh.length === 0) return;
    announce(fresh.length === 1 ? `New task: ${fresh[0]?.title ?? ''}` : `${fresh.length} new tasks`);
    const timer = setTimeout(() => setFresh([]), freshForMs);
    return () => clearTimeout(timer);
  }, [fresh]);

  return {
    shown,
    held: holds ? arrived.length : 0,
    fresh: useMemo(() => new Set(fresh.map(({ id }) => id)), [fresh]),
    show: () => show(rows),
  };
}
