import { useSyncExternalStore } from 'react';

/** Whether the page is being printed, where all is shown that the window folds away. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => media().matches);
}

function media(): MediaQueryList {
  return window.matchMedia('print');
}

function subscribe(listener: () => void): () => void {
  const query = media();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
