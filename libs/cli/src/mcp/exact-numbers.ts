import { isSafeNumber, parse } from 'lossless-json';

/** Where a number with too many digits could stand: sixteen digits or an exponent, outside of most texts. */
const SUSPECT = /(?:^|[[:,\s])-?(?:[\d.]{16}|[\d.]+[eE])/;
const inexact = Symbol('inexact');

/**
 * The JSON pointer of the first number in a line that would change by being read and written again, as relaying does;
 * null when each is kept. The gateway looks for them too, but would find what is left of them.
 */
export function inexactNumber(line: string): string | null {
  if (!SUSPECT.test(line)) return null;
  try {
    const parseNumber = (digits: string) => (isSafeNumber(digits) ? 0 : inexact);
    return pointerOf(parse(line, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }));
  } catch (error) {
    // What is no JSON is told by whoever reads it.
    return error instanceof SyntaxError ? null : '';
  }
}

function pointerOf(value: unknown): string | null {
  if (value === inexact) return '';
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const below = pointerOf(member);
    if (below !== null) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${below}`;
  }
  return null;
}
