export interface Guarded {
  /** What would be lost by leaving the page. */
  lost: string;
  discard?: (() => void) | undefined;
}

const guards = new Map<string, Guarded>();

/** Something would be lost by leaving the page, until the returned function is called. */
export function guardLeaving(id: string, guarded: Guarded): () => void {
  guards.set(id, guarded);
  return () => void guards.delete(id);
}

/** All that would be lost now. */
export function guarded(): Guarded[] {
  return [...guards.values()];
}
