import { useEffect, useRef, useState } from 'react';
import { announce } from '../../interface/announcer';

const freshForMs = 2_500;

interface Row {
  id: string;
  title: string;
}

/** The ids of rows that came into the list on top of what was there; also says them to a screen reader. */
export function useFreshRows(rows: readonly Row[], loaded: boolean): ReadonlySet<string> {
  const known = useRef<Set<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const ids = rows.map(({ id }) => id).join(' ');

  useEffect(() => {
    if (!loaded) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...rows.map(({ id }) => id)]);
    const firstKnown = rows.findLastIndex(({ id }) => before?.has(id));
    // Rows below the last known one came by "Load more".
    const arrived = before
      ? rows.slice(0, firstKnown === -1 ? undefined : firstKnown).filter(({ id }) => !before.has(id))
      : [];
    if (arrived.length === 0) return;
    setFresh(new Set(arrived.map(({ id }) => id)));
    announce(arrived.length === 1 ? `New task: ${arrived[0]?.title ?? ''}` : `${arrived.length} new tasks`);
    const timer = setTimeout(() => setFresh(new Set()), freshForMs);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- because the rows matter by their ids only; a changed title or date is no arrival
  }, [ids, loaded]);
  return fresh;
}
