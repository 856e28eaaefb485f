import { type FocusEvent, type PointerEvent, type RefObject, useEffect, useState } from 'react';

export interface BusyList {
  /** Whether somebody is at the list: pointer or focus is in it, or they have scrolled into it. */
  busy: boolean;
  handlers: {
    onPointerEnter: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent) => void;
  };
}

/** Notices when somebody is at the list. @param standing false where no list is shown, so that nobody can be in it */
export function useBusyList(list: RefObject<HTMLElement | null>, standing: boolean): BusyList {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    if (!standing) return;
    const read = (): void => setScrolled((list.current?.getBoundingClientRect().top ?? 0) < 0);
    window.addEventListener('scroll', read, { passive: true });
    return () => {
      window.removeEventListener('scroll', read);
      // What is taken off the page sends no event of it.
      setPointed(false);
      setFocused(false);
      setScrolled(false);
    };
  }, [list, standing]);
  return {
    busy: pointed || focused || scrolled,
    handlers: {
      // A finger is in the list only while it scrolls or taps.
      onPointerEnter: ({ pointerType }) => setPointed(pointerType !== 'touch'),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget)),
    },
  };
}
