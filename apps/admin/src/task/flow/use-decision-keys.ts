import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../../interface/announcer';
import { useShortcuts } from '../../interface/shortcuts';
import { DecisionGuard } from './decision-guard';

type DecisionKey = 'a' | 'd' | 'e';

/** One for the page: what was decided on the task before counts for the next one too. */
const guard = new DecisionGuard();

/**
 * `a` approves or allows, `d` rejects or denies, `e` completes, each by pressing the very button that a click would press
 * (it names its key in `aria-keyshortcuts`). A key that is held down does nothing, nor does one that comes before the
 * person can have looked. Where what is decided on has not been seen to its end, the first press only leads there.
 */
export function useDecisionKeys(page: RefObject<HTMLElement | null>): void {
  const led = useRef<string | null>(null);
  useEffect(() => guard.shown(performance.now()), []);
  const press = (key: DecisionKey, { repeat, timeStamp }: KeyboardEvent): void => {
    if (repeat || !page.current) return;
    const button = buttonOf(page.current, key);
    if (!button) return;
    if (button.hasAttribute('aria-pressed')) return choose(page.current, button, key);
    const unseen = unseenPart(page.current, button);
    if (unseen && led.current !== unseen.dataset.mustSee) {
      led.current = unseen.dataset.mustSee ?? null;
      unseen.scrollIntoView({ block: 'end' });
      button.focus({ preventScroll: true });
      return announce(`This is what you decide on. Press ${key} again to go on.`);
    }
    if (guard.admits(timeStamp)) button.click();
  };
  useShortcuts({
    a: (event) => press('a', event),
    d: (event) => press('d', event),
    e: (event) => press('e', event),
  });
}

/** The button with the key: of the call that has the focus, else of the first that is undecided, else the only one. */
function buttonOf(page: HTMLElement, key: DecisionKey): HTMLButtonElement | null {
  const button = `button[aria-keyshortcuts="${key}"]:not(:disabled, [data-loading])`;
  const places = ['[data-call]:focus-within ', '[data-call][data-choice="PENDING"] ', ''];
  for (const place of places) {
    const found = page.querySelector<HTMLButtonElement>(place + button);
    if (found) return found;
  }
  return null;
}

/** Chooses for one call, which sends nothing yet, and goes to what comes next: the reason of a denial, the next call. */
function choose(page: HTMLElement, button: HTMLButtonElement, key: DecisionKey): void {
  const call = button.closest<HTMLElement>('[data-call]');
  button.click();
  // What is to be filled in is there after the next drawing.
  requestAnimationFrame(() => {
    const next =
      key === 'd'
        ? call?.querySelector<HTMLElement>('textarea')
        : (page.querySelector<HTMLElement>('[data-call][data-choice="PENDING"] button[aria-pressed]') ??
          page.querySelector<HTMLElement>('button[aria-keyshortcuts="e"]'));
    (next ?? button).focus();
  });
}

/** What has to be seen and ends below the buttons that stay in view, or below the window; null when all was seen. */
function unseenPart(page: HTMLElement, button: HTMLElement): HTMLElement | null {
  const part = page.querySelector<HTMLElement>('[data-must-see]');
  if (!part) return null;
  const foot = button.closest<HTMLElement>('[data-foot]') ?? button;
  const limit = Math.min(window.innerHeight, foot.getBoundingClientRect().top + 1);
  return part.getBoundingClientRect().bottom > limit ? part : null;
}
