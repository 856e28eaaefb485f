import DataLoader from 'dataloader';
import type { Caller } from './caller';

/** What makes a feature's loaders, anew for each request and each subscription. */
export interface LoadersFactory<Loaders extends object = object> {
  /** @param caller whose context counts when the look-up happens, not when the loaders are made */
  for(caller: Caller): Loaders;
}

/** Look-ups by id, gathered into one query. */
export type Loader<T> = DataLoader<string, T | null>;

export function batched<T>(find: (ids: string[]) => Promise<ReadonlyMap<string, T>>): Loader<T> {
  const loader: Loader<T> = new DataLoader(async (ids: readonly string[]) => {
    // What is asked for from now on is looked up again: a subscription never shows what was true at its start. Until now,
    // the rows of a page that ask for the same shared one promise.
    loader.clearAll();
    const found = await find([...ids]);
    return ids.map((id) => found.get(id) ?? null);
  });
  return loader;
}
