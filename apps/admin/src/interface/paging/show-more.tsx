import { useState } from 'react';
import { LoadMore } from './load-more';

/** Loads the next page of a list; where that fails it says so, and one can try again. */
export function ShowMore({ onMore }: { onMore: () => Promise<unknown> }) {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const load = async (): Promise<void> => {
    setState({ busy: true, error: null });
    const error: unknown = await onMore().then(
      () => null,
      (reason: unknown) => reason,
    );
    setState({ busy: false, error });
  };
  return <LoadMore {...state} onMore={() => void load()} />;
}
