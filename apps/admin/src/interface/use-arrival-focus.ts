import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to an element when it comes onto a page that already stood, if the control that had the focus has
 * gone with what was there before (a form that was sent, say).
 */
export function useArrivalFocus<E extends HTMLElement>(present: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const before = useRef(present);
  useEffect(() => {
    const arrived = present && !before.current;
    before.current = present;
    if (arrived && document.activeElement === document.body) element.current?.focus();
  }, [present]);
  return element;
}
