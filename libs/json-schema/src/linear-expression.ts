import { RE2JS } from 're2js';
import { propertyClass } from './unicode-properties';
import { PatternReader } from './pattern-reader';

/** What ECMAScript's `\s` matches; RE2's knows ASCII only. */
const SPACE =
  '\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const NO_SPACE =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}' +
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';
/** What it means by `.`: anything but the end of a line. */
const DOT = '[^\\x{a}\\x{d}\\x{2028}\\x{2029}]';
const ANYTHING = '[\\x{0}-\\x{10ffff}]';
const NOTHING = '[^\\x{0}-\\x{10ffff}]';
/** Written the same for RE2, where they mean the same. */
const SAME = '|*+?{},^$)';

/**
 * Compiles a pattern for RE2, which takes linear time whatever the pattern and the text, and matches what ECMAScript's
 * engine would match (flag `u`).
 * @param pattern one that `new RegExp(pattern, 'u')` takes
 * @throws Error when RE2 has nothing for a part of it, such as a look-ahead
 */
export function compileLinear(pattern: string): RE2JS {
  const reader = new PatternReader(pattern);
  let text = '';
  while (!reader.done) text += term(reader);
  return RE2JS.compile(text);
}

function term(reader: PatternReader): string {
  const char = reader.next();
  if (char === '\\') return escaped(reader);
  if (char === '[') return charClass(reader);
  if (char === '.') return DOT;
  if (char === '(') return group(reader);
  if (SAME.includes(char) || /[0-9A-Za-z]/.test(char)) return char;
  return code(char.codePointAt(0) as number);
}

function group(reader: PatternReader): string {
  if (reader.take('?:') || !reader.take('?')) return '(?:';
  if (!/^<[^=!]/.test(reader.rest)) throw new Error('Looks around, which RE2 does not');
  reader.takeUntil('>');
  return '(?:';
}

function escaped(reader: PatternReader): string {
  const kind = reader.peek();
  if (kind === 'b' || kind === 'B') return `\\${reader.next()}`;
  if (/[1-9k]/.test(kind)) throw new Error('Refers back, which RE2 does not');
  const set = escapedSet(reader);
  return set === null ? code(reader.escapedCode()) : `[${set}]`;
}

/** The inside of a class for an escape that means many characters; null, and nothing read, for any other. */
function escapedSet(reader: PatternReader): string | null {
  if (reader.take('s')) return SPACE;
  if (reader.take('S')) return NO_SPACE;
  const kind = reader.peek();
  if (/[dDwW]/.test(kind)) return `\\${reader.next()}`;
  if (kind !== 'p' && kind !== 'P') return null;
  const property = reader.takeUntil('}').slice(2);
  return `\\${kind}{${propertyClass(property)}}`;
}

function charClass(reader: PatternReader): string {
  const negated = reader.take('^');
  let inside = '';
  while (!reader.take(']')) inside += member(reader);
  if (inside === '') return negated ? ANYTHING : NOTHING;
  return `[${negated ? '^' : ''}${inside}]`;
}

/** A character, a range or a set inside of a class. */
function member(reader: PatternReader): string {
  const first = one(reader);
  if (typeof first === 'string') return first;
  const isRange = reader.peek() === '-' && !reader.rest.startsWith('-]');
  if (!isRange) return code(first);
  reader.next();
  const last = one(reader);
  // With flag `u` no set may end a range.
  if (typeof last === 'string') throw new Error('Has a range without an end');
  return `${code(first)}-${code(last)}`;
}

function one(reader: PatternReader): number | string {
  const char = reader.next();
  if (char !== '\\') return char.codePointAt(0) as number;
  return escapedSet(reader) ?? (reader.take('b') ? 8 : reader.escapedCode());
}

function code(point: number): string {
  return `\\x{${point.toString(16)}}`;
}
