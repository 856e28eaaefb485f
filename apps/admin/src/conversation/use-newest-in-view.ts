import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Seen {
  first: unknown;
  height: number;
  atEnd: boolean;
}

/** The distance within which somebody counts as being at the end of the list. */
const nearPx = 32;

/**
 * Keeps the end of a list in view while somebody is there, and what they read in its place when more comes above.
 * @param first the key of the first item, @param last of the last one
 */
export function useNewestInView(
  boxRef: RefObject<HTMLElement | null>,
  first: unknown,
  last: unknown,
): { onScroll: () => void } {
  const seen = useRef<Seen>({ first: undefined, height: 0, atEnd: true });
  useLayoutEffect(() => {
    const element = boxRef.current;
    if (!element) return;
    const before = seen.current;
    const grewAbove = before.first !== undefined && before.first !== first;
    if (grewAbove) element.scrollTop += element.scrollHeight - before.height;
    else if (before.atEnd) element.scrollTop = element.scrollHeight;
    seen.current = { ...before, first, height: element.scrollHeight };
  }, [boxRef, first, last]);
  return {
    onScroll: () => {
      const element = boxRef.current;
      if (!element) return;
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      seen.current = { ...seen.current, height: element.scrollHeight, atEnd: left < nearPx };
    },
  };
}
