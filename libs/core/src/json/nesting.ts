import { DEEPEST_JSON } from './storable';

/**
 * Lists and objects within each other in a whole message: what is kept, and what is around it. What is deeper breaks
 * those who read it by recursion.
 */
export const DEEPEST_NESTING = DEEPEST_JSON + 20;

/** Whether a parsed JSON value is nested too deeply; without recursion, level by level. */
export function isTooDeep(value: unknown): boolean {
  let level: object[] = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST_NESTING) return true;
    const below: object[] = [];
    for (const one of level) for (const part of Object.values(one)) if (isNested(part)) below.push(part);
    level = below;
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
