interface Row {
  id: string;
}

/**
 * The rows that came into a list on top of, or between, what was there. Those below the last known one came by "Load
 * more", or stand where they move nothing.
 * @param known the ids of what is or was in the list; null before anything was
 */
export function arrivalsAmong<R extends Row>(rows: readonly R[], known: ReadonlySet<string> | null): R[] {
  if (known === null) return [];
  const lastKnown = rows.findLastIndex(({ id }) => known.has(id));
  // Nothing was there: all of it is new.
  const above = lastKnown === -1 ? rows : rows.slice(0, lastKnown);
  return above.filter(({ id }) => !known.has(id));
}
