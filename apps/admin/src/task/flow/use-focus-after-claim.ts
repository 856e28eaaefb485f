import { type RefObject, useEffect } from 'react';
import type { Went } from '../../commands/use-task-actions';
import { isTyping } from '../../interface/person-focus';

/** Where the answer begins, by kind of task. */
const beginnings = [
  '[data-answer] :is(input, textarea):not(:disabled, [readonly], [type="hidden"])',
  '[data-call][data-choice="PENDING"] button[aria-pressed]',
  '#approval-heading',
];
const waitMs = 3_000;

/** Once the person has claimed the task, they are in its answer; unless they have gone elsewhere themselves. */
export function useFocusAfterClaim(page: RefObject<HTMLElement | null>, went: Went | null): void {
  useEffect(() => {
    const root = page.current;
    if (went?.name !== 'CLAIM' || !root) return;
    const wait = new AbortController();
    const stop = (): void => wait.abort();
    const enter = (): void => {
      if (isTyping(document.activeElement)) return stop();
      const place = beginnings.map((one) => root.querySelector<HTMLElement>(one)).find((found) => found);
      if (!place) return;
      stop();
      place.focus();
    };
    // The form is drawn for who holds it a moment after the claim.
    const observer = new MutationObserver(enter);
    const timer = setTimeout(stop, waitMs);
    const options = { capture: true, signal: wait.signal };
    for (const gesture of ['keydown', 'pointerdown']) document.addEventListener(gesture, stop, options);
    wait.signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['disabled', 'readonly'] });
    enter();
    return stop;
  }, [page, went]);
}
