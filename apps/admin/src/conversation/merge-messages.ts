/** Messages that follow each other without a gap, the newest last. */
export interface Messages<E> {
  edges: readonly E[];
  pageInfo: { startCursor?: string | null; hasPreviousPage: boolean };
}

/**
 * Merges a page into the messages that were read before. What follows on, in either direction, is put together; a page
 * behind which something is missing takes the place of the others, since its earlier messages can be asked for.
 */
export function mergeMessages<E>(
  existing: Messages<E> | undefined,
  incoming: Messages<E>,
  numberOf: (edge: E) => number,
): Messages<E> {
  if (!existing || existing.edges.length === 0 || incoming.edges.length === 0) {
    return incoming.edges.length === 0 && existing ? existing : incoming;
  }
  const [a, b] = [rangeOf(existing, numberOf), rangeOf(incoming, numberOf)];
  if (b.last < a.first - 1) return existing;
  if (b.first > a.last + 1) return incoming;
  const byNumber = new Map([...existing.edges, ...incoming.edges].map((edge) => [numberOf(edge), edge]));
  const edges = [...byNumber].sort(([one], [other]) => one - other).map(([, edge]) => edge);
  const { pageInfo } = a.first < b.first ? existing : incoming;
  return { ...incoming, edges, pageInfo };
}

function rangeOf<E>({ edges }: Messages<E>, numberOf: (edge: E) => number): { first: number; last: number } {
  return { first: numberOf(edges[0] as E), last: numberOf(edges.at(-1) as E) };
}
