import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const MOST_VALUES = 30;

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with an argument, as a sentence that goes on after its pointer. */
export function argumentWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue.input);
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.slice(0, MOST_VALUES).map(shown).join(', ')}`;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return `must ${bound(issue.origin, 'at most', Number(issue.maximum))}`;
    case 'invalid_format':
      return `is not written as ${issue.format === 'regex' ? 'it must be' : issue.format}`;
    case 'invalid_union':
      return 'has none of the kinds that it may have';
    default:
      return undefined;
  }
}

function ofType(expected: string, input: unknown): string {
  const kind = KINDS[expected] ?? expected;
  return input === undefined ? `is needed: ${kind}` : `must be ${kind}, not ${kindOf(input)}`;
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && !Number.isInteger(input)) return 'one with decimals';
  return KINDS[typeof input] ?? typeof input;
}

function tooSmall(origin: string, minimum: number): string {
  if (minimum === 1 && origin !== 'number' && origin !== 'int') return 'must not be empty';
  return `must ${bound(origin, 'at least', minimum)}`;
}

function bound(origin: string, words: string, limit: number): string {
  if (origin === 'string') return `have ${words} ${limit} characters`;
  return origin === 'array' || origin === 'set' ? `have ${words} ${limit} items` : `be ${words} ${limit}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
