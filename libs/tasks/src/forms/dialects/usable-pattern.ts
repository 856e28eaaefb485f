import { FORMAT_NAMES } from '../engine/form-formats';
import { patternProblem } from '../engine/linear-pattern';
import type { JsonSchema } from '../field/form-field';

const ESCAPES = /\\(?:[^\w^$\\.*+?()[\]{}|/]|[\s\S])|\[|\]|[^\\[\]]+/g;
/** Escapes of signs that need none, which only the older syntax of ECMAScript takes. */
const NEEDLESS = /^\\[^\w\s^$\\.*+?()[\]{}|/]$/;

/**
 * A pattern with `\-` and the like as flag `u` wants them, and no pattern where it cannot be used and the format beside it
 * says the same, as schema libraries write them.
 */
export function withUsablePattern(schema: JsonSchema): JsonSchema {
  const { pattern, ...rest } = schema;
  if (typeof pattern !== 'string' || patternProblem(pattern) === null) return schema;
  const plain = withoutNeedlessEscapes(pattern);
  if (plain !== pattern && patternProblem(plain) === null) return { ...rest, pattern: plain };
  return FORMAT_NAMES.some((name) => name === schema.format) ? rest : schema;
}

function withoutNeedlessEscapes(pattern: string): string {
  let isInClass = false;
  return pattern.replace(ESCAPES, (part) => {
    if (part === '[') isInClass = true;
    if (part === ']') isInClass = false;
    // Inside of a class a hyphen without its escape would make a range.
    return NEEDLESS.test(part) && !(isInClass && part === '\\-') ? part.slice(1) : part;
  });
}
