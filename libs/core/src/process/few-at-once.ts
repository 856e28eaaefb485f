import pLimit from 'p-limit';

/**
 * Works through items with so many under way at once. After an error no further one begins.
 * @returns the answers in the order of the items
 * @throws the first error of `work`
 */
export async function fewAtOnce<T, R>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const limit = pLimit(atOnce);
  try {
    return await limit.map(items, work);
  } finally {
    limit.clearQueue();
  }
}
