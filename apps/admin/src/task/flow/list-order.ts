interface Neighbours {
  previous: string | null;
  next: string | null;
}

/**
 * The tasks before and after one, in the list that the person came from.
 * @param live the ids that stand in the list now
 * @param kept those of when the task last stood in it: what was claimed or decided has left, but its place counts
 */
export function neighboursOf(current: string, live: readonly string[], kept: readonly string[]): Neighbours {
  const order = live.includes(current) ? live : kept;
  const at = order.indexOf(current);
  if (at === -1) return { previous: null, next: live.find((id) => id !== current) ?? null };
  const before = order.slice(0, at);
  const stands = (id: string): boolean => live.includes(id);
  // What was passed over does not come back as the next one; what has arrived since does.
  const arrived = live.find((id) => !order.includes(id));
  return {
    previous: before.findLast(stands) ?? null,
    next: order.slice(at + 1).find(stands) ?? arrived ?? null,
  };
}
