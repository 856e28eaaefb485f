import { type RefObject, useEffect, useRef } from 'react';

/**
 * Marks a sticky bar with `data-stuck` while the page has been scrolled beneath it. What the bar loses in height then
 * becomes a margin, so that the page does not get shorter under the hands of whoever scrolls it.
 */
export function useStuck(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = bar.current;
    const before = element?.previousElementSibling ?? element?.parentElement;
    if (!element || !before) return;
    const look = (): void => {
      const top = parseFloat(getComputedStyle(element).top) || 0;
      const place = before.getBoundingClientRect();
      const stuck = (before === element.parentElement ? place.top : place.bottom) < top - 1;
      if (stuck === element.hasAttribute('data-stuck')) return;
      const whole = element.offsetHeight;
      element.toggleAttribute('data-stuck', stuck);
      element.style.marginBottom = stuck ? `${whole - element.offsetHeight}px` : '';
    };
    look();
    const watch = new AbortController();
    const options = { passive: true, signal: watch.signal };
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look, options);
    return () => watch.abort();
  }, []);
  return bar;
}
