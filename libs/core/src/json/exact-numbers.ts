import { isSafeNumber, parse } from 'lossless-json';
import { pointerTo } from './json-pointer';

/** What whoever sent a number reads that no JavaScript number gives back; see ADR 0023. */
export const NUMBER_MESSAGE = 'Has more digits than a number keeps exactly. Send it as text.';

/** Where such a number could stand in JSON text: sixteen digits or an exponent, outside of most texts. */
const SUSPECT = /(?:^|[[:,\s])-?(?:[\d.]{16}|[\d.]+[eE])/;
const inexact = Symbol('inexact');

/**
 * The JSON pointer of the first number in JSON text that would change by being read; null when each is kept. Text that
 * is no JSON, or nested too deeply to be read with care, has none where it does not look like holding one.
 */
export function inexactNumber(text: string): string | null {
  if (!SUSPECT.test(text)) return null;
  try {
    const value = parse(text, undefined, {
      parseNumber: (digits) => (isSafeNumber(digits) ? 0 : inexact),
      // The last of two members with one name counts, as everywhere.
      onDuplicateKey: ({ newValue }) => newValue,
    });
    const path = pathOf(inexact, value);
    return path === null ? null : pointerTo(path);
  } catch (error) {
    // Whoever reads the text says what is wrong with it; only what cannot be looked at is refused here.
    return error instanceof SyntaxError ? null : '';
  }
}

function pathOf(wanted: symbol, value: unknown): string[] | null {
  if (value === wanted) return [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const below = pathOf(wanted, member);
    if (below !== null) return [name, ...below];
  }
  return null;
}
