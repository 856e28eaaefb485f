interface Edge {
  cursor: string;
}

export interface Connection<E extends Edge = Edge> {
  edges: readonly E[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

/**
 * Merges a page into the list that was loaded before. A page after a cursor is appended. A page from the top replaces
 * the head; what had been loaded below it stays, so that a live re-read makes nobody lose their place.
 */
export function mergeEdges<C extends Connection>(
  existing: C | undefined,
  incoming: C,
  after: string | null | undefined,
  keyOf: (edge: C['edges'][number]) => string,
): C {
  if (!existing) return incoming;
  const fresh = new Set(incoming.edges.map(keyOf));
  const others = existing.edges.filter((edge) => !fresh.has(keyOf(edge)));
  if (after) return { ...incoming, edges: [...others, ...incoming.edges] };

  const seam = incoming.edges.at(-1);
  const at = seam ? existing.edges.findIndex((edge) => keyOf(edge) === keyOf(seam)) : -1;
  if (at === -1 || !incoming.pageInfo.hasNextPage) return incoming;
  const tail = existing.edges.slice(at + 1).filter((edge) => !fresh.has(keyOf(edge)));
  if (tail.length === 0) return incoming;
  return { ...incoming, edges: [...incoming.edges, ...tail], pageInfo: existing.pageInfo };
}
