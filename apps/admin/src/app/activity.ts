/** How long after a person last touched the page it still counts as used. */
const usedForMs = 60_000;

let usedAt = Date.now();

const note = (): void => {
  usedAt = Date.now();
};

/** Notes when a person touches the page, which is what keeps their session alive. */
export function watchActivity(): void {
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(event, note, { capture: true, passive: true });
}

/** Headers that tell the server whether a request is the person's, or the page's own while nobody uses it. */
export function activityHeaders(): Record<string, string> {
  return Date.now() - usedAt < usedForMs ? {} : { 'x-orkestra-background': 'true' };
}
