import { type Html, markup } from './html';

const DEEPEST = 5;
const MOST_ENTRIES = 200;

/** A value as a person reads it: objects by their names, everything else as it is. */
export function shownValue(value: unknown, depth = 0): Html {
  if (typeof value !== 'object' || value === null) return markup`${plainText(value)}`;
  if (depth >= DEEPEST) return markup`${JSON.stringify(value)}`;
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, nth) => [String(nth + 1), item])
    : Object.entries(value);
  const shown = entries.slice(0, MOST_ENTRIES);
  const lines = shown.map(
    ([name, item]) =>
      markup`<dt>${name}</dt>
        <dd>${shownValue(item, depth + 1)}</dd>`,
  );
  const more = entries.length - shown.length;
  return markup`<dl>${lines}</dl>
    ${more > 0 ? markup`<p class="dim">… and ${more} more, in the app.</p>` : null}`;
}

/** Of a value that is no object. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '—' : JSON.stringify(value);
}
