import { compileLinear } from '@orkestra/json-schema';
import { ANSWER_LIMITS, FORM_LIMITS } from '../field/form-limits';

const REMEMBERED = 1_000;

type LinearEngine = ReturnType<typeof compileLinear>;

const compiled = new Map<string, LinearEngine>();
let workLeft = Number.POSITIVE_INFINITY;

/** The patterns of a form would take too long on an answer as long as this one. */
export class PatternWorkExceededError extends Error {}

/** Runs `check` and lets its patterns look at no more text than an answer may cost. */
export function withinPatternWork<T>(check: () => T): T {
  workLeft = ANSWER_LIMITS.patternWork;
  try {
    return check();
  } finally {
    workLeft = Number.POSITIVE_INFINITY;
  }
}

/** @throws PatternWorkExceededError when an answer has cost more than it may */
export function spendPatternWork(work: number): void {
  workLeft -= work;
  if (workLeft < 0) throw new PatternWorkExceededError();
}

/** Ajv's engine for `pattern` and `patternProperties`: RE2 takes linear time, whatever the pattern and the text. */
export function linearPattern(pattern: string): { test: (text: string) => boolean; toString: () => string } {
  const engine = compilePattern(pattern);
  const size = engine.programSize();
  return {
    test: (text) => {
      spendPatternWork(text.length * size);
      return engine.test(text);
    },
    toString: () => pattern,
  };
}
// Ajv asks for the name of the function, and would use it only in code that it writes to a file; it writes none.
linearPattern.code = 'linearPattern';

/** Why a pattern cannot be used, in a sentence; null when it can. It must be one for browsers (`u` flag) and for RE2. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > FORM_LIMITS.patternLength) {
    return `is longer than ${FORM_LIMITS.patternLength} characters`;
  }
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'is not a regular expression';
  }
  try {
    const size = compilePattern(pattern).programSize();
    if (size <= FORM_LIMITS.patternSize) return null;
    return 'repeats too much; use smaller counts in {…}, or maxLength';
  } catch {
    return 'cannot be matched in linear time; do without look-ahead, look-behind, back-references and counts over 1000';
  }
}

function compilePattern(pattern: string): LinearEngine {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const engine = compileLinear(pattern);
  if (compiled.size >= REMEMBERED) compiled.delete(compiled.keys().next().value as string);
  compiled.set(pattern, engine);
  return engine;
}
