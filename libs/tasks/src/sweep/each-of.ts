import { fewAtOnce } from '@orkestra/core';

const AT_ONCE = 4;
/** After this many failures in a row something is wrong with everything, not with one item. */
const GIVE_UP_AFTER = 50;

/**
 * Works through items, a few at once. One that fails does not stand in the way of the others.
 * @returns for how many of them `work` was true
 * @throws the last error when nothing works any more
 */
export async function eachOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<boolean>,
  onFailure: (error: unknown, item: T) => void,
): Promise<number> {
  let done = 0;
  let failures = 0;
  await fewAtOnce(AT_ONCE, items, async (item) => {
    try {
      if (await work(item)) done += 1;
      failures = 0;
    } catch (error) {
      onFailure(error, item);
      failures += 1;
      if (failures >= GIVE_UP_AFTER) throw error;
    }
  });
  return done;
}
