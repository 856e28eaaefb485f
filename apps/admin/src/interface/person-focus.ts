import { KeyGuard } from './key-guard';

/** Judges the single keys of this page. */
export const keyGuard = new KeyGuard();

let gesture = false;
/** What the person themselves put the focus on. */
let chosen: EventTarget | null = null;
/** The field that they type into, until they leave it. */
let field: EventTarget | null = null;

/** Whether the focus is where the person put it, by pointer or key, and not where the page moved it. */
export function isPersonsFocus(): boolean {
  return chosen !== null && chosen === document.activeElement;
}

/** What has the focus counts as chosen from now on. */
export function chooseFocused(): void {
  chosen = document.activeElement;
}

/** Whether keys that go there are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="combobox"]') !== null
  );
}

/** Follows who moves the focus, the person or the page. Called once, before the first key can be pressed. */
export function followFocus(): void {
  const first = { capture: true } as const;
  document.addEventListener('keydown', onKey, first);
  for (const kind of ['pointerdown', 'mousedown', 'click'] as const) {
    document.addEventListener(kind, onPointer, first);
  }
  document.addEventListener('focusin', ({ target }) => onFocus(target), first);
}

function onKey(event: KeyboardEvent): void {
  began();
  const typing = isTyping(event.target);
  if (leaves(event)) return turn();
  if (typing) {
    field = event.target;
    keyGuard.typed(event.timeStamp);
  } else if (field !== null) {
    // A field that is disabled or removed says nothing of it; only the next key shows that it is gone.
    keyGuard.taken();
  }
}

/** Keys by which somebody leaves a field, or sends what is in it. */
function leaves({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key === 'Tab' || key === 'Escape') return true;
  return key === 'Enter' && (ctrlKey || metaKey || target instanceof HTMLInputElement);
}

function onPointer(): void {
  began();
  turn();
}

function turn(): void {
  field = null;
  keyGuard.turned();
}

function onFocus(target: EventTarget | null): void {
  chosen = gesture ? target : null;
  if (isTyping(target)) field = target;
  else if (gesture) field = null;
}

/** What the browser does about a key or a click is done before the next task. */
function began(): void {
  gesture = true;
  setTimeout(() => (gesture = false));
}
