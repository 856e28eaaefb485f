import { type RefObject, useEffect, useRef } from 'react';

/**
 * Ctrl+Enter (or ⌘+Enter) sends the form inside the element, also while the person types.
 * @param mayBySubmitKey asked each time; without a yes the key does nothing
 */
export function useSubmitKey(
  enabled: boolean,
  mayBySubmitKey: () => boolean = () => true,
): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const may = useRef(mayBySubmitKey);
  useEffect(() => {
    may.current = mayBySubmitKey;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      if (may.current()) box.current?.querySelector('form')?.requestSubmit();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
  return box;
}
