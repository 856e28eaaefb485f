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
  const load = async (ids: readonly string[]) => {
    const found = await find([...new Set(ids)]);
    return ids.map((id) => found.get(id) ?? null);
  };
  // Without a cache, so that a subscription never shows what was true at its start.
  return new DataLoader<string, T | null>(load, { cache: false });
}
