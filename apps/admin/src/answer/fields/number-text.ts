/** What a text in a number field stands for: nothing, a number, or why it is none. */
export type Reading =
  { kind: 'empty' } | { kind: 'number'; value: number } | { kind: 'wrong'; reason: string };

const AMBIGUOUS = 'ambiguous';
const notNumber = 'Write a number, such as -1234.5 or 1e5.';
const tooLong =
  'Write fewer digits: a number holds about 15 of them, and whole numbers up to 9007199254740991.';
/** The zeros of the scripts whose digits people type. */
const zeros = [0x660, 0x6f0, 0x966, 0xff10];
const spaces = /[\s\u00A0\u2009\u202F]/gu;

/**
 * Reads a number as it is written in a language. It takes what can be read in one way only, and never changes a digit:
 * what a number of JSON can't hold is refused.
 */
export function readNumber(text: string, locale: string): Reading {
  const written = withLatinDigits(text.trim()).replace(/^[−–﹣－]/u, '-');
  if (written === '') return { kind: 'empty' };
  const parts = /^([+-]?)([\d.,٫٬'’\s\u00A0\u2009\u202F]*?)(?:[eE]([+-]?\d{1,4}))?$/u.exec(written);
  const plain = parts?.[2] === undefined ? null : plainDigits(parts[2], locale);
  if (plain === null) return { kind: 'wrong', reason: notNumber };
  if (plain === AMBIGUOUS) return { kind: 'wrong', reason: ambiguous(parts?.[2] ?? '', locale) };
  return heldExactly(`${parts?.[1] === '-' ? '-' : ''}${plain}${parts?.[3] ? `e${parts[3]}` : ''}`);
}

/** A number with the decimal sign of a language and nothing else, digit for digit. */
export function writeNumber(value: unknown, locale: string): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  return String(value).replace('.', signsOf(locale).decimal);
}

function heldExactly(literal: string): Reading {
  const value = Number(literal);
  if (Number.isNaN(value)) return { kind: 'wrong', reason: notNumber };
  const whole = Number.isInteger(value) && !Number.isSafeInteger(value);
  const exact = Number.isFinite(value) && digitsOf(literal) === digitsOf(String(value));
  if (whole || !exact) return { kind: 'wrong', reason: tooLong };
  // Not -0, which JSON does not have.
  return { kind: 'number', value: value + 0 };
}

/** The same text for the same decimal number: its digits without zeros around them, and the power of ten. */
function digitsOf(literal: string): string {
  const [, whole = '', fraction = '', power = '0'] = /^-?(\d*)\.?(\d*)(?:e([+-]?\d+))?$/.exec(literal) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return '0';
  return `${digits}e${Number(power) - fraction.length + all.length - digits.length}`;
}

/** Digits with a point before the decimals; null where the signs stand where no language puts them. */
function plainDigits(written: string, locale: string): string | null {
  const { decimal, group } = signsOf(locale);
  const text = written.replace(spaces, ' ');
  if (/^\d+$/.test(text)) return text;
  if (/^\d*\.?\d*$/.test(text) && /\d/.test(text) && group !== '.') return text;
  const signs = [...new Set(text.replace(/\d/g, ''))];
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','), text.lastIndexOf('٫'));
  const [only] = signs;
  if (signs.length === 1 && only !== undefined && last >= 0) {
    const pieces = text.split(only);
    const asGroups = isGrouped(pieces);
    if (only === decimal) return pieces.length === 2 ? pieces.join('.') : asGroups ? pieces.join('') : null;
    // 1.234 may come from a program or a person; the factor between the two readings is a thousand.
    if (asGroups && pieces.length === 2) return only === group && only === ',' ? pieces.join('') : AMBIGUOUS;
    if (asGroups) return pieces.join('');
    return pieces.length === 2 && pieces.some((piece) => piece !== '') ? pieces.join('.') : null;
  }
  const whole = last >= 0 ? text.slice(0, last) : text;
  const fraction = last >= 0 ? text.slice(last + 1) : '';
  const [between, ...others] = new Set(whole.replace(/\d/g, ''));
  if (between === undefined || others.length > 0 || between === text[last]) return null;
  return isGrouped(whole.split(between)) && /^\d*$/.test(fraction)
    ? `${whole.split(between).join('')}.${fraction}`
    : null;
}

/** Thousands, or lakhs and crores. */
function isGrouped(pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  if (!/^[1-9]\d{0,2}$/.test(first) || rest.length === 0) return false;
  const threes = rest.every((piece) => /^\d{3}$/.test(piece));
  return (
    threes || (/^\d{3}$/.test(rest.at(-1) ?? '') && rest.slice(0, -1).every((piece) => /^\d{2}$/.test(piece)))
  );
}

function ambiguous(written: string, locale: string): string {
  const digits = written.replace(/\D/g, '');
  const fraction = `${digits.slice(0, -3)}${signsOf(locale).decimal}${digits.slice(-3)}`;
  return `This can be read in two ways. Write ${digits} or ${fraction}.`;
}

const known = new Map<string, { decimal: string; group: string }>();

function signsOf(locale: string): { decimal: string; group: string } {
  const found = known.get(locale);
  if (found) return found;
  const parts = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    useGrouping: 'always',
  }).formatToParts(12345.6);
  const sign = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  const signs = { decimal: sign('decimal') ?? '.', group: sign('group') ?? '' };
  known.set(locale, signs);
  return signs;
}

function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? sign : String(code - zero);
  });
}
