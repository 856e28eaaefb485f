import { NUMBER_MESSAGE } from './exact-numbers';
import { pointerTo } from './json-pointer';

export const NUL_MESSAGE = 'A text holds the character NUL (U+0000), which cannot be stored. Leave it out.';

/** Levels of objects and lists in a JSON value that is kept. */
export const DEEPEST_JSON = 100;
const LONE_SURROGATE = /\p{Surrogate}/u;

interface Problem {
  path: readonly string[];
  message: string;
}

/** What cannot be kept: the JSON pointer of its place, and why in a sentence. */
interface Unstorable {
  pointer: string;
  message: string;
}

type TextCheck = (text: string) => string | null;

/**
 * Why a value cannot be kept as the JSON that it is, and where in it; null when it can. Numbers are kept exactly or
 * refused (ADR 0023): beyond 2^53 nobody can tell any more whether one was rounded on its way here.
 * @param parent the JSON pointer of the value itself
 */
export function unstorable(value: unknown, parent = ''): Unstorable | null {
  return fieldError(problemOf(value, textProblem, DEEPEST_JSON), parent);
}

/** The same where any text can be kept: half a draft may hold half a character. */
export function unstorableButTexts(value: unknown, parent = ''): Unstorable | null {
  return fieldError(
    problemOf(value, () => null, DEEPEST_JSON),
    parent,
  );
}

function fieldError(problem: Problem | null, parent: string): Unstorable | null {
  return problem && { pointer: parent + pointerTo(problem.path), message: problem.message };
}

function problemOf(value: unknown, checkText: TextCheck, levels: number): Problem | null {
  if (typeof value === 'string') return here(checkText(value));
  if (typeof value !== 'object' || value === null) return here(leafProblem(value));
  // A moment, say: JSON would have it as something else.
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return here('Is not a JSON value.');
  if (levels === 0) return here(`Is nested deeper than ${DEEPEST_JSON} levels.`);
  for (const [name, member] of Object.entries(value)) {
    const wrongName = checkText(name);
    // A name that cannot be stored cannot stand in a pointer either.
    if (wrongName !== null) return here(wrongName);
    const problem = problemOf(member, checkText, levels - 1);
    if (problem !== null) return { ...problem, path: [name, ...problem.path] };
  }
  return null;
}

function leafProblem(value: unknown): string | null {
  if (typeof value === 'number') return numberProblem(value);
  return value == null || typeof value === 'boolean' ? null : 'Is not a JSON value.';
}

function numberProblem(value: number): string | null {
  if (!Number.isFinite(value)) return 'Is no number that JSON has.';
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? NUMBER_MESSAGE : null;
}

function textProblem(text: string): string | null {
  if (text.includes('\0')) return NUL_MESSAGE;
  return LONE_SURROGATE.test(text) ? 'A text holds half a character (a lone surrogate). Leave it out.' : null;
}

function here(message: string | null): Problem | null {
  return message === null ? null : { path: [], message };
}
