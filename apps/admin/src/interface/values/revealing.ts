import { createContext } from 'react';

/** What stands in the place of a sensitive value. */
export const MASK = '••••';

/** Asks for what a mask at this path stands for; null where nothing can be revealed. */
export const Revealing = createContext<((path: string) => Promise<unknown>) | null>(null);

/** The path of a member, as a JSON pointer. */
export function pathTo(path: string | undefined, key: string | number): string | undefined {
  if (path === undefined) return undefined;
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
