import { useState } from 'react';

export interface Edit<Draft> {
  draft: Draft;
  /** Whether it says something else than what is saved. */
  dirty: boolean;
  change: (changes: Partial<Draft>) => void;
  /** Back to what is saved. */
  discard: () => void;
}

/** What somebody changes of a saved value, until it is saved or discarded. */
export function useEdit<Draft extends object>(saved: Draft): Edit<Draft> {
  const [edited, setEdited] = useState<Draft | null>(null);
  const draft = edited ?? saved;
  return {
    draft,
    dirty: edited !== null && JSON.stringify(edited) !== JSON.stringify(saved),
    change: (changes) => setEdited((before) => ({ ...(before ?? saved), ...changes })),
    discard: () => setEdited(null),
  };
}
