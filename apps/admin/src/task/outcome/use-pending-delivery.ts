import { useEffect, useRef } from 'react';

const afterMs = [700, 2_000, 6_000, 20_000, 60_000];

/** Reads the task again a few times while its decision is on its way, should the news of its arrival be missed. */
export function usePendingDelivery(pending: boolean, onReread: () => void): void {
  const latest = useRef(onReread);
  useEffect(() => {
    latest.current = onReread;
  });
  useEffect(() => {
    if (!pending) return;
    const timers = afterMs.map((delay) => setTimeout(() => latest.current(), delay));
    return () => timers.forEach(clearTimeout);
  }, [pending]);
}
