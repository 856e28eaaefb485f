import { type RefObject, useEffect, useRef } from 'react';

/** Tells the element's style sheet how high the element is: `--height`, in pixels. */
export function useHeightVariable<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => {
      measured.style.setProperty('--height', `${measured.offsetHeight}px`);
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return element;
}
