import { type RefObject, useEffect, useState } from 'react';

const fields = 'input:not([type="radio"], [type="checkbox"]), textarea';

/**
 * Keeps the focus in the field that somebody types into when the form turns read-only under their hands, as another one
 * claims the task: a field that is disabled loses it, and the rest of the sentence would go to the page.
 * @param boxRef the element with `data-answer` around the form
 * @returns whether the form's controls may be disabled yet
 */
export function useKeptFocus(boxRef: RefObject<HTMLElement | null>, readOnly: boolean): boolean {
  const [before, setBefore] = useState(readOnly);
  const [held, setHeld] = useState(false);
  if (before !== readOnly) {
    setBefore(readOnly);
    // Looked up in the page, because the answer is needed in the very step that would disable the field.
    setHeld(readOnly && document.activeElement?.matches(`[data-answer] :is(${fields})`) === true);
  }
  useEffect(() => {
    const box = boxRef.current;
    if (!held || !box) return;
    const texts = [...box.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)];
    texts.forEach((text) => (text.readOnly = true));
    const refuse = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const release = ({ relatedTarget }: FocusEvent): void => {
      if (document.hasFocus() && !box.contains(relatedTarget as Node | null)) setHeld(false);
    };
    box.addEventListener('beforeinput', refuse, { capture: true });
    box.addEventListener('click', refuse, { capture: true });
    box.addEventListener('focusout', release);
    return () => {
      texts.forEach((text) => (text.readOnly = false));
      box.removeEventListener('beforeinput', refuse, { capture: true });
      box.removeEventListener('click', refuse, { capture: true });
      box.removeEventListener('focusout', release);
    };
  }, [held, boxRef]);
  return readOnly && !held;
}
