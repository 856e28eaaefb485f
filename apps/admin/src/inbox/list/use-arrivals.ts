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

const none: ReadonlySet<string> = new Set();

/**
 * Holds back what arrives while somebody is in the list, so that no row moves under their hands; else shows it at once,
 * and says it to a screen reader.
 */
export function useArrivals<R extends Row>(rows: readonly R[], loaded: boolean, busy: boolean): Arrivals<R> {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState(none);
  const arrived = useMemo(() => arrivalsAmong(rows, known), [rows, known]);
  // Where nothing else is left, there is nothing to move.
  const holds = busy && arrived.length > 0 && arrived.length < rows.length;
  const shown = useMemo(() => {
    if (!holds) return rows;
    const held = new Set(arrived);
    return rows.filter((row) => !held.has(row));
  }, [holds, rows, arrived]);

  useEffect(() => {
    if (!loaded) return;
    if (known === null || shown.some(({ id }) => !known.has(id)))
      setKnown(new Set([...(known ?? []), ...shown.map(({ id }) => id)]));
    if (holds || arrived.length === 0) return;
    setFresh(new Set(arrived.map(({ id }) => id)));
    announce(arrived.length === 1 ? `New task: ${arrived[0]?.title ?? ''}` : `${arrived.length} new tasks`);
  }, [shown, known, arrived, holds, loaded]);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(none), freshForMs);
    return () => clearTimeout(timer);
  }, [fresh]);

  return {
    shown,
    held: holds ? arrived.length : 0,
    fresh,
    show: () => {
      setFresh(new Set(arrived.map(({ id }) => id)));
      setKnown(new Set([...(known ?? []), ...rows.map(({ id }) => id)]));
    },
  };
}
